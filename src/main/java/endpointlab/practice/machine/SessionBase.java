package endpointlab.practice.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a shell and a single command over SSH have in common: streams, a thread, an end. */
abstract class SessionBase implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBase.class);

    private final Machine machine;
    private final Interruption interruption = new Interruption();
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile Future<?> running;

    SessionBase(Machine machine) {
        this.machine = machine;
    }

    /**
     * Does the session's work.
     *
     * @return the exit status
     */
    abstract int work(Environment environment) throws IOException, InterruptedException;

    Machine machine() {
        return machine;
    }

    Interruption interruption() {
        return interruption;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    OutputStream err() {
        return err;
    }

    /** Whether the client asked for a terminal. */
    static boolean hasTerminal(Environment environment) {
        return environment.getEnv().containsKey(Environment.ENV_TERM);
    }

    @Override
    public void setInputStream(InputStream newIn) {
        in = newIn;
    }

    @Override
    public void setOutputStream(OutputStream newOut) {
        out = newOut;
    }

    @Override
    public void setErrorStream(OutputStream newErr) {
        err = newErr;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        environment.addSignalListener((from, signal) -> interruption.interrupt(), Signal.INT, Signal.TERM);
        if (hasTerminal(environment)) {
            out = new TerminalOutput(out);
            err = out;
        }
        try {
            running = machine.surroundings().scheduler().workers().submit(() -> run(environment));
        } catch (RejectedExecutionException closing) {
            throw new IOException("the practice cloud is closing", closing);
        }
    }

    private void run(Environment environment) {
        int status = 255;
        try {
            status = work(environment);
        } catch (IOException clientGone) {
            LOG.debug("an SSH session on {} broke off", machine.instanceId(), clientGone);
        } catch (InterruptedException ended) {
            LOG.debug("an SSH session on {} was ended", machine.instanceId());
            status = 130;
        } catch (RuntimeException failed) {
            LOG.error("an SSH session on {} failed", machine.instanceId(), failed);
        } finally {
            // The exit message is sent by this thread, which must not be interrupted then.
            interruption.end();
            exit.onExit(status & 255);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        Future<?> task = running;
        if (task != null) {
            interruption.close();
        }
    }
}
