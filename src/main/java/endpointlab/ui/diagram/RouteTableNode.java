package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.StateGlyph;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** The chip that stands for a route table; while something is up with it, it says so instead of its kind. */
final class RouteTableNode extends PlaceNode {

    private static final double ICON = 18;
    private static final double GLYPH = 14;
    private static final double TEXT_INSET = 28;
    private static final double END_INSET = 6;

    private final DiagramSpec.RouteTable chip;
    private final DiagramText name;
    private final StateGlyph glyph = new StateGlyph(GLYPH);

    RouteTableNode(DiagramSpec.RouteTable chip) {
        super("route-table");
        this.chip = chip;
        addRings(chip.x(), chip.y(), chip.width(), chip.height(), chip.height() / 2);
        Rectangle border = new Rectangle(chip.x(), chip.y(), chip.width(), chip.height());
        border.getStyleClass().add("chip-border");
        border.setArcWidth(chip.height());
        border.setArcHeight(chip.height());
        double middle = chip.y() + chip.height() / 2;
        Node icon = ResourceIcon.ROUTE_TABLE.node(ICON);
        icon.setLayoutX(chip.x() + 7);
        icon.setLayoutY(middle - ICON / 2);
        body().getChildren().addAll(border, icon);
        name = DiagramText.at(chip.x() + TEXT_INSET, middle, "chip-name");
        glyph.setLayoutX(chip.x() + chip.width() - GLYPH - END_INSET);
        glyph.setLayoutY(middle - GLYPH / 2);
        labels().getChildren().addAll(name, glyph);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        boolean quiet = switch (view.status()) {
            case NOT_MADE, READY, DELETED -> true;
            default -> false;
        };
        double room = chip.width() - TEXT_INSET - GLYPH - END_INSET - 2;
        if (quiet) {
            name.show(room, view.label());
        } else {
            name.show(room, view.statusText(), PlaceWords.withoutTime(view.statusText()));
        }
        glyph.setStatus(view.status());
    }

    @Override
    void setMoving(boolean moving) {
        glyph.movingProperty().set(moving);
    }

    @Override
    Bounds outline() {
        return new BoundingBox(chip.x(), chip.y(), chip.width(), chip.height());
    }
}
