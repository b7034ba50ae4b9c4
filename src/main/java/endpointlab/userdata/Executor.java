package endpointlab.userdata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries out what a script was parsed into. */
final class Executor {

    private static final int DEEPEST_CALL = 50;

    private final Shell shell;
    private final Expander expander;
    private final Redirector redirector;
    /** Above zero where a failing command doesn't end the shell in spite of {@code set -e}, as in a condition. */
    private int tolerance;
    private int depth;

    Executor(Shell shell) {
        this.shell = shell;
        this.expander = new Expander(shell);
        this.redirector = new Redirector(shell, expander);
    }

    int run(Node node, Streams streams) throws IOException, InterruptedException {
        shell.limits().enter();
        int status;
        try {
            status = runOrComplain(node, streams);
        } finally {
            shell.limits().leave();
        }
        environment().setStatus(status);
        boolean mayEnd = node instanceof Node.Simple || node instanceof Node.Pipeline || node instanceof Node.Subshell;
        if (status != 0 && mayEnd && tolerance == 0 && environment().exitsOnError()) {
            throw new ShellExit(status);
        }
        return status;
    }

    private Environment environment() {
        return shell.environment();
    }

    private int runOrComplain(Node node, Streams streams) throws IOException, InterruptedException {
        try {
            return runNode(node, streams);
        } catch (ExpansionProblem problem) {
            shell.complain(streams, node instanceof Node.Simple simple ? simple.line() : 1, problem.getMessage());
            return 1;
        }
    }

    private int runNode(Node node, Streams streams) throws IOException, InterruptedException {
        if (node instanceof Node.Simple simple) {
            return simple(simple, streams);
        } else if (node instanceof Node.Sequence sequence) {
            return sequence(sequence.steps(), streams);
        } else if (node instanceof Node.AndOr andOr) {
            return andOr(andOr, streams);
        } else if (node instanceof Node.Pipeline pipeline) {
            return pipeline(pipeline, streams);
        } else if (node instanceof Node.If branches) {
            return branches(branches, streams);
        } else if (node instanceof Node.For loop) {
            return loop(loop, streams);
        } else if (node instanceof Node.While loop) {
            return loop(loop, streams);
        } else if (node instanceof Node.Subshell subshell) {
            return shell.subshell(subshell.body(), streams);
        } else if (node instanceof Node.Redirected redirected) {
            return redirected(redirected, streams);
        }
        Node.Function function = (Node.Function) node;
        environment().define(function.name(), function.body());
        return 0;
    }

    private int sequence(List<Node> steps, Streams streams) throws IOException, InterruptedException {
        int status = 0;
        for (Node step : steps) {
            status = run(step, streams);
        }
        return status;
    }

    /** A chain is nested to its left, as deep as it is long. */
    private int andOr(Node.AndOr node, Streams streams) throws IOException, InterruptedException {
        Deque<Node.AndOr> chain = new ArrayDeque<>();
        Node first = node;
        while (first instanceof Node.AndOr left) {
            chain.push(left);
            first = left.left();
        }
        int status = tolerant(first, streams);
        while (!chain.isEmpty()) {
            Node.AndOr link = chain.pop();
            if (link.and() == (status == 0)) {
                status = chain.isEmpty() ? run(link.right(), streams) : tolerant(link.right(), streams);
            }
        }
        return status;
    }

    private int tolerant(Node node, Streams streams) throws IOException, InterruptedException {
        tolerance++;
        try {
            return run(node, streams);
        } finally {
            tolerance--;
        }
    }

    /** One stage after the other; what a stage writes is kept for the next. */
    private int pipeline(Node.Pipeline node, Streams streams) throws IOException, InterruptedException {
        InputStream in = streams.in();
        int status = 0;
        for (int i = 0; i < node.stages().size(); i++) {
            boolean last = i == node.stages().size() - 1;
            BrokenPipe.Buffer kept = new BrokenPipe.Buffer();
            Streams stage = last ? streams.withIn(in) : streams.withIn(in).withOut(kept);
            try {
                status = last && !node.negated() ? run(node.stages().get(i), stage)
                        : tolerant(node.stages().get(i), stage);
            } catch (BrokenPipe full) {
                status = 141;
            }
            shell.limits().move(kept.size());
            in = new ByteArrayInputStream(kept.bytes());
        }
        return node.negated() ? (status == 0 ? 1 : 0) : status;
    }

    private int branches(Node.If node, Streams streams) throws IOException, InterruptedException {
        for (Node.Branch branch : node.branches()) {
            if (tolerant(branch.condition(), streams) == 0) {
                return run(branch.body(), streams);
            }
        }
        return node.otherwise().isPresent() ? run(node.otherwise().get(), streams) : 0;
    }

