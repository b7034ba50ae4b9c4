package endpointlab.practice.machine;

/** Ctrl-C: interrupts the thread that runs a command, and only while it does. Safe for use by any thread. */
final class Interruption {

    private Thread running;
    private boolean closed;

    /** From now on this thread runs a command. */
    synchronized void begin() throws InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        running = Thread.currentThread();
    }

    /** It no longer does; an interrupt that came too late is forgotten. */
    synchronized void end() {
        running = null;
        Thread.interrupted();
    }

    /** Whether a command runs now. */
    synchronized boolean isRunning() {
        return running != null;
    }

    /** Does nothing if no command is running any more. */
    synchronized void interrupt() {
        if (running != null) {
            running.interrupt();
        }
    }

    /** The client has gone: what runs is interrupted and nothing runs any more. */
    synchronized void close() {
        closed = true;
        interrupt();
    }
}
