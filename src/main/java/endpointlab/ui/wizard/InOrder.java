package endpointlab.ui.wizard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks in the background one after another, in the order in which they were given. */
final class InOrder implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

    private final Executor background;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    InOrder(Executor background) {
        this.background = background;
    }

    @Override
    public synchronized void execute(Runnable task) {
        last = last.thenRunAsync(task, background).exceptionally(failure -> {
            LOG.error("a command of the wizard failed", failure);
            return null;
        });
    }
}
