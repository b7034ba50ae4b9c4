package endpointlab.run;

import endpointlab.clock.Cancellation;
import java.util.concurrent.CompletableFuture;

/** A command of a {@link LabSession} on its way. */
public final class RunHandle {

    private final Cancellation cancellation;
    private final CompletableFuture<RunResult> result;

    RunHandle(Cancellation cancellation, CompletableFuture<RunResult> result) {
        this.cancellation = cancellation;
        this.result = result;
    }

    /**
     * Asks it to stop. {@link #result()} completes within a second; a changing AWS call in flight ends in the
     * background and what it made is saved.
     */
    public void cancel() {
        cancellation.cancel();
    }

    /** Whether the command has ended. */
    boolean isDone() {
        return result.isDone();
    }

    /** Completes when the command has ended, however it ended; exceptionally only after a mistake in the program. */
    public CompletableFuture<RunResult> result() {
        return result.copy();
    }
}
