package endpointlab.app;

import endpointlab.lab.Lab;
import endpointlab.run.CallSummary;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabTexts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.Preferences;
import endpointlab.ui.wizard.CallDetails;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * The window with all that stands behind it, from one home. To be made and closed on the JavaFX thread; the fonts
 * must be loaded.
 */
final class WindowSetup implements AutoCloseable {

    private final Localizer localizer;
    private final Appearance appearance;
    private final CodePrompt prompt;
    private final WindowDesk desk;
    private final MainWindow window;

    /**
     * @param background runs what may block; must never queue
     */
    WindowSetup(LabHome home, WindowData data, Surroundings around, Desktop desktop, ExecutorService background) {
        Lab lab = data.lab();
        localizer = data.texts();
        appearance = new Appearance();
        Preferences preferences = new Preferences(data.settings(), localizer, appearance, new SettingsStore(home)::save,
                background);
        data.loaded().problem().ifPresent(preferences.problemProperty()::set);
        prompt = new CodePrompt(this::askCode, FxThread::run);
        desk = new WindowDesk(around, new LabShelf(home), lab, data.diagram(),
                () -> preferences.settings().laptopAddress(), prompt::code, background);
        window = new MainWindow(new MainWindow.Parts(localizer, appearance, data.prices(), InstantSource.system(),
                background, desktop,
                open -> new WindowCli(open, background),
                open -> call -> CompletableFuture.supplyAsync(() -> exchange(open, call), background),
                (form, state, spoken, masked) -> CompletableFuture.supplyAsync(() -> new Exports(lab,
                        around.texts().apply(spoken)).text(form, state, masked), background),
                () -> preferences.settings().reminderMinutes()));
        AppContext context = new AppContext(localizer, appearance, preferences, window, lab, data.diagram(),
                new LabTexts(lab.id()), data.prices(), InstantSource.system(), background);
        window.setScreens(new WindowScreens(context, desk,
                new WindowAccounts(around, desk, prompt::code, background), home.root(),
                () -> desktop.browse(home.root().toUri())));
    }

    private CompletableFuture<Optional<String>> askCode(String serial) {
        return window.askCode(serial);
    }

    MainWindow window() {
        return window;
    }

    Appearance appearance() {
        return appearance;
    }

    Localizer localizer() {
        return localizer;
    }

    private static CallDetails.Exchange exchange(OpenLab open, CallSummary call) {
        return open.session().exchange(call).map(read -> new CallDetails.Exchange(read.request(), read.response()))
                .orElse(new CallDetails.Exchange("", ""));
    }

    /** Saves and closes the labs that are open; a call to AWS in flight is waited for. */
    @Override
    public void close() {
        prompt.close();
        desk.close();
    }
}
