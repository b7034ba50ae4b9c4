package endpointlab.ui.shared;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.testfx.util.WaitForAsyncUtils;

/** The JavaFX thread, from a test's own. */
public final class Fx {

    private static final long ANSWER_MILLIS = 30_000;

    private Fx() {
    }

    /** What {@code task} gives on the JavaFX thread; a busy machine may let it wait up to 30 s. */
    public static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(ANSWER_MILLIS, task);
    }

    /** Does {@code task} on the JavaFX thread and comes back when it is done. */
    public static void doOnFx(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(ANSWER_MILLIS, task);
    }

    /** Looks on the JavaFX thread until {@code condition} holds, 120 s at most. */
    public static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> onFx(condition));
    }
}
