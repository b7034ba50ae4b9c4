package endpointlab.practice.machine;

import endpointlab.clock.LabClock;
import endpointlab.practice.internet.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what happens at a lab time, and what goes on in the background. What is overdue runs at once. */
final class LabScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LabScheduler.class);

    private final LabClock clock;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService workers;

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    LabScheduler(LabClock clock) {
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("machines-timer"));
        this.timer.setRemoveOnCancelPolicy(true);
        this.workers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                DaemonThreads.named("machine"));
    }

    LabClock clock() {
        return clock;
    }

    ExecutorService workers() {
        return workers;
    }

    /** Runs {@code work} on a worker once lab time is {@code when}. Cancelling interrupts it. */
    Future<?> at(Instant when, String what, Work work) {
        FutureTask<Void> task = new FutureTask<>(() -> attempt(what, work), null);
        Duration left = clock.toWall(Duration.between(clock.now(), when));
        try {
            timer.schedule(() -> startOnWorker(task), Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("{} no longer happens", what, closing);
        }
        return task;
    }

    private void startOnWorker(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException closing) {
            LOG.debug("work no longer happens", closing);
        }
    }

    /** Repeats {@code work}, in wall time. */
    void repeat(Duration wall, String what, Work work) {
        timer.scheduleWithFixedDelay(() -> attempt(what, work), wall.toNanos(), wall.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void attempt(String what, Work work) {
        try {
            work.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            LOG.debug("{} was ended", what);
        } catch (Exception failed) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.debug("{} was ended", what, failed);
            } else {
                LOG.error("{} failed", what, failed);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
