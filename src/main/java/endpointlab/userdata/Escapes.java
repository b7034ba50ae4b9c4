package endpointlab.userdata;

/** Backslash sequences as {@code echo -e}, {@code printf} and {@code $'…'} read them. */
final class Escapes {

    private static final String LETTERS = "abefnrtv\\'\"";
    private static final String MEANINGS = "\u0007\b\u001b\f\n\r\t\u000b\\'\"";

    private Escapes() {
    }

    static String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = c == '\\' && i + 1 < text.length() ? LETTERS.indexOf(text.charAt(i + 1)) : -1;
            if (known >= 0) {
                expanded.append(MEANINGS.charAt(known));
                i++;
            } else {
                expanded.append(c);
            }
        }
        return expanded.toString();
    }
}
