package endpointlab.userdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words with their quotes, variables and substitutions. */
final class WordReader {

    private static final String ENDS_WORD = " \t\n;&|<>()";

    private final Source source;
    private final List<Word.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textQuoted;

    private WordReader(Source source) {
        this.source = source;
    }

    /** Whether a word starts here. */
    static boolean startsAt(Source source) {
        return !source.atEnd() && ENDS_WORD.indexOf(source.peek()) < 0;
    }

    static Word read(Source source) throws SyntaxProblem {
        WordReader reader = new WordReader(source);
        while (startsAt(source)) {
            reader.piece();
        }
        return reader.word();
    }

    /** The text of a here-document, in which variables and substitutions count but quotes don't. */
    static Word hereText(Source body) throws SyntaxProblem {
        WordReader reader = new WordReader(body);
        while (!reader.source.atEnd()) {
            reader.pieceInQuotes("$`\\");
        }
        return reader.word();
    }

    private Word word() {
        flush();
        return new Word(List.copyOf(parts));
    }

    private void piece() throws SyntaxProblem {
        char c = source.peek();
        if (c == '\'') {
            source.next();
            singleQuoted();
        } else if (source.startsWith("$'")) {
            source.skip(2);
            ansiQuoted();
        } else if (c == '"') {
            source.next();
            add("", true);
            while (peekOrFail() != '"') {
                pieceInQuotes("$`\\\"");
            }
            source.next();
        } else if (source.startsWith("\\\n")) {
            source.skip(2);
        } else if (c == '\\') {
            source.next();
            add(source.atEnd() ? "\\" : String.valueOf(source.next()), true);
        } else if (c == '$' || c == '`') {
            expansion(false);
        } else {
            add(String.valueOf(source.next()), false);
        }
    }

    private void singleQuoted() throws SyntaxProblem {
        add("", true);
        while (peekOrFail() != '\'') {
            add(String.valueOf(source.next()), true);
        }
        source.next();
    }

    private void ansiQuoted() throws SyntaxProblem {
        StringBuilder raw = new StringBuilder();
        while (peekOrFail() != '\'') {
            if (source.peek() == '\\') {
                raw.append(source.next());
                peekOrFail();
            }
            raw.append(source.next());
        }
        source.next();
        add(Escapes.expand(raw.toString()), true);
    }

    private void pieceInQuotes(String escapable) throws SyntaxProblem {
        char c = source.peek();
        if (c == '\\' && source.peek(1) == '\n') {
            source.skip(2);
        } else if (c == '\\' && escapable.indexOf(source.peek(1)) >= 0) {
            source.next();
            add(String.valueOf(source.next()), true);
        } else if (c == '$' || c == '`') {
            expansion(true);
        } else {
            add(String.valueOf(source.next()), true);
        }
    }

    private void expansion(boolean quoted) throws SyntaxProblem {
        if (source.peek() == '`') {
            source.next();
            addPart(new Word.Substitution(parse(upToBackquote()), quoted));
        } else if (source.startsWith("$((")) {
            source.skip(3);
            Word expression = hereText(source.nested(upTo("))")));
            addPart(new Word.Arithmetic(expression, quoted));
        } else if (source.startsWith("$(")) {
            source.skip(2);
            addPart(new Word.Substitution(parse(upToClosing()), quoted));
        } else if (source.startsWith("${")) {
            source.skip(2);
            addPart(braced(upTo("}"), quoted));
        } else {
            source.next();
            String name = variableName();
            if (name.isEmpty()) {
                add("$", quoted);
            } else {
                addPart(new Word.Variable(name, Optional.empty(), quoted));
            }
        }
    }

    private String variableName() {
        StringBuilder name = new StringBuilder();
        if ("?#@*$!0123456789".indexOf(source.peek()) >= 0) {
            return String.valueOf(source.next());
        }
        while (Character.isLetterOrDigit(source.peek()) || source.peek() == '_') {
            name.append(source.next());
        }
        return name.toString();
    }

    private Word.Part braced(String inside, boolean quoted) throws SyntaxProblem {
        int colon = inside.indexOf(":-");
        String name = colon < 0 ? inside : inside.substring(0, colon);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*|[?#@*$0-9]")) {
            throw new SyntaxProblem(source.line(), "${" + inside + "}: bad substitution", false);
        }
        Optional<Word> fallback = colon < 0 ? Optional.empty()
                : Optional.of(hereText(source.nested(inside.substring(colon + 2))));
        return new Word.Variable(name, fallback, quoted);
    }

    private Node parse(String script) throws SyntaxProblem {
        return new Parser(source.nested(script)).all();
    }

    private String upTo(String end) throws SyntaxProblem {
        StringBuilder read = new StringBuilder();
        while (!source.startsWith(end)) {
            peekOrFail();
            read.append(source.next());
        }
        source.skip(end.length());
        return read.toString();
    }

    private String upToBackquote() throws SyntaxProblem {
        StringBuilder read = new StringBuilder();
        while (peekOrFail() != '`') {
            if (source.peek() == '\\' && "`\\$".indexOf(source.peek(1)) >= 0) {
                source.next();
            }
            read.append(source.next());
        }
        source.next();
        return read.toString();
    }

    /** Reads up to the parenthesis that closes a substitution; those inside quotes don't count. */
    private String upToClosing() throws SyntaxProblem {
        StringBuilder read = new StringBuilder();
        int depth = 1;
        char quote = 0;
        while (true) {
            char c = peekOrFail();
            if (c == '\\' && quote != '\'') {
                read.append(source.next());
                peekOrFail();
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                source.next();
                return read.toString();
            }
            read.append(source.next());
        }
    }

    private char peekOrFail() throws SyntaxProblem {
        if (source.atEnd()) {
            throw source.unexpectedEnd();
        }
        return source.peek();
    }

    private void add(String more, boolean quoted) {
        if (quoted != textQuoted) {
            flush();
            textQuoted = quoted;
        }
        if (more.isEmpty()) {
            parts.add(new Word.Text("", true));
        }
        text.append(more);
    }

    private void addPart(Word.Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new Word.Text(text.toString(), textQuoted));
            text.setLength(0);
        }
    }
}
