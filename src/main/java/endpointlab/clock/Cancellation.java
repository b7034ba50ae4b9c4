package endpointlab.clock;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets one thread ask others to stop. Whoever waits does so through this object and is woken at once when it is
 * cancelled; nobody's thread is interrupted. Once cancelled, it stays so. Safe for use by any thread.
 */
public final class Cancellation {

    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    public void cancel() {
        cancelled.complete(null);
    }

    public boolean isCancelled() {
        return cancelled.isDone();
    }

    /** @throws CancellationException if cancelled */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /**
     * Calls {@code action} when cancelled, on the thread that cancels; at once if it already is. It must be quick,
     * such as closing a socket.
     *
     * @return close it when the action is no longer wanted
     */
    public Registration onCancel(Runnable action) {
        CompletableFuture<Void> called = cancelled.thenRun(action);
        return () -> called.cancel(false);
    }

    /** Ends what {@link #onCancel} began. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until {@code lab} has passed on {@code clock}.
     *
     * @throws CancellationException if cancelled before
     */
    public void sleep(LabClock clock, Duration lab) {
        try {
            cancelled.get(clock.toWall(lab).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException passed) {
            return;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        throwIfCancelled();
    }

    /**
     * Waits for a result that others bring. Cancelling leaves their work alone.
     *
     * @throws CancellationException if cancelled before
     * @throws ExecutionException    if the work failed
     */
    public <T> T await(CompletableFuture<T> result) throws ExecutionException {
        try {
            CompletableFuture.anyOf(result, cancelled).get();
            if (!result.isDone()) {
                throwIfCancelled();
            }
            return result.get();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static CancellationException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("the waiting thread was interrupted");
        cancelled.initCause(stopped);
        return cancelled;
    }
}
