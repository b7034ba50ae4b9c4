package endpointlab.practice.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as curl reads it.
 *
 * @param path path and query, at least a slash
 */
record CurlUrl(String scheme, String host, int port, String path) {

    private static final Pattern FORM = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^/?#@]*@)?([^/?#:]*)(?::([^/?#]*))?([^#]*)(?:#.*)?");

    /** @throws CurlFailure with curl's words if it is none */
    static CurlUrl parse(String text) throws CurlFailure {
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c == 127) || !parts.matches()) {
            throw new CurlFailure(3, "URL rejected: Malformed input to a URL function");
        }
        String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new CurlFailure(1, "Protocol \"" + scheme + "\" not supported");
        }
        if (parts.group(2).isEmpty()) {
            throw new CurlFailure(3, "URL rejected: No host part in the URL");
        }
        if (!parts.group(2).matches("[A-Za-z0-9._-]+")) {
            throw new CurlFailure(3, "URL rejected: Bad hostname");
        }
        String rest = parts.group(4);
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return new CurlUrl(scheme, parts.group(2), port(parts.group(3), scheme), path);
    }

    private static int port(String text, String scheme) throws CurlFailure {
        if (text == null || text.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535 || Integer.parseInt(text) == 0) {
            throw new CurlFailure(3, "URL rejected: Port number was not a decimal number between 0 and 65535");
        }
        return Integer.parseInt(text);
    }

    /** The {@code Host} header. */
    String authority() {
        return port == (scheme.equals("https") ? 443 : 80) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }
}
