package endpointlab.ui.diagram;

import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The buttons at the diagram's upper right. */
final class DiagramToolbar extends HBox {

    private static final double ICON = 1.35;

    private final Localizer localizer;

    DiagramToolbar(Localizer localizer) {
        this.localizer = localizer;
        getStyleClass().add("diagram-toolbar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
    }

    /** @param key key of its name */
    Button add(String id, String icon, String key, Runnable action) {
        Button button = new Button();
        EmIcon.set(button, icon, ICON);
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(localizer.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(localizer.bind(key));
        button.setTooltip(tooltip);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return button;
    }
}
