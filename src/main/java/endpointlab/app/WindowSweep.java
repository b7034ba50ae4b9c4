package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.SweepListener;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.How;
import endpointlab.ui.shared.SweepListener.Progress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Labs being cleaned up in the window, as the command {@code sweep} does it. */
final class WindowSweep implements AccountDesk.Sweeping {

    private final WindowDesk desk;
    private final SweepListener listener;
    private final ExecutorService background;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<Void> ended;

    /** Begins at once. */
    WindowSweep(WindowDesk desk, List<FoundLab> labs, SweepListener listener, ExecutorService background) {
        this.desk = desk;
        this.listener = listener;
        this.background = background;
        this.ended = CompletableFuture.runAsync(() -> labs.forEach(this::cleanUp), background);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void cancel() {
        background.execute(cancellation::cancel);
    }

    private void cleanUp(FoundLab found) {
        if (cancellation.isCancelled()) {
            listener.ended(found.runId(), new End(How.CANCELLED, List.of(), List.of()));
            return;
        }
        listener.progress(found.runId(), Progress.NONE);
        SweepTelling telling = new SweepTelling(found.runId(), listener);
        SweptLabs one = new SweptLabs(desk.around().inWindow(cancellation), telling, desk.lab(), desk.shelf());
        one.cleanUp(List.of(found));
        telling.ended(one.ended(true, 0));
    }
}
