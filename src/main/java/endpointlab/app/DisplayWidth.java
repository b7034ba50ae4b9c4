package endpointlab.app;

/** How many columns a text takes on a terminal. */
final class DisplayWidth {

    private DisplayWidth() {
    }

    /** As much of the text as fits into {@code columns}; Japanese letters take two each. */
    static String cut(String text, int columns) {
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            used += columns(text.codePointAt(at));
            if (used > columns) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    private static int columns(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        boolean wide = script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA || codePoint >= 0x3000 && codePoint <= 0x30FF
                || codePoint >= 0xFF00 && codePoint <= 0xFF60;
        return wide ? 2 : 1;
    }
}
