package endpointlab.userdata;

/** A here-document: its text stands on the lines after the command, so it is known later than its redirection. */
final class HereDocument implements RedirectionTarget {

    private final String delimiter;
    private final boolean quoted;
    private final boolean stripTabs;
    private Word body = Word.literal("");

    /**
     * @param quoted    whether the delimiter was quoted, so that the text is taken as it stands
     * @param stripTabs whether tabs at the start of lines are dropped ({@code <<-})
     */
    HereDocument(String delimiter, boolean quoted, boolean stripTabs) {
        this.delimiter = delimiter;
        this.quoted = quoted;
        this.stripTabs = stripTabs;
    }

    /** Reads the text from {@code source}, which stands at the start of a line. */
    void readFrom(Source source) throws SyntaxProblem {
        StringBuilder text = new StringBuilder();
        while (true) {
            if (source.atEnd()) {
                source.requireMore("here-document delimited by end-of-file (wanted `" + delimiter + "')");
                break;
            }
            String line = source.readLine();
            String kept = stripTabs ? line.replaceFirst("^\t+", "") : line;
            if (kept.equals(delimiter)) {
                break;
            }
            text.append(kept).append('\n');
        }
        body = quoted ? Word.literal(text.toString()) : WordReader.hereText(source.nested(text.toString()));
    }

    @Override
    public Word word() {
        return body;
    }
}
