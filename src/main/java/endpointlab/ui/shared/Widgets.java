package endpointlab.ui.shared;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the controls that every screen needs, their texts bound to the language. */
public final class Widgets {

    private static final double ICON_EMS = 1.3;

    private final Localizer localizer;
    private final Appearance appearance;

    public Widgets(Localizer localizer, Appearance appearance) {
        this.localizer = localizer;
        this.appearance = appearance;
    }

    /** A label that wraps. */
    public Label label(String key, String... styleClasses) {
        return label(() -> localizer.text(key), styleClasses);
    }

    /** As {@link #label(String, String...)}, for a text that is put together. */
    public Label label(Supplier<String> text, String... styleClasses) {
        Label label = new Label();
        label.textProperty().bind(localizer.bind(text));
        label.getStyleClass().addAll(styleClasses);
        label.setWrapText(true);
        return label;
    }

    /** A label that is never cut off. */
    public Label shortLabel(Supplier<String> text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(false);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A heading of a part of the page. */
    public Label heading(String key, String... styleClasses) {
        Label heading = label(key, styleClasses);
        heading.setAccessibleRole(AccessibleRole.TEXT);
        return heading;
    }

    /**
     * A button with words and, if {@code icon} isn't empty, an icon before them.
     *
     * @param icon Ikonli code such as {@code mdmz-play_arrow}
     */
    public Button button(String key, String icon, Runnable action, String... styleClasses) {
        return button(() -> localizer.text(key), icon, action, styleClasses);
    }

    /** As {@link #button(String, String, Runnable, String...)}, for a text that is put together. */
    public Button button(Supplier<String> text, String icon, Runnable action, String... styleClasses) {
        Button button = new Button();
        button.textProperty().bind(localizer.bind(text));
        button.accessibleTextProperty().bind(button.textProperty());
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        if (!icon.isEmpty()) {
            button.setGraphic(icon(icon));
        }
        return button;
    }

    /** An icon that only repeats what words beside it say. */
    public FontIcon icon(String code, String... styleClasses) {
        FontIcon icon = new ScaledIcon(appearance, code, ICON_EMS);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Takes the room that is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

}
