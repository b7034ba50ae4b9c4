package endpointlab.app;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks the user for a code for MFA from a thread that waits for it. Once closed every question has no answer, even if
 * the JavaFX thread is gone, as it is after a SIGTERM.
 */
final class CodePrompt implements AutoCloseable {

    private final Function<String, CompletableFuture<Optional<String>>> screen;
    private final Executor fxThread;
    private final Set<CompletableFuture<Optional<String>>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param screen is given the device's serial on the {@code fxThread}, and told nothing else */
    CodePrompt(Function<String, CompletableFuture<Optional<String>>> screen, Executor fxThread) {
        this.screen = screen;
        this.fxThread = fxThread;
    }

    /** Blocks until the user has answered or this is closed, and so is not for the JavaFX thread. */
    Optional<String> code(String serial) {
        CompletableFuture<Optional<String>> said = new CompletableFuture<>();
        open.add(said);
        try {
            if (closed) {
                return Optional.empty();
            }
            fxThread.execute(() -> screen.apply(serial).thenAccept(said::complete));
            return said.join();
        } finally {
            open.remove(said);
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(said -> said.complete(Optional.empty()));
    }
}
