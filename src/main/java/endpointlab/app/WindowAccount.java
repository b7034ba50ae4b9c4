package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightReport;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.OpenLab;
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
    public synchronized void close() {
        leaving.cancel();
        if (!handedOver) {
            background.execute(entered.cloud()::close);
        }
    }
}
