package endpointlab.practice.machine;

import endpointlab.practice.internet.Caller;
import endpointlab.userdata.Complaints;
import endpointlab.userdata.Shell;
import endpointlab.userdata.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** A login shell over SSH, with a terminal for people or without one for a script on standard input. */
final class InteractiveSession extends SessionBase {

    /** As Amazon Linux 2023 greets. */
    private static final String GREETING = """
               ,     #_
               ~\\_  ####_        Amazon Linux 2023
              ~~  \\_#####\\
              ~~     \\###|
              ~~       \\#/ ___   https://aws.amazon.com/linux/amazon-linux-2023
               ~~       V~' '->
                ~~~         /
                  ~~._.   _/
                     _/ _/
                   _/m/'
            """;
    private static final String LAST_LOGIN = "/var/log/lastlog";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final SocketAddress client;

    InteractiveSession(Machine machine, ChannelSession channel) {
        super(machine);
        this.client = channel.getSession().getIoSession().getRemoteAddress();
    }

    @Override
    int work(Environment environment) throws IOException, InterruptedException {
        Shell shell = new Shell(MachineHost.live(machine()), NetworkPrograms.of(machine()),
                Complaints.ofLoginShell(), AuthorizedKeys.USER, "/home/" + AuthorizedKeys.USER);
        return hasTerminal(environment) ? converse(shell) : readScript(shell);
    }

    private int converse(Shell shell) throws IOException, InterruptedException {
        greet();
        try (Terminal terminal = new Terminal(in(), out(), interruption(), machine().surroundings().scheduler())) {
            Streams streams = new Streams(terminal.asInput(), out(), out());
            String typed = "";
            while (true) {
                Terminal.Input line = terminal.readLine(typed.isEmpty() ? prompt(shell) : "> ");
                if (line.kind() == Terminal.Kind.END) {
                    say(typed.isEmpty() ? "logout\n" : "");
                    return shell.environment().status();
                }
                if (line.kind() == Terminal.Kind.CANCELLED) {
                    typed = "";
                    continue;
                }
                typed += line.text() + "\n";
                Shell.Line outcome = run(shell, typed, streams, terminal::heedTypedAhead);
                if (outcome == Shell.Line.EXIT) {
                    say("logout\n");
                    return shell.environment().status();
                }
                typed = outcome == Shell.Line.INCOMPLETE ? typed : "";
            }
        }
    }

    private interface Start {

        void begun() throws IOException;
    }

    private Shell.Line run(Shell shell, String typed, Streams streams, Start start)
            throws IOException, InterruptedException {
        interruption().begin();
        try {
            start.begun();
            return shell.type(typed, streams);
        } catch (InterruptedException ctrlC) {
            return Shell.Line.DONE;
        } finally {
            interruption().end();
        }
    }

    /** Commands come on standard input and run line by line; the programs they start read on from there. */
    private int readScript(Shell shell) throws IOException, InterruptedException {
        Streams streams = new Streams(in(), out(), err());
        String typed = "";
        for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
            typed += line.get();
            Shell.Line outcome = run(shell, typed, streams, () -> { });
            if (outcome == Shell.Line.EXIT) {
                break;
            }
            typed = outcome == Shell.Line.INCOMPLETE ? typed : "";
        }
        out().flush();
        err().flush();
        return shell.environment().status();
    }

    /** A line with its end; empty at the end of input. */
    private Optional<String> nextLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in().read(); next >= 0; next = in().read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    private String prompt(Shell shell) {
        String directory = shell.environment().directory();
        String home = shell.environment().isRoot() ? "/root" : "/home/" + shell.environment().user();
        String shown = directory.equals(home) ? "~" : directory.equals("/") ? "/"
                : directory.substring(directory.lastIndexOf('/') + 1);
        return "[" + shell.environment().user() + "@" + machine().fullName().split("\\.")[0] + " " + shown + "]"
                + (shell.environment().isRoot() ? "# " : "$ ");
    }

    private void greet() throws IOException {
        say(GREETING);
        Optional<String> last = machine().files().text(LAST_LOGIN);
        if (last.isPresent()) {
            say("Last login: " + last.get());
        }
        String from = machine().surroundings().plane().announcements().from(client).map(Caller::address)
                .orElse("unknown");
        machine().files().write(LAST_LOGIN, (TIME.format(machine().now()) + " from " + from + "\n")
                .getBytes(StandardCharsets.UTF_8), false, "root", machine().now());
    }

    private void say(String text) throws IOException {
        out().write(text.getBytes(StandardCharsets.UTF_8));
        out().flush();
    }
}
