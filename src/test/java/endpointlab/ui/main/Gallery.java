package endpointlab.ui.main;

import endpointlab.app.WindowScreens;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.network.Flow;
import endpointlab.run.CallSummary;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.run.WorkFound;
import endpointlab.settings.Settings;
import endpointlab.ui.account.AccountView;
import endpointlab.ui.account.AccountViewModel;
import endpointlab.ui.account.FakeAccounts;
import endpointlab.ui.account.FakeLabs;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.TestApp;
import endpointlab.ui.start.FakeDesk;
import endpointlab.ui.sweep.SweepView;
import endpointlab.ui.wizard.CallDetails;
import endpointlab.ui.wizard.FakeSession;
import endpointlab.ui.wizard.WizardContext;
import endpointlab.ui.wizard.WizardModel;
import endpointlab.ui.wizard.WizardView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** One window that shows any screen of the app in any state; all but {@link #settle} on the JavaFX thread. */
final class Gallery implements AutoCloseable {

    private static final Path FOLDER = Path.of("/home/hana/.local/share/endpointlab");
    /** How long the learner has been at it. */
    private static final Duration SITTING = Duration.ofMinutes(37).plusSeconds(12);

    private final TestApp app = new TestApp(Settings.DEFAULT);
    private final Stage stage;
    private final MainWindow window;
    private FakeSession session;
    private LabObserver observer;
    private int reminder;
    private final FakeAccounts accounts = new FakeAccounts();

    Gallery(Stage stage) {
        this.stage = stage;
        AppContext context = app.context();
        window = new MainWindow(new MainWindow.Parts(context.localizer(), context.appearance(), context.prices(),
                () -> Instant.now().plus(SITTING), Runnable::run, null, open -> null, open -> null, null, () -> reminder));
        Scene scene = new Scene(window, 1280, 800);
        context.appearance().register(scene);
        context.appearance().lessMotionProperty().set(true);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    AppContext context() {
        return app.context();
    }

    MainWindow window() {
        return window;
    }

    /** Not on the JavaFX thread: waits until what the background was given is on the screen. */
    void settle() {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.async(() -> { }));
        CompletableFuture.runAsync(() -> { }, app.context().background()).join();
        WaitForAsyncUtils.waitForFxEvents();
        int before;
        do {
            before = nodes();
            frames(3);
        } while (nodes() != before);
    }

    private int nodes() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.lookupAll("*").size());
    }

    /** Pages are built in pieces between frames. */
    private static void frames(int count) {
        CountDownLatch left = new CountDownLatch(count);
        AnimationTimer timer = new AnimationTimer() {

            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        WaitForAsyncUtils.waitForAsyncFx(10_000, timer::start);
        try {
            left.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            WaitForAsyncUtils.waitForAsyncFx(10_000, timer::stop);
        }
    }

    /** Hidden meanwhile: Monocle draws into the pixels of the old size for a while if a window grows. */
    void size(double width, double height) {
        if (stage.getWidth() != width || stage.getHeight() != height) {
            stage.hide();
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
        }
    }

    /** Closes whatever was opened beside or in front of the screen. */
    void closeOthers() {
        window.lookupAll(".confirm-overlay").stream().filter(Node::isVisible)
                .forEach(question -> ((Button) question.lookup(".button")).fire());
        List.copyOf(Window.getWindows()).stream().filter(other -> other != stage).forEach(Window::hide);
    }

    /** Whatever is shown beside the window. */
    Scene other() {
        return Window.getWindows().stream().filter(each -> each != stage && each.isShowing()).findFirst()
                .orElseThrow().getScene();
    }

    void start(FakeDesk desk) {
        screens(desk);
        window.showStart();
    }

    void concept(int number) {
        screens(new FakeDesk());
        window.showConcept(number);
    }

    void settings() {
        screens(new FakeDesk());
        window.showSettings();
    }

    /** The way into an account, as far as an account that was looked at. */
    void account(boolean full) {
        accounts.full(full);
        AccountViewModel model = ((AccountView) screens(new FakeDesk()).account()).model();
        window.showAccount();
        enter(model);
    }

    /** As soon as there is a choice, which may be so already. */
    private static void enter(AccountViewModel model) {
        Runnable enter = () -> FxThread.later(() -> model.enter("default", 5));
        if (model.choicesProperty().get() == null) {
            model.choicesProperty().addListener((property, before, after) -> enter.run());
        } else {
            enter.run();
        }
    }

    /** A lab in the user's account that was begun two hours ago. */
    void inAws(RealLab real, LabState state, int step) {
        Instant begun = Instant.now().plus(SITTING).minus(Duration.ofHours(2));
        reminder = 90;
        lab(real, new LabState(state.schema(), state.labId(), state.runId(), LabState.AWS, state.region(),
                "880077179309", 0, state.prefix(), state.values(), state.resources(), state.steps(), begun, begun),
                state.changedAt(), step);
    }

    /**
     * The labs that are left in an account.
     *
     * @param then what is done with them
     */
    void labsLeft(boolean any, Consumer<SweepView> then) {
        accounts.labs().some(any);
        AccountView account = (AccountView) screens(new FakeDesk()).account();
        window.showAccount();
        enter(account.model());
        account.model().reportProperty().addListener((property, before, after) -> {
            if (after != null) {
                FxThread.later(() -> {
                    present();
                    ((Button) account.lookup("#account-labs-left")).fire();
                    FxThread.later(() -> {
                        present();
                        then.accept(account.labsLeft());
                    });
                });
            }
        });
    }

    /** What is in a scroll pane can be looked up only once that has its skin, however soon that is asked. */
    private void present() {
        window.applyCss();
        window.layout();
    }

    FakeLabs labs() {
        return accounts.labs();
    }

    void shortcuts(FakeDesk desk) {
        WindowScreens screens = screens(desk);
        window.showStart();
        screens.showShortcuts(screens.start());
    }

    private WindowScreens screens(FakeDesk desk) {
        WindowScreens screens = new WindowScreens(app.context(), desk, accounts, FOLDER, () -> { });
        window.setScreens(screens);
        return screens;
    }

    /**
     * Opens a lab as it stood at some time.
     *
     * @param real what its ways, commands and calls are asked of
     */
    WizardModel lab(RealLab real, LabState state, Instant now, int step) {
        AppContext context = app.context();
        session = new FakeSession(state);
        observer = new LabObserver(state);
        session.listener = observer;
        window.showLab(null, new WizardContext(real.lab(), real.diagram(), session, observer,
                LabClock.startingAt(now, Pace.AWS), new Reach(real),
                id -> CompletableFuture.completedFuture(real.session().cliCommands(id)),
                call -> CompletableFuture.completedFuture(exchange(real, call)), null, context.localizer(),
                context.appearance(), context.prices(), null, Runnable::run));
        window.openModel().select(step);
        window.applyCss();
        window.layout();
        return window.openModel();
    }

    private static CallDetails.Exchange exchange(RealLab real, CallSummary call) {
        return real.session().exchange(call).map(read -> new CallDetails.Exchange(read.request(), read.response()))
                .orElse(new CallDetails.Exchange("", ""));
    }

    /** As if the learner had made this by hand for the step that is shown. */
    void madeByHand(ResourceSpec spec, Difference... differences) {
        session.work.add(new WorkFound(spec, WorkFound.Verdict.FOUND, List.of(new HandMade("vpc-0a3f91c2d4e5b6078",
                HandMade.How.NAME, List.of(differences))), Optional.empty()));
        ((MenuButton) window.lookup(".more-button")).getItems().stream()
                .filter(item -> "check-my-work".equals(item.getId())).forEach(MenuItem::fire);
        session.end(RunResult.Outcome.DONE);
    }

    void change(LabState state) {
        session.change(state);
    }

    void waiting(WaitInfo wait) {
        observer.waiting(wait);
    }

    void calls(List<CallSummary> calls) {
        calls.forEach(observer::called);
    }

    void end(RunResult.Outcome outcome) {
        session.end(outcome);
    }

    void end(RunResult how) {
        session.end(how);
    }

    WizardView wizard() {
        return (WizardView) window.lookup(".wizard");
    }

    @Override
    public void close() {
        app.close();
        stage.hide();
    }

    private record Reach(RealLab real) implements LabReach {

        @Override
        public CompletableFuture<RemoteOutput> runOnCustomerInstance(String command) {
            return CompletableFuture.completedFuture(new RemoteOutput(command, 0, "ip-10-1-1-25", ""));
        }

        @Override
        public CompletableFuture<URI> publicPage() {
            return CompletableFuture.completedFuture(URI.create("http://127.0.0.1:8080/"));
        }

        @Override
        public CompletableFuture<endpointlab.network.Path> way(Flow flow) {
            return CompletableFuture.completedFuture(real.wayNow(flow));
        }
    }
}
