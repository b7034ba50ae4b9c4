package endpointlab.ui.shared;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** How the whole window looks: theme, text size and motion. Scenes that are registered follow every change. */
public final class Appearance {

    /** Text size in percent: the smallest, the largest and one step of the keys. */
    public static final int SMALLEST = 80;
    public static final int LARGEST = 200;
    public static final int STEP = 10;

    private static final double BASE_FONT_PX = 14;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize", 100);
    private final BooleanProperty lessMotion = new SimpleBooleanProperty(this, "lessMotion", false);
    private final List<Scene> scenes = new ArrayList<>();

    public Appearance() {
        theme.addListener((property, before, after) -> applyTheme());
        textSize.addListener((property, before, after) -> scenes.forEach(this::applyTextSize));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** In percent of the usual size, {@link #SMALLEST} to {@link #LARGEST}. */
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    public void setTextSize(int percent) {
        textSize.set(Math.max(SMALLEST, Math.min(LARGEST, percent)));
    }

    /** One em of the text size chosen now, in pixels. */
    public double em() {
        return BASE_FONT_PX * textSize.get() / 100;
    }

    public BooleanProperty lessMotionProperty() {
        return lessMotion;
    }

    /** Makes {@code scene} follow; the first call also sets the application's base theme. */
    public void register(Scene scene) {
        scenes.add(scene);
        applyTheme();
        applyTextSize(scene);
    }

    public void unregister(Scene scene) {
        scenes.remove(scene);
    }

    private void applyTheme() {
        Application.setUserAgentStylesheet(theme.get().userAgentStylesheet());
        scenes.forEach(scene -> scene.getStylesheets().setAll(theme.get().sceneStylesheets()));
    }

    private void applyTextSize(Scene scene) {
        scene.getRoot().setStyle(String.format(java.util.Locale.ROOT, "-fx-font-size: %.1fpx;", em()));
    }
}
