package endpointlab.aws;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way to AWS: every SDK call of the product goes through an {@link AwsCaller} made here.
 *
 * <p>Calls run on a background executor and are never interrupted: interrupting the SDK's HTTP client doesn't return
 * before the answer and then throws the answer away. Whoever cancels stops waiting; a call that changes something
 * ends in the background, and what it made is still handed over.
 */
public final class AwsCalls {

    private final AwsConnection connection;
    private final LabClock clock;
    private final Executor background;
    private final Consumer<CallRecord> listener;
    private final Set<CompletableFuture<?>> changesInFlight = ConcurrentHashMap.newKeySet();

    /**
     * @param background must never queue
     * @param listener   is told of every call when it ended
     */
    public AwsCalls(AwsConnection connection, LabClock clock, Executor background, Consumer<CallRecord> listener) {
        this.connection = connection;
        this.clock = clock;
        this.background = background;
        this.listener = listener;
    }

    /**
     * @param subject resource or check the calls are for; empty if for the run as a whole
     * @param retries is told when a call is refused for now
     */
    public AwsCaller caller(String subject, Cancellation cancellation, RetryListener retries) {
        return new AwsCaller(this, subject, cancellation, retries);
    }

    /** Completes, never exceptionally, when all changing calls in flight now have ended and been handed over. */
    public CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(changesInFlight.toArray(CompletableFuture[]::new)).exceptionally(x -> null);
    }

    AwsConnection connection() {
        return connection;
    }

    LabClock clock() {
        return clock;
    }

    <R> CompletableFuture<R> start(boolean changes, Supplier<R> call) {
        if (!changes) {
            return CompletableFuture.supplyAsync(call, background);
        }
        CompletableFuture<R> result = new CompletableFuture<>();
        changesInFlight.add(result);
        background.execute(() -> {
            try {
                result.complete(call.get());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            } finally {
                changesInFlight.remove(result);
            }
        });
        return result;
    }

    void record(CallRecord call) {
        listener.accept(call);
    }
}
