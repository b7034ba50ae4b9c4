package endpointlab.probe;

import endpointlab.lab.ProblemException;
import endpointlab.run.ProbeRequest;
import java.io.IOException;
import java.time.Duration;

/** Runs commands on the instance of a check, each in a login of its own, after the same check of the host key. */
public final class RemoteShell {

    /** No full-screen programs and no daemons: what takes longer has lost its way. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SshLogin login;

    /** @param dialer the way out into the internet, real or practice */
    public RemoteShell(Dialer dialer) {
        this.login = new SshLogin(dialer);
    }

    /** What a command printed, and its exit code. */
    public record Output(int exit, String stdout, String stderr) {
    }

    /**
     * Blocks until the command has ended.
     *
     * @throws endpointlab.lab.ProblemException           if there is no way in, or the command does not end
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Output run(ProbeRequest request, String command) {
        return login.work(request, connection -> {
            try {
                SshConnection.Execution done = connection.run(command, LONGEST);
                return new Output(done.exit(), done.stdout(), done.stderr());
            } catch (IOException broken) {
                // A command that may have run must not be sent twice.
                throw new ProblemException(SshLogin.broken(request, broken), broken);
            }
        });
    }
}
