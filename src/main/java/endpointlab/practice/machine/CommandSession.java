package endpointlab.practice.machine;

import endpointlab.userdata.Complaints;
import endpointlab.userdata.Shell;
import endpointlab.userdata.Streams;
import java.io.IOException;
import java.io.InputStream;
import org.apache.sshd.server.Environment;

/** A single command over SSH: {@code ssh host command}. */
final class CommandSession extends SessionBase {

    private final String command;

    CommandSession(Machine machine, String command) {
        super(machine);
        this.command = command;
    }

    @Override
    int work(Environment environment) throws IOException, InterruptedException {
        if (!hasTerminal(environment)) {
            return run(in());
        }
        try (Terminal terminal = new Terminal(in(), out(), interruption(), machine().surroundings().scheduler())) {
            return run(terminal.asInput());
        }
    }

    private int run(InputStream input) throws IOException, InterruptedException {
        Shell shell = new Shell(MachineHost.live(machine()), NetworkPrograms.of(machine()),
                Complaints.ofScript("bash"), AuthorizedKeys.USER, "/home/" + AuthorizedKeys.USER);
        interruption().begin();
        int status = shell.run(command, new Streams(input, out(), err()));
        out().flush();
        err().flush();
        return status;
    }
}
