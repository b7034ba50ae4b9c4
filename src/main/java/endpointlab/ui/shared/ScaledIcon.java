package endpointlab.ui.shared;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An icon that grows with the text size. A size in em in a style sheet won't do: for an icon it means the icon's own
 * font, and grows each time it is applied.
 */
public final class ScaledIcon extends FontIcon {

    private final Appearance appearance;
    private final double ems;
    private final ChangeListener<Number> resize = (property, before, after) -> resize();

    /**
     * @param code Ikonli code such as {@code mdmz-play_arrow}
     * @param ems  height of its square
     */
    public ScaledIcon(Appearance appearance, String code, double ems) {
        super(code);
        this.appearance = appearance;
        this.ems = ems;
        appearance.textSizeProperty().addListener(new WeakChangeListener<>(resize));
        resize();
    }

    private void resize() {
        IconSize.set(this, ems * appearance.em());
    }
}
