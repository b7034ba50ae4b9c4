package endpointlab.userdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** User data as cloud-init treats it: a script if its first line is {@code #!} and a shell, and run as root. */
public final class UserDataScript {

    /** Where cloud-init puts the script before it runs it. */
    public static final String PATH = "/var/lib/cloud/instance/scripts/part-001";

    private static final long MOST_COMMANDS = 20_000;

    private final String text;

    /** @param text plain text, not base64 */
    public UserDataScript(String text) {
        this.text = text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether cloud-init takes it for a script at all. */
    public boolean hasShebang() {
        return text.startsWith("#!");
    }

    private String interpreter() {
        return text.lines().findFirst().orElse("").substring(2).strip();
    }

    /**
     * Runs it.
     *
     * @param output gets standard output and standard error
     * @return its exit status
     * @throws InterruptedException if the machine was switched off meanwhile
     */
    public int run(Host host, Programs programs, OutputStream output) throws IOException, InterruptedException {
        Streams streams = new Streams(InputStream.nullInputStream(), output, output);
        Shell shell = new Shell(host, programs, Complaints.ofScript(PATH), "root", "/");
        if (!interpreter().matches("/(usr/)?bin/(env +)?(ba|da|z)?sh( .*)?")) {
            shell.complain(streams, 1, interpreter() + ": not known to the practice machine, only shells are");
            return 126;
        }
        shell.limitSteps(MOST_COMMANDS);
        shell.environment().setExitOnError(interpreter().matches(".* -[a-z]*e[a-z]*.*"));
        shell.environment().setTrace(interpreter().matches(".* -[a-z]*x[a-z]*.*"));
        return shell.run(text, streams);
    }
}
