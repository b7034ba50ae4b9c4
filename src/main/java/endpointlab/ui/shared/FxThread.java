package endpointlab.ui.shared;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The one way onto the JavaFX thread. */
public final class FxThread {

    private FxThread() {
    }

    /** Runs {@code task} on the JavaFX thread: at once if this is it, else soon. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** Runs {@code task} on the JavaFX thread once the caller, if it is on that thread too, has finished. */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /**
     * A sink that may be given values faster than the screen can show them: the JavaFX thread always gets the latest,
     * never a queue of old ones.
     */
    public static <T> Consumer<T> latest(Consumer<T> onFxThread) {
        AtomicReference<T> pending = new AtomicReference<>();
        return value -> {
            if (pending.getAndSet(value) == null) {
                run(() -> {
                    T newest = pending.getAndSet(null);
                    if (newest != null) {
                        onFxThread.accept(newest);
                    }
                });
            }
        };
    }
}
