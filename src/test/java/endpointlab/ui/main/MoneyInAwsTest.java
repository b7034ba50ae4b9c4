package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Seen;
import endpointlab.ui.shared.TestStage;
import endpointlab.ui.wizard.CallDetails;
import endpointlab.ui.wizard.FakeSession;
import endpointlab.ui.wizard.LabStates;
import endpointlab.ui.wizard.WizardContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a lab in the user's own account costs: on the screen, called to mind, and asked when the window closes. */
@ExtendWith(ApplicationExtension.class)
class MoneyInAwsTest {

    private final Instant begun = Instant.now().minus(Duration.ofMinutes(95));
    private final LabStates states = new LabStates(begun);
    private final AtomicInteger reminder = new AtomicInteger(90);
    private final AtomicInteger closed = new AtomicInteger();
    private FakeSession session;
    private MainWindow window;

    @Start
    void start(Stage stage) {
        Fonts.load();
        Appearance appearance = new Appearance();
        window = new MainWindow(new MainWindow.Parts(new Localizer(Language.JA), appearance, PriceTable.load(),
                Instant::now, Runnable::run, null, open -> null, open -> null, null, reminder::get));
        TestStage.show(stage, window, appearance);
    }

    private void show(LabState state) {
        session = new FakeSession(state);
        LabObserver observer = new LabObserver(state);
        session.listener = observer;
        onFx(() -> window.showLab(null, new WizardContext(LabStates.LAB, new DiagramReader().read(LabStates.LAB),
                session, observer, LabClock.startingNow(Pace.AWS), new NoReach(),
                id -> CompletableFuture.completedFuture(List.of()),
                call -> CompletableFuture.completedFuture(new CallDetails.Exchange("", "")), null,
                new Localizer(Language.JA), new Appearance(), PriceTable.load(), null, Runnable::run)));
    }

    private LabState inAws(LabState state) {
        return new LabState(state.schema(), state.labId(), state.runId(), LabState.AWS, state.region(), "880077179309",
                0, state.prefix(), state.values(), state.resources(), state.steps(), begun, begun);
    }

    private static void onFx(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, task);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean mayClose() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.mayClose(closed::incrementAndGet));
    }

    private boolean shows(String words) {
        return Seen.words(window, words);
    }

    private static final class NoReach implements LabReach {

        @Override
        public CompletableFuture<RemoteOutput> runOnCustomerInstance(String command) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<URI> publicPage() {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Path> way(Flow flow) {
            return new CompletableFuture<>();
        }
    }

    @Test
    void theHeaderTellsWhatItCostsPerHour() {
        show(inAws(states.doneTo(16)));
        assertThat(shows("概算・1 時間 0.07")).isTrue();
    }

    @Test
    void theCostIsCalledToMindUntilItIsHeard(FxRobot robot) throws TimeoutException {
        show(inAws(states.doneTo(16)));
        assertThat(shows("AWS で始めてから 95 分たちました。")).isTrue();
        robot.interact(() -> robot.lookup("#reminder-heard").queryButton().fire());
        assertThat(shows("分たちました。")).isFalse();
        reminder.set(30);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shows("AWS で始めてから 95 分たちました。"));
    }

    @Test
    void nothingIsCalledToMindThatCostsNothing() {
        show(inAws(states.doneTo(3)));
        assertThat(shows("分たちました。")).isFalse();
        show(states.doneTo(16));
        assertThat(shows("分たちました。")).isFalse();
        reminder.set(0);
        show(inAws(states.doneTo(16)));
        assertThat(shows("分たちました。")).isFalse();
    }

    @Test
    void whoeverClosesTheWindowIsAskedAndMayStay(FxRobot robot) {
        show(inAws(states.doneTo(16)));
        assertThat(mayClose()).isFalse();
        assertThat(shows("AWS に料金のかかるものが残っています")).isTrue();
        assertThat(shows("1 時間に約 USD 0.07")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(shows("AWS に料金のかかるものが残っています")).isFalse();
        assertThat(closed).hasValue(0);
    }

    @Test
    void itMayBeKept(FxRobot robot) {
        show(inAws(states.doneTo(16)));
        assertThat(mayClose()).isFalse();
        robot.interact(() -> robot.lookup("#close-keep").queryAs(Button.class).fire());
        assertThat(closed).hasValue(1);
        assertThat(session.commands).isEmpty();
    }

    @Test
    void orCleanedUp(FxRobot robot) {
        show(inAws(states.doneTo(16)));
        assertThat(mayClose()).isFalse();
        robot.interact(() -> robot.lookup("#close-clean-up").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(closed).hasValue(0);
        assertThat(session.commands).containsExactly("clean up");
        assertThat(window.openModel().currentStepProperty().get()).isEqualTo(17);
    }

    @Test
    void whatCostsNothingIsClosedAtOnce() {
        show(states.doneTo(16));
        assertThat(mayClose()).isTrue();
        show(inAws(states.doneTo(3)));
        assertThat(mayClose()).isTrue();
    }
}
