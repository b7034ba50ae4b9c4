package endpointlab.userdata;

import endpointlab.userdata.Node.RedirectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses bash: lists, pipelines, {@code if}, {@code for}, {@code while}, {@code until}, groups, functions,
 * redirections and here-documents. As bash does, it parses one line (or compound command) at a time, so what stands
 * before an error runs. {@code case}, {@code [[} and arrays are not known.
 */
final class Parser {

    private static final Set<String> CLOSING = Set.of("then", "elif", "else", "fi", "do", "done", "}");

    private final Source source;
    private final Redirections redirections;

    Parser(Source source) {
        this.source = source;
        this.redirections = new Redirections(source);
    }

    /** The next line's commands; empty at the end of the script. */
    Optional<Node> next() throws SyntaxProblem {
        skipLines();
        if (source.atEnd()) {
            return Optional.empty();
        }
        List<Node> steps = new ArrayList<>();
        while (true) {
            steps.add(andOr());
            source.skipBlanks();
            boolean separated = separator();
            source.skipBlanks();
            if (source.atEnd() || source.peek() == '\n') {
                source.endLine();
                return Optional.of(new Node.Sequence(steps));
            }
            if (!separated) {
                throw source.unexpected(offending());
            }
        }
    }

    /** The whole script. */
    Node all() throws SyntaxProblem {
        List<Node> steps = new ArrayList<>();
        for (Optional<Node> step = next(); step.isPresent(); step = next()) {
            steps.add(step.get());
        }
        return new Node.Sequence(steps);
    }

    /** Commands up to, and not over, one of the given words. */
    private Node until(String... ends) throws SyntaxProblem {
        Set<String> wanted = Set.of(ends);
        List<Node> steps = new ArrayList<>();
        while (true) {
            skipLines();
            if (source.atEnd()) {
                throw source.unexpectedEnd();
            }
            if (wanted.contains(keyword())) {
                return new Node.Sequence(steps);
            }
            steps.add(andOr());
            source.skipBlanks();
            separator();
        }
    }

    private Node andOr() throws SyntaxProblem {
        Node left = pipeline();
        while (true) {
            source.skipBlanks();
            boolean and = source.startsWith("&&");
            if (!and && !source.startsWith("||")) {
                return left;
            }
            source.skip(2);
            continueOnNextLine();
            left = new Node.AndOr(left, and, pipeline());
        }
    }

    private Node pipeline() throws SyntaxProblem {
        source.skipBlanks();
        boolean negated = keyword().equals("!");
        if (negated) {
            take("!");
        }
        List<Node> stages = new ArrayList<>();
        stages.add(command());
        source.skipBlanks();
        while (source.peek() == '|' && source.peek(1) != '|') {
            source.next();
            continueOnNextLine();
            stages.add(command());
            source.skipBlanks();
        }
        return stages.size() == 1 && !negated ? stages.get(0) : new Node.Pipeline(stages, negated);
    }

    private Node command() throws SyntaxProblem {
        source.enter();
        Node command = commandHere();
        source.leave();
        return command;
    }

    private Node commandHere() throws SyntaxProblem {
        source.skipBlanks();
        if (source.peek() == '(') {
            source.next();
            Node body = until(")");
            source.next();
            return redirected(new Node.Subshell(body));
        }
        String keyword = keyword();
        return switch (keyword) {
            case "if" -> redirected(ifCommand());
            case "for" -> redirected(forCommand());
            case "while", "until" -> redirected(whileCommand(keyword));
            case "{" -> redirected(group());
            case "function" -> namedFunction();
            case "case", "select", "[[" -> throw new SyntaxProblem(source.line(),
                    keyword + ": not known to the practice machine's shell", false);
            default -> simple(keyword);
        };
    }

    private Node redirected(Node body) throws SyntaxProblem {
        List<Node.Redirection> found = redirections.readAll();
        return found.isEmpty() ? body : new Node.Redirected(body, found);
    }

    private Node ifCommand() throws SyntaxProblem {
        List<Node.Branch> branches = new ArrayList<>();
        Optional<Node> otherwise = Optional.empty();
        String keyword = "if";
        while (keyword.equals("if") || keyword.equals("elif")) {
            take(keyword);
            Node condition = until("then");
            take("then");
            branches.add(new Node.Branch(condition, until("elif", "else", "fi")));
            keyword = keyword();
        }
        if (keyword.equals("else")) {
            take("else");
            otherwise = Optional.of(until("fi"));
        }
        take("fi");
        return new Node.If(branches, otherwise);
    }

    private Node forCommand() throws SyntaxProblem {
        take("for");
        source.skipBlanks();
        String variable = WordReader.read(source).plain().orElseThrow(() -> source.unexpected(offending()));
        source.skipBlanks();
        List<Word> words = new ArrayList<>();
        if (keyword().equals("in")) {
            take("in");
            source.skipBlanks();
            while (WordReader.startsAt(source)) {
                words.add(WordReader.read(source));
                source.skipBlanks();
            }
        }
        separator();
        return new Node.For(variable, words, doBody());
    }

    private Node whileCommand(String keyword) throws SyntaxProblem {
        take(keyword);
        Node condition = until("do");
        return new Node.While(condition, keyword.equals("until"), doBody());
    }

    private Node doBody() throws SyntaxProblem {
        skipLines();
        if (!keyword().equals("do")) {
            throw source.atEnd() ? source.unexpectedEnd() : source.unexpected(offending());
        }
        take("do");
        Node body = until("done");
        take("done");
        return body;
    }

    private Node group() throws SyntaxProblem {
        take("{");
        Node body = until("}");
        take("}");
        return body;
    }

    private Node namedFunction() throws SyntaxProblem {
        take("function");
        source.skipBlanks();
        String name = WordReader.read(source).plain().orElseThrow(() -> source.unexpected(offending()));
        return function(name);
    }

    private Node function(String name) throws SyntaxProblem {
        if (source.startsWith("()")) {
            source.skip(2);
        }
        skipLines();
        if (!keyword().equals("{")) {
            throw source.atEnd() ? source.unexpectedEnd() : source.unexpected(offending());
        }
        return new Node.Function(name, group());
    }

    private Node simple(String keyword) throws SyntaxProblem {
        if (CLOSING.contains(keyword)) {
            throw source.unexpected(keyword);
        }
        int line = source.line();
        List<Node.Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Node.Redirection> found = new ArrayList<>();
        while (true) {
            source.skipBlanks();
            if (redirections.startsHere()) {
                found.add(redirections.read());
            } else if (WordReader.startsAt(source)) {
                Word word = WordReader.read(source);
                Optional<Node.Assignment> assignment = words.isEmpty() ? Node.Assignment.from(word) : Optional.empty();
                assignment.ifPresentOrElse(assignments::add, () -> words.add(word));
            } else if (source.startsWith("()") && words.size() == 1 && words.get(0).plain().isPresent()) {
                return function(words.get(0).plain().get());
            } else {
                break;
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && found.isEmpty()) {
            throw source.atEnd() ? source.unexpectedEnd() : source.unexpected(offending());
        }
        return new Node.Simple(line, assignments, words, found);
    }

    /** The plain word that stands here, without taking it; a closing parenthesis counts as one. */
    private String keyword() {
        if (source.peek() == ')') {
            return ")";
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; source.peek(i) != Source.END && " \t\n;&|<>()".indexOf(source.peek(i)) < 0; i++) {
            word.append(source.peek(i));
        }
        return word.toString();
    }

    private void take(String keyword) {
        source.skip(keyword.length());
        source.skipBlanks();
    }

    /** Goes over one {@code ;} or {@code &}; a command in the background is run in the foreground. */
    private boolean separator() {
        boolean present = source.peek() == ';' && source.peek(1) != ';' || source.peek() == '&';
        if (present) {
            source.next();
        }
        return present;
    }

    private void skipLines() throws SyntaxProblem {
        source.skipBlanks();
        while (source.peek() == '\n') {
            source.endLine();
            source.skipBlanks();
        }
    }

    private void continueOnNextLine() throws SyntaxProblem {
        skipLines();
        if (source.atEnd()) {
            throw source.unexpectedEnd();
        }
    }

    private String offending() {
        if (source.startsWith("&&") || source.startsWith("||") || source.startsWith(";;")) {
            return String.valueOf(source.peek()).repeat(2);
        }
        String word = keyword();
        return !word.isEmpty() ? word : source.peek() == '\n' ? "newline" : String.valueOf(source.peek());
    }
}
