package endpointlab.ui.wizard;

import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that the wizard's panes share. */
final class Labels {

    static final double ICON_EMS = 1.25;
    private static final double PLAIN_FONT = 14;

    private Labels() {
    }

    static Label bound(Localizer texts, String key, String... styles) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Takes as many lines as its text needs. */
    static Label wrapping(String... styles) {
        Label label = plain(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label plain(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Button button(Localizer texts, String key, String icon, String... styles) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.accessibleTextProperty().bind(button.textProperty());
        if (!icon.isEmpty()) {
            EmIcon.set(button, icon, ICON_EMS);
        }
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A button without a word; says what it does when pointed at and to screen readers. */
    static Button icon(Localizer texts, String key, String icon, String... styles) {
        Button button = new Button();
        EmIcon.set(button, icon, ICON_EMS);
        button.accessibleTextProperty().bind(texts.bind(key));
        button.setTooltip(tip(texts, key));
        button.getStyleClass().addAll("button-icon", "flat");
        button.getStyleClass().addAll(styles);
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return button;
    }

    /** An icon that grows with the text. */
    static Label symbol(String icon, double ems, String... styles) {
        Label symbol = plain(styles);
        EmIcon.set(symbol, icon, ems);
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        return symbol;
    }

    /** Makes a sign grow with the text beside it. */
    static void scale(StateGlyph glyph, Label beside) {
        DoubleBinding factor = Bindings.createDoubleBinding(() -> beside.getFont().getSize() / PLAIN_FONT,
                beside.fontProperty());
        glyph.scaleXProperty().bind(factor);
        glyph.scaleYProperty().bind(factor);
    }

    /** Another icon on a control that was given one before. */
    static void icon(Labeled labeled, String icon) {
        if (labeled.getGraphic() instanceof FontIcon font && !font.getIconLiteral().equals(icon)) {
            font.setIconLiteral(icon);
        }
    }

    static Tooltip tip(Localizer texts, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        return tip;
    }

    static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
