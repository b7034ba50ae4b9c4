package endpointlab.ui.main;

import endpointlab.cost.PriceTable;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.CloseOverlay;
import endpointlab.ui.shared.CodeOverlay;
import endpointlab.ui.shared.ConfirmOverlay;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.LabExports;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Navigator;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.wizard.CallDetails;
import endpointlab.ui.wizard.CliSource;
import endpointlab.ui.wizard.WizardContext;
import endpointlab.ui.wizard.WizardModel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The root of the window: one screen at a time, questions in front of it, and the keys that work everywhere. A lab
 * stays open while settings or a concept page are read, and is closed when the learner goes home. To be used on the
 * JavaFX thread.
 */
public final class MainWindow extends StackPane implements Navigator {

    /** The smallest size that the stage may get, in effective pixels. */
    public static final double MIN_WIDTH = 1024;
    public static final double MIN_HEIGHT = 600;

    private final Parts parts;
    private final StackPane place = new StackPane();
    private final ConfirmOverlay overlay;
    private final CodeOverlay code;
    private final CloseOverlay closing;
    private final HeaderBar.Doings doings;
    private Screens screens;
    private LabScreen lab;
    private LabKeys keys;

    /**
     * What the window works with.
     *
     * @param background      runs what may block; must never queue
     * @param cli             the commands of an open lab
     * @param calls           requests and responses of an open lab
     * @param reminderMinutes after how many minutes, and again each time, a lab in AWS is called to mind; 0: never
     */
    public record Parts(Localizer texts, Appearance appearance, PriceTable prices, InstantSource wallClock,
                        Executor background, Desktop desktop, Function<OpenLab, CliSource> cli,
                        Function<OpenLab, CallDetails> calls, LabExports exports, IntSupplier reminderMinutes) {
    }

    public MainWindow(Parts parts) {
        this.parts = parts;
        this.overlay = new ConfirmOverlay(parts.texts());
        this.code = new CodeOverlay(parts.texts());
        this.closing = new CloseOverlay(parts.texts());
        this.doings = new HeaderBar.Doings(this::goHome, this::present, this::help, this::showSettings);
        this.keys = new LabKeys(parts.appearance(), doings);
        getStyleClass().add("main-window");
        getStylesheets().add(MainWindow.class.getResource("/endpointlab/ui/main/main.css").toExternalForm());
        getChildren().addAll(place, overlay, code, closing);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isAsking()) {
                keys.handle(event, labShown());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && labShown() && !isAsking()) {
                lab.wizard().escape();
            }
        });
    }

    /** To be called once, before any screen is shown. */
    public void setScreens(Screens made) {
        screens = made;
    }

    /** The start page; from a page that was opened inside a lab, back to that lab. */
    @Override
    public void showStart() {
        show(lab != null && !labShown() ? lab : lab == null ? screens.start() : home());
    }

    @Override
    public void showLab(OpenLab open) {
        WizardContext context = WizardContext.of(open, parts.cli().apply(open), parts.calls().apply(open),
                parts.exports(), parts.texts(), parts.appearance(), parts.prices(), parts.desktop(), parts.background());
        showLab(open, context);
    }

    void showLab(OpenLab open, WizardContext context) {
        WizardModel model = new WizardModel(context.lab(), context.commands(), context.observer(), context.clock(),
                context.background());
        lab = new LabScreen(open, context, model, new HeaderModel(context.lab(), model.state(), parts.prices(),
                context.clock(), parts.wallClock()), doings, parts.reminderMinutes(),
                (question, confirmed) -> overlay.ask(question.head(), question.text(), question.confirm(),
                        question.refuse(), confirmed));
        keys = new LabKeys(parts.appearance(), doings).with(lab.wizard());
        show(lab);
    }

    @Override
    public void showConcept(int number) {
        show(screens.concept(number));
    }

    @Override
    public void showSettings() {
        show(screens.settings());
    }

    @Override
    public void showAccount() {
        show(screens.account());
    }

    /** Asks for the code of a device for multi-factor authentication, in front of whatever is shown. */
    public CompletableFuture<Optional<String>> askCode(String serial) {
        return code.ask(serial);
    }

    /** The wizard's model of the lab that is open; {@code null} if none is. */
    public WizardModel openModel() {
        return lab == null ? null : lab.wizard().model();
    }

    /**
     * Whether the window may be closed at once. If not, the user is asked what shall become of what costs money or is
     * being cleaned up.
     *
     * @param close closes the window after all
     */
    public boolean mayClose(Runnable close) {
        if (screens != null && screens.isCleaningUp()) {
            overlay.ask("sweep.close", "sweep.close.text", "sweep.close.yes", "main.close.stay", close);
            return false;
        }
        if (lab == null || !lab.figures().costsMoney(openModel().state())) {
            return true;
        }
        closing.ask("USD " + lab.figures().perHour(openModel().state()).orElse("?"), close, () -> {
            show(lab);
            lab.wizard().cleanUpNow();
        });
        return false;
    }

    private void goHome() {
        show(home());
    }

    /** Closes the lab that is open. */
    private Node home() {
        if (lab != null && lab.open() != null) {
            parts.background().execute(lab.open()::close);
        }
        lab = null;
        return screens.start();
    }

    private boolean isAsking() {
        return overlay.isVisible() || code.isVisible() || closing.isVisible();
    }

    private boolean labShown() {
        return lab != null && place.getChildren().contains(lab);
    }

    private void help() {
        if (!place.getChildren().isEmpty()) {
            screens.showShortcuts(place.getChildren().get(0));
        }
    }

    /** The presenter view of the lab that is shown. */
    void present() {
        if (labShown()) {
            show(lab.presenter(() -> show(lab)));
        }
    }

    private void show(Node screen) {
        place.getChildren().setAll(screen);
        if (screen instanceof PresenterScreen) {
            screen.requestFocus();
        }
    }
}
