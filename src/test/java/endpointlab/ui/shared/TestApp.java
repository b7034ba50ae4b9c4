package endpointlab.ui.shared;

import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.settings.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.stage.Stage;

/** All that a page outside a lab works with; to be made on the JavaFX thread. */
public final class TestApp implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "test-background");
        thread.setDaemon(true);
        return thread;
    });
    private final RecordingNavigator navigator = new RecordingNavigator();
    private final List<Settings> saved = new CopyOnWriteArrayList<>();
    private final AppContext context;

    public TestApp(Settings settings) {
        Fonts.load();
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        Localizer localizer = new Localizer(Language.JA);
        Appearance appearance = new Appearance();
        Preferences preferences = new Preferences(settings, localizer, appearance, saved::add, background);
        context = new AppContext(localizer, appearance, preferences, navigator, lab, new DiagramReader().read(lab),
                new LabTexts(lab.id()), PriceTable.load(), InstantSource.fixed(NOW), background);
    }

    /** Shows a page in a window of 1280×800. */
    public void show(Stage stage, Parent page) {
        TestStage.show(stage, page, context.appearance());
    }

    public AppContext context() {
        return context;
    }

    public Preferences preferences() {
        return context.preferences();
    }

    public RecordingNavigator navigator() {
        return navigator;
    }

    /** All settings that were saved, in order. */
    public List<Settings> saved() {
        return saved;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
