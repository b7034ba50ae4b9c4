package endpointlab.userdata;

import endpointlab.userdata.Node.Redirection;
import endpointlab.userdata.Node.RedirectionKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the redirections of a command. */
final class Redirections {

    private static final int BOTH = -1;

    private final Source source;

    Redirections(Source source) {
        this.source = source;
    }

    boolean startsHere() {
        char c = source.peek();
        char following = source.peek(1);
        return c == '<' || c == '>' || source.startsWith("&>")
                || c >= '0' && c <= '2' && (following == '<' || following == '>');
    }

    List<Redirection> readAll() throws SyntaxProblem {
        List<Redirection> found = new ArrayList<>();
        source.skipBlanks();
        while (startsHere()) {
            found.add(read());
            source.skipBlanks();
        }
        return found;
    }

    Redirection read() throws SyntaxProblem {
        if (source.startsWith("&>")) {
            source.skip(2);
            return file(BOTH, appending());
        }
        boolean numbered = Character.isDigit(source.peek());
        int number = numbered ? source.next() - '0' : 0;
        if (source.next() == '<') {
            return input(number);
        }
        int descriptor = numbered ? number : 1;
        if (source.peek() == '&') {
            source.next();
            return new Redirection(descriptor, RedirectionKind.DUPLICATE, word());
        }
        return file(descriptor, appending());
    }

    private Redirection input(int descriptor) throws SyntaxProblem {
        if (source.startsWith("<<")) {
            source.skip(2);
            return new Redirection(descriptor, RedirectionKind.HERE, endWithNewline(word()));
        }
        if (source.peek() != '<') {
            return new Redirection(descriptor, RedirectionKind.READ, word());
        }
        source.next();
        boolean stripTabs = source.peek() == '-';
        if (stripTabs) {
            source.next();
        }
        HereDocument document = hereDocument(word(), stripTabs);
        source.expect(document);
        return new Redirection(descriptor, RedirectionKind.HERE, document);
    }

    private static HereDocument hereDocument(Word delimiter, boolean stripTabs) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (Word.Part part : delimiter.parts()) {
            if (part instanceof Word.Text piece) {
                text.append(piece.text());
                quoted |= piece.quoted();
            }
        }
        return new HereDocument(text.toString(), quoted, stripTabs);
    }

    private static Word endWithNewline(Word word) {
        List<Word.Part> parts = new ArrayList<>(word.parts());
        parts.add(new Word.Text("\n", true));
        return new Word(parts);
    }

    private boolean appending() {
        boolean append = source.peek() == '>';
        if (append) {
            source.next();
        }
        return append;
    }

    private Redirection file(int descriptor, boolean append) throws SyntaxProblem {
        return new Redirection(descriptor, append ? RedirectionKind.APPEND : RedirectionKind.WRITE, word());
    }

    private Word word() throws SyntaxProblem {
        source.skipBlanks();
        if (!WordReader.startsAt(source)) {
            throw source.atEnd() ? new SyntaxProblem(source.line(),
                    "syntax error near unexpected token `newline'", false) : source.unexpected(
                    source.peek() == '\n' ? "newline" : String.valueOf(source.peek()));
        }
        return WordReader.read(source);
    }
}
