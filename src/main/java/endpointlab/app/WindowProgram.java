package endpointlab.app;

import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.run.CallSummary;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.LabTexts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.Preferences;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.wizard.CallDetails;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: start-up and shutdown in order. JavaFX makes it and calls {@link #init}, {@link #start}, {@link #stop}. */
public final class WindowProgram extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double ICON = 64;

    private ExecutorService background;
    private LabHome home;
    private Logs logs;
    private SettingsStore.Loaded loaded;
    private WindowDesk desk;

    /** Reads what the window needs before it can be shown. */
    @Override
    public void init() {
        home = WindowOptions.of(getParameters().getRaw()).home();
        logs = Logs.silent();
        logs.to(home.log());
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) ->
                LOG.error("a mistake in the program, on {}", thread.getName(), mistake));
        background = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "window-background");
            thread.setDaemon(true);
            return thread;
        });
        loaded = new SettingsStore(home).load();
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        DiagramSpec diagram = new DiagramReader().read(lab);
        Language language = WindowOptions.of(getParameters().getRaw()).language()
                .orElse(loaded.settings().language());
        Settings settings = loaded.settings().withLanguage(language);
        Localizer localizer = new Localizer(language);
        Appearance appearance = new Appearance();
        Preferences preferences = new Preferences(settings, localizer, appearance, new SettingsStore(home)::save,
                background);
        loaded.problem().ifPresent(preferences.problemProperty()::set);
        Surroundings around = Program.surroundings(logs, action -> () -> { });
        desk = new WindowDesk(around, new LabShelf(home), lab, diagram,
                () -> preferences.settings().laptopAddress(), background);
        PriceTable prices = PriceTable.load();
        UserDesktop desktop = new UserDesktop(getHostServices(), background);
        MainWindow window = new MainWindow(new MainWindow.Parts(localizer, appearance, prices,
                InstantSource.system(), background, desktop,
                open -> specId -> CompletableFuture.supplyAsync(() -> open.session().cliCommands(specId), background),
                open -> call -> CompletableFuture.supplyAsync(() -> exchange(open, call), background)));
        AppContext context = new AppContext(localizer, appearance, preferences, window, lab, diagram,
                new LabTexts(lab.id()), prices, InstantSource.system(), background);
        window.setScreens(new WindowScreens(context, desk, home.root(),
                () -> desktop.browse(home.root().toUri())));
        show(stage, window, appearance, localizer);
    }

    private static CallDetails.Exchange exchange(OpenLab open, CallSummary call) {
        return open.session().exchange(call).map(read -> new CallDetails.Exchange(read.request(), read.response()))
                .orElse(new CallDetails.Exchange("", ""));
    }

    private static void show(Stage stage, MainWindow window, Appearance appearance, Localizer localizer) {
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        appearance.register(scene);
        stage.titleProperty().bind(localizer.bind("window.title"));
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        stage.getIcons().setAll(ResourceIcon.PRIVATELINK.node(ICON).snapshot(clear, null));
        stage.setMinWidth(MainWindow.MIN_WIDTH);
        stage.setMinHeight(MainWindow.MIN_HEIGHT);
        stage.setScene(scene);
        window.showStart();
        stage.show();
    }

    /** Saves and closes what is open; a call to AWS in flight is waited for. */
    @Override
    public void stop() {
        if (desk != null) {
            desk.close();
        }
        background.shutdown();
        logs.close();
    }
}
