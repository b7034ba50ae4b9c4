package endpointlab.ui.shared;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force. Language, theme, text size and motion take effect at once, wherever they are changed; every
 * change is saved in the background. To be used on the JavaFX thread.
 */
public final class Preferences {

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>(this, "problem");
    private final Localizer localizer;
    private final Appearance appearance;
    private final Consumer<Settings> store;
    private final Executor background;
    private final AtomicReference<Settings> unsaved = new AtomicReference<>();
    private final Object saving = new Object();

    /**
     * @param store      writes the settings; may throw a {@link ProblemException}
     * @param background on which {@code store} is called
     */
    public Preferences(Settings first, Localizer localizer, Appearance appearance, Consumer<Settings> store,
                       Executor background) {
        this.settings = new ReadOnlyObjectWrapper<>(this, "settings", first);
        this.localizer = localizer;
        this.appearance = appearance;
        this.store = store;
        this.background = background;
        apply(first);
        settings.addListener((property, before, after) -> apply(after));
        localizer.languageProperty().addListener((property, before, after) -> change(was -> was.withLanguage(after)));
        appearance.themeProperty().addListener((property, before, after) ->
                change(was -> was.withLook(Look.valueOf(after.name()))));
        appearance.textSizeProperty().addListener((property, before, after) ->
                change(was -> was.withTextSize(after.intValue())));
        appearance.lessMotionProperty().addListener((property, before, after) ->
                change(was -> was.withLessMotion(after)));
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings settings() {
        return settings.get();
    }

    /** What is wrong with the file of the settings; {@code null} if nothing is, or it was dismissed. */
    public ObjectProperty<Problem> problemProperty() {
        return problem;
    }

    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            if (unsaved.getAndSet(changed) == null) {
                background.execute(this::save);
            }
        }
    }

    private void apply(Settings now) {
        localizer.languageProperty().set(now.language());
        appearance.themeProperty().set(Theme.valueOf(now.look().name()));
        appearance.setTextSize(now.textSize());
        appearance.lessMotionProperty().set(now.lessMotion());
    }

    private void save() {
        synchronized (saving) {
            Settings latest = unsaved.getAndSet(null);
            if (latest == null) {
                return;
            }
            try {
                store.accept(latest);
            } catch (ProblemException notSaved) {
                LOG.warn("settings were not saved", notSaved);
                FxThread.run(() -> problem.set(notSaved.problem()));
            }
        }
    }
}
