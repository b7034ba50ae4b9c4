package endpointlab.export;

import endpointlab.lab.Mask;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Builds HTML and SVG in which every text is escaped: what a learner typed and what a server answered may hold
 * anything.
 */
final class Html {

    /** HTML has no form for them, not even as references. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\ufffe\uffff&&[^\n\t]]");

    private final StringBuilder text = new StringBuilder();
    private final boolean masked;

    /** @param masked whether account, addresses and names of AWS's are hidden in all texts */
    Html(boolean masked) {
        this.masked = masked;
    }

    /** Markup of ours, as it stands. */
    Html markup(String markup) {
        text.append(markup);
        return this;
    }

    /** Markup of ours with numbers in it. */
    Html markup(String format, Object... numbers) {
        text.append(String.format(Locale.ROOT, format, numbers));
        return this;
    }

    /** Anything, to be read as text; also fit for an attribute in double quotes. */
    Html text(String any) {
        text.append(escaped(masked ? Mask.hide(any) : any));
        return this;
    }

    /** {@code <tag>} with a text in it; {@code tag} may have attributes of ours. */
    Html element(String tag, String any) {
        return markup("<" + tag + ">").text(any).markup("</" + tag.split(" ")[0] + ">");
    }

    /** A value apart from the words around it, whatever its direction of writing. */
    Html value(String any) {
        return element("code", any);
    }

    private static String escaped(String any) {
        return FORBIDDEN.matcher(any).replaceAll("\ufffd").replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
