package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.StateGlyph;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** The chip that stands for a route table. */
final class RouteTableNode extends PlaceNode {

    private static final double ICON = 18;
    private static final double GLYPH = 14;

    private final DiagramText name;
    private final StateGlyph glyph = new StateGlyph(GLYPH);

    RouteTableNode(DiagramSpec.RouteTable chip) {
        super("route-table");
        Rectangle border = new Rectangle(chip.x(), chip.y(), chip.width(), chip.height());
        border.getStyleClass().add("chip-border");
        border.setArcWidth(chip.height());
        border.setArcHeight(chip.height());
        double middle = chip.y() + chip.height() / 2;
        Node icon = ResourceIcon.ROUTE_TABLE.node(ICON);
        icon.setLayoutX(chip.x() + 7);
        icon.setLayoutY(middle - ICON / 2);
        body().getChildren().addAll(border, icon);
        name = DiagramText.at(chip.x() + 28, middle, "chip-name");
        glyph.setLayoutX(chip.x() + chip.width() - GLYPH - 5);
        glyph.setLayoutY(middle - GLYPH / 2);
        labels().getChildren().addAll(name, glyph);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        name.setText(view.name());
        glyph.setStatus(view.status());
    }

    @Override
    void setMoving(boolean moving) {
        glyph.movingProperty().set(moving);
    }
}
