package endpointlab;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Does something that blocks on a daemon thread of its own. The common pool, which is the default, may have one thread
 * only, and then (from Java 25 on) a second blocking task waits for the first.
 */
public final class OwnThread {

    private OwnThread() {
    }

    public static <T> CompletableFuture<T> supply(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, each());
    }

    public static CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, each());
    }

    private static Executor each() {
        return task -> {
            Thread thread = new Thread(task, "own-thread");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
