package endpointlab.userdata;

import java.util.ArrayDeque;
import java.util.Queue;

/** A script's text with a place in it. */
final class Source {

    static final char END = '\uffff';

    private static final int DEEPEST = 100;

    private final String text;
    private final boolean mayGrow;
    private final Queue<HereDocument> pending = new ArrayDeque<>();
    private int at;
    private int line;
    private int depth;

    /** @param mayGrow whether somebody types it, so that an open here-document waits for more lines */
    Source(String text, int firstLine, boolean mayGrow) {
        this.text = text.replace("\r\n", "\n");
        this.line = firstLine;
        this.mayGrow = mayGrow;
    }

    /** Text found inside this one, such as that of a substitution. */
    Source nested(String inner) throws SyntaxProblem {
        Source source = new Source(inner, line, false);
        source.depth = depth;
        source.enter();
        return source;
    }

    /** @throws SyntaxProblem if commands stand in commands deeper than anybody writes */
    void enter() throws SyntaxProblem {
        if (++depth > DEEPEST) {
            throw new SyntaxProblem(line, "nested too deep", false);
        }
    }

    void leave() {
        depth--;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /** Skips blanks, continued lines and a comment. */
    void skipBlanks() {
        while (true) {
            if (peek() == ' ' || peek() == '\t') {
                next();
            } else if (startsWith("\\\n")) {
                skip(2);
            } else if (peek() == '#') {
                while (!atEnd() && peek() != '\n') {
                    next();
                }
            } else {
                return;
            }
        }
    }

    /** Reads to the end of the line and over it. */
    String readLine() {
        StringBuilder read = new StringBuilder();
        while (!atEnd() && peek() != '\n') {
            read.append(next());
        }
        if (!atEnd()) {
            next();
        }
        return read.toString();
    }

    /** The text of this document is on the lines after the current one. */
    void expect(HereDocument document) {
        pending.add(document);
    }

    /** Goes over the end of a line and over the here-documents that follow it. */
    void endLine() throws SyntaxProblem {
        if (!atEnd()) {
            next();
        }
        while (!pending.isEmpty()) {
            pending.remove().readFrom(this);
        }
    }

    /** @throws SyntaxProblem if the text may still grow, so that it isn't an error yet */
    void requireMore(String message) throws SyntaxProblem {
        if (mayGrow) {
            throw new SyntaxProblem(line, message, true);
        }
    }

    SyntaxProblem unexpected(String token) {
        return new SyntaxProblem(line, "syntax error near unexpected token `" + token + "'", false);
    }

    SyntaxProblem unexpectedEnd() {
        return new SyntaxProblem(line, "syntax error: unexpected end of file", true);
    }
}
