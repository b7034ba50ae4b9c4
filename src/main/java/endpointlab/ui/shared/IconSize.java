package endpointlab.ui.shared;

import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Sizes of font icons. AtlantaFX's style sheet gives every icon 18 px, and that wins over
 * {@link FontIcon#setIconSize}; only an inline style is stronger.
 */
public final class IconSize {

    private IconSize() {
    }

    /** Makes {@code icon} that many pixels wide and high, its margin included. */
    public static void set(FontIcon icon, double pixels) {
        // Ikonli keeps the name of its font in the same inline style.
        String others = icon.getStyle().replaceAll("-fx-icon-size: *[0-9]+px;", "");
        icon.setStyle(others + "-fx-icon-size: " + Math.round(pixels) + "px;");
    }
}
