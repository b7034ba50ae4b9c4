package endpointlab.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C makes the Java VM shut down; it is held until the command has stopped in good order. The VM then ends with
 * exit code 130 by itself (143 if it was terminated). A shell that starts a program in the background without job
 * control lets it ignore SIGINT, and the VM keeps to that: send SIGTERM there.
 */
final class ShutdownInterrupts implements Interrupts {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownInterrupts.class);
    /** A create call in flight is waited for, so that what it made is not lost. */
    private static final long PATIENCE_SECONDS = 75;

    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean interrupted;

    /** Starts to listen. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interrupt"));
    }

    /** The command has ended; nothing holds the VM any more. */
    void ended() {
        ended.countDown();
    }

    @Override
    public synchronized Registration onInterrupt(Runnable action) {
        if (interrupted) {
            action.run();
        }
        actions.add(action);
        return () -> remove(action);
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    private synchronized List<Runnable> interrupt() {
        interrupted = true;
        return List.copyOf(actions);
    }

    private void interrupted() {
        if (ended.getCount() == 0) {
            return;
        }
        interrupt().forEach(Runnable::run);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("the command did not stop within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException hurried) {
            LOG.error("the end of the command was not waited for", hurried);
        }
    }
}
