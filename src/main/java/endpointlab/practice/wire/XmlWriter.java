package endpointlab.practice.wire;

/**
 * Writes XML into memory. Characters that XML 1.0 can't hold become U+FFFD; a carriage return is written as a
 * reference, since a parser would turn it into a line feed.
 */
final class XmlWriter {

    private final StringBuilder xml = new StringBuilder(1024).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlWriter open(String name) {
        xml.append('<').append(name).append('>');
        return this;
    }

    XmlWriter open(String name, String namespace) {
        xml.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlWriter close(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    XmlWriter element(String name, String text) {
        open(name);
        text.codePoints().forEach(this::character);
        return close(name);
    }

    XmlWriter emptyElement(String name) {
        xml.append('<').append(name).append("/>");
        return this;
    }

    private void character(int c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#13;");
            default -> xml.appendCodePoint(allowed(c) ? c : 0xFFFD);
        }
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
