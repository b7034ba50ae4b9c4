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

    /** @return whether a command was running */
    synchronized boolean interrupt() {
        if (running == null) {
            return false;
        }
        running.interrupt();
        return true;
    }

    /** The client has gone: what runs is interrupted and nothing runs any more. */
    synchronized void close() {
        closed = true;
        interrupt();
    }
}
