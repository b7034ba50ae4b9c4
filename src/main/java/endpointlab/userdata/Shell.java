package endpointlab.userdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A shell in the manner of bash on one machine: for user data, for commands over SSH and for people who type. What it
 * doesn't know is an error line ({@code command not found}, status 127), and the script goes on. One thread only;
 * interrupting the thread is what Ctrl-C does.
 */
public final class Shell {

    private final Host host;
    private final Programs programs;
    private final Complaints complaints;
    private final Executor executor;
    private Environment environment;
    private final Deque<Environment> outer = new ArrayDeque<>();
    private Optional<String> wantsToBe = Optional.empty();
    private boolean interactive;
    private final Limits limits;

    /**
     * @param user      who runs it
     * @param directory current directory to begin with
     */
    public Shell(Host host, Programs programs, Complaints complaints, String user, String directory) {
        this(host, programs, complaints, new Environment(user, directory), new Limits());
    }

    private Shell(Host host, Programs programs, Complaints complaints, Environment environment, Limits limits) {
        this.host = host;
        this.programs = programs;
        this.complaints = complaints;
        this.environment = environment;
        this.limits = limits;
        this.executor = new Executor(this);
    }

    /** How a typed line ended. */
    public enum Line {
        /** It was run. */
        DONE,
        /** It is the beginning of something, such as an open quote. */
        INCOMPLETE,
        /** It ended the shell. */
        EXIT
    }

    /** Ends scripts that never end by themselves after this many commands, or what so many can read and write. */
    public void limitSteps(long steps) {
        limits.limitSteps(steps);
    }

    Limits limits() {
        return limits;
    }

    public Host host() {
        return host;
    }

    public Environment environment() {
        return environment;
    }

    Programs programs() {
        return programs;
    }

    /** Another shell on the same machine, such as for a script file. */
    Shell another(String scriptName) {
        Environment copy = environment.copy();
        copy.setExitOnError(false);
        return new Shell(host, programs, Complaints.ofScript(scriptName), copy, limits);
    }

    /**
     * Runs a whole script.
     *
     * @return its exit status
     */
    public int run(String script, Streams streams) throws IOException, InterruptedException {
        Parser parser = new Parser(new Source(script, 1, false));
        try {
            for (Optional<Node> step = parser.next(); step.isPresent(); step = parser.next()) {
                executor.run(step.get(), streams);
            }
        } catch (SyntaxProblem problem) {
            complain(streams, problem.line(), problem.getMessage());
            environment.setStatus(2);
        } catch (ShellExit exit) {
            environment.setStatus(exit.status());
        } catch (LoopControl outsideOfLoops) {
            environment.setStatus(0);
        }
        return environment.status();
    }

    /** Whether somebody types its commands. */
    boolean isInteractive() {
        return interactive;
    }

    /** After the current command a shell of {@code user} takes over, until it is left by {@code exit}. */
    void nest(String user) {
        wantsToBe = Optional.of(user);
    }

    /** Runs what somebody typed. */
    public Line type(String text, Streams streams) throws IOException, InterruptedException {
        interactive = true;
        Line line = runTyped(text, streams);
        if (line == Line.EXIT && !outer.isEmpty()) {
            environment = outer.pop();
            return Line.DONE;
        }
        wantsToBe.ifPresent(user -> {
            outer.push(environment);
            environment = environment.copy();
            environment.setUser(user);
        });
        wantsToBe = Optional.empty();
        return line;
    }

    private Line runTyped(String text, Streams streams) throws IOException, InterruptedException {
        Parser parser = new Parser(new Source(text, 1, true));
        try {
            Node all = parser.all();
            executor.run(all, streams);
        } catch (SyntaxProblem problem) {
            if (problem.isIncomplete()) {
                return Line.INCOMPLETE;
            }
            complain(streams, problem.line(), problem.getMessage());
            environment.setStatus(2);
        } catch (ShellExit exit) {
            environment.setStatus(exit.status());
            return Line.EXIT;
        } catch (LoopControl outsideOfLoops) {
            environment.setStatus(0);
        }
        return Line.DONE;
    }

    /** Calls a function or program by its name. */
    public int invoke(List<String> words, Streams streams) throws IOException, InterruptedException {
        return executor.invoke(words, 1, streams);
    }

    /** As {@link #invoke}, as another user. */
    int invokeAs(String user, List<String> words, Streams streams) throws IOException, InterruptedException {
        Environment caller = environment;
        environment = caller.copy();
        environment.setUser(user);
        try {
            return executor.invoke(words, 1, streams);
        } finally {
            environment = caller;
        }
    }

    /** Runs {@code body} so that what it changes in the environment is forgotten. */
    int subshell(Node body, Streams streams) throws IOException, InterruptedException {
        Environment caller = environment;
        environment = caller.copy();
        try {
            return executor.run(body, streams);
        } catch (ShellExit exit) {
            return exit.status();
        } finally {
            environment = caller;
        }
    }

    /** The output of a command substitution, without the newlines at its end. */
    String capture(Node body, Streams streams) throws IOException, InterruptedException {
        BrokenPipe.Buffer output = new BrokenPipe.Buffer();
        environment.setStatus(subshell(body, streams.withOut(output)));
        String text = new String(output.bytes(), StandardCharsets.UTF_8);
        return text.replaceFirst("\n+\\z", "");
    }

    String variable(String name) {
        List<String> arguments = environment.arguments();
        return switch (name) {
            case "?" -> String.valueOf(environment.status());
            case "#" -> String.valueOf(arguments.size());
            case "@", "*" -> String.join(" ", arguments);
            case "0" -> complaints.name();
            case "$", "!" -> "2187";
            case "HOSTNAME" -> environment.variable(name).orElseGet(host::fullName);
            case "RANDOM" -> String.valueOf(Math.floorMod(host.now().hashCode(), 32_768));
            default -> name.matches("[1-9]")
                    ? Integer.parseInt(name) <= arguments.size() ? arguments.get(Integer.parseInt(name) - 1) : ""
                    : environment.variable(name).orElse("");
        };
    }

    /** Counts one command, so that a script can't run for ever and can be interrupted between commands. */
    void step() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        limits.step();
    }

    void complain(Streams streams, int line, String message) throws IOException {
        streams.err().write((complaints.prefix(line) + message + "\n").getBytes(StandardCharsets.UTF_8));
        streams.err().flush();
    }
}
