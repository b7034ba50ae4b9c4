package endpointlab.ui.shared;

import javafx.scene.control.Labeled;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Icons that grow with the text beside them. A style sheet can't say so: an icon's em is its own size, so that it would grow
 * with every look at the style sheet.
 */
public final class EmIcon {

    private EmIcon() {
    }

    /** Gives {@code labeled} an icon of {@code em} times its font's size. */
    public static void set(Labeled labeled, String code, double em) {
        FontIcon icon = new FontIcon(code);
        IconSize.set(icon, labeled.getFont().getSize() * em);
        labeled.fontProperty().addListener((property, before, after) ->
                IconSize.set(icon, after.getSize() * em));
        labeled.setGraphic(icon);
    }
}