    private int loop(Node.For node, Streams streams) throws IOException, InterruptedException {
        int status = 0;
        for (String value : expander.fields(node.words(), streams)) {
            shell.step();
            environment().set(node.variable(), value);
            try {
                status = run(node.body(), streams);
            } catch (LoopControl control) {
                status = 0;
                if (control.ends()) {
                    break;
                }
            }
        }
        return status;
    }

    private int loop(Node.While node, Streams streams) throws IOException, InterruptedException {
        int status = 0;
        while ((tolerant(node.condition(), streams) == 0) != node.until()) {
            shell.step();
            try {
                status = run(node.body(), streams);
            } catch (LoopControl control) {
                status = 0;
                if (control.ends()) {
                    break;
                }
            }
        }
        return status;
    }

    private int redirected(Node.Redirected node, Streams streams) throws IOException, InterruptedException {
        Optional<Streams> opened = redirector.open(node.redirections(), 1, streams);
        return opened.isPresent() ? run(node.body(), opened.get()) : 1;
    }

    private int simple(Node.Simple node, Streams streams) throws IOException, InterruptedException {
        shell.step();
        environment().setStatus(node.words().isEmpty() ? 0 : environment().status());
        List<String> words = expander.fields(node.words(), streams);
        Map<String, String> assigned = new LinkedHashMap<>();
        for (Node.Assignment assignment : node.assignments()) {
            assigned.put(assignment.name(), expander.string(assignment.value(), streams));
        }
        int afterExpansion = environment().status();
        Optional<Streams> opened = redirector.open(node.redirections(), node.line(), streams);
        if (opened.isEmpty()) {
            return 1;
        }
        trace(assigned, words, streams);
        if (words.isEmpty()) {
            assigned.forEach(environment()::set);
            return afterExpansion;
        }
        return withVariables(assigned, words, node.line(), opened.get());
    }

    private void trace(Map<String, String> assigned, List<String> words, Streams streams) throws IOException {
        if (environment().traces()) {
            StringBuilder line = new StringBuilder("+");
            assigned.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
            words.forEach(word -> line.append(' ').append(word.contains(" ") ? "'" + word + "'" : word));
            streams.err().write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private int withVariables(Map<String, String> assigned, List<String> words, int line, Streams streams)
            throws IOException, InterruptedException {
        Map<String, Optional<String>> before = new HashMap<>();
        assigned.forEach((name, value) -> {
            before.put(name, environment().variable(name));
            environment().set(name, value);
        });
        try {
            return invoke(words, line, streams);
        } finally {
            before.forEach((name, value) -> value.ifPresentOrElse(
                    old -> environment().set(name, old), () -> environment().unset(name)));
        }
    }

    int invoke(List<String> words, int line, Streams streams) throws IOException, InterruptedException {
        String name = words.get(0);
        Optional<Node> function = environment().function(name);
        if (function.isPresent()) {
            return function(function.get(), words, streams);
        }
        Optional<Program> program = shell.programs().find(name);
        if (program.isPresent()) {
            return program(program.get(), words, line, streams);
        }
        OptionalInt script = name.contains("/") ? new ScriptFile(shell).run(words, line, streams) : OptionalInt.empty();
        if (script.isPresent()) {
            return script.getAsInt();
        }
        shell.complain(streams, line, name + ": command not found");
        return 127;
    }

    private int program(Program program, List<String> words, int line, Streams streams)
            throws IOException, InterruptedException {
        try {
            int status = program.run(new Call(words, shell, streams.withOut(
                    new CountedOutput(streams.out(), shell.limits()))));
            streams.out().flush();
            return status;
        } catch (BrokenPipe goesToThePipeline) {
            throw goesToThePipeline;
        } catch (Options.Invalid misuse) {
            String name = words.get(0);
            String text = name + ": " + misuse.getMessage() + "\nTry '" + name + " --help' for more information.\n";
            streams.err().write(text.getBytes(StandardCharsets.UTF_8));
            return name.equals("ls") ? 2 : 1;
        } catch (FileProblem problem) {
            shell.complain(streams, line, words.get(0) + ": write error: " + problem.getMessage());
            return 1;
        }
    }

    private int function(Node body, List<String> words, Streams streams) throws IOException, InterruptedException {
        if (++depth > DEEPEST_CALL) {
            depth = 0;
            throw new ShellExit(139);
        }
        List<String> caller = environment().arguments();
        environment().setArguments(words.subList(1, words.size()));
        try {
            return run(body, streams);
        } finally {
            environment().setArguments(caller);
            depth--;
        }
    }
}
