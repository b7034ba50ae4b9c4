package endpointlab.hostile;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Finds what hangs: interrupts it, and tells where it was. */
final class Alarm implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hostile-alarm");
        thread.setDaemon(true);
        return thread;
    });

    /** Something that may fail. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    /** @throws AssertionError if it takes longer, however it ended then */
    void within(Duration longest, Work work) throws Exception {
        Thread worker = Thread.currentThread();
        AtomicReference<Throwable> where = new AtomicReference<>();
        Future<?> alarm = clock.schedule(() -> {
            Throwable stack = new Throwable("where it hung");
            stack.setStackTrace(worker.getStackTrace());
            where.set(stack);
            worker.interrupt();
        }, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            alarm.cancel(false);
            if (where.get() != null) {
                Thread.interrupted();
                throw new AssertionError("longer than " + longest, where.get());
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
