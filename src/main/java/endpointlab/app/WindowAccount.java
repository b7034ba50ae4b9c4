package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightReport;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.SweepListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The user's own account, entered in the window. */
final class WindowAccount implements AccountDesk.OpenAccount {

    private final Entered entered;
    private final LabState state;
    private final AwsModeOptions options;
    private final WindowDesk desk;
    private final ExecutorService background;
    private final Cancellation leaving = new Cancellation();
    private List<FoundLab> found = List.of();
    private WindowSweep sweep;
    private PreflightReport report;
    private boolean handedOver;

    /**
     * An account that is open.
     *
     * @param way in which labs in it are opened
     */
    record Entered(Cloud cloud, Identity identity, LabAtWork.Way way) {
    }

    /** @param state of the lab as it would be begun */
    WindowAccount(Entered entered, LabState state, AwsModeOptions options, WindowDesk desk,
                  ExecutorService background) {
        this.entered = entered;
        this.state = state;
        this.options = options;
        this.desk = desk;
        this.background = background;
    }

    @Override
    public Identity identity() {
        return entered.identity();
    }

    @Override
    public CompletableFuture<PreflightReport> preflight(PreflightListener listener) {
        return CompletableFuture.supplyAsync(() -> {
            PreflightReport found = new PreflightWork(entered.cloud(), desk.lab(), leaving)
                    .look(state, 1, options, listener);
            synchronized (this) {
                report = found;
            }
            return found;
        }, background);
    }

    @Override
    public CompletableFuture<OpenLab> begin() {
        return CompletableFuture.supplyAsync(() -> {
            PreflightReport last;
            synchronized (this) {
                if (report == null || report.stops()) {
                    throw new IllegalStateException("the lab would fail here");
                }
                last = report;
            }
            OpenLab open = desk.begin(PreflightWork.fitted(desk.lab(), state, last), entered.way(),
                    entered.cloud()::close);
            synchronized (this) {
                handedOver = true;
            }
            return open;
        }, background);
    }

    @Override
    public CompletableFuture<List<LeftLab>> labs() {
        return CompletableFuture.supplyAsync(() -> {
            SweptPlace place = new SweptPlace(state.region(), LabState.AWS, entered.way(), Optional.empty());
            List<FoundLab> now = new LabFinder(desk.lab(), desk.around().inWindow(leaving))
                    .find(place, entered.cloud());
            synchronized (this) {
                found = now;
            }
            return List.copyOf(now);
        }, background);
    }

    @Override
    public synchronized AccountDesk.Sweeping sweep(List<String> runIds, SweepListener listener) {
        List<FoundLab> chosen = found.stream().filter(lab -> runIds.contains(lab.runId())).toList();
        sweep = new WindowSweep(desk, chosen, listener, background);
        return sweep;
    }

    @Override
    public synchronized void close() {
        leaving.cancel();
        if (handedOver) {
            return;
        }
        if (sweep == null) {
            background.execute(entered.cloud()::close);
        } else {
            sweep.cancel();
            sweep.ended().whenCompleteAsync((nothing, failure) -> entered.cloud().close(), background);
        }
    }
}
