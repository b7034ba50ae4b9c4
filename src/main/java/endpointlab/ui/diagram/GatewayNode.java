package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Circle;

/** A gateway on the frame's edge. */
final class GatewayNode extends PlaceNode {

    private static final double ICON = 24;
    private static final double LABEL_GAP = 7;
    private static final double LABEL_RISE = 15;
    private static final double LABEL_HEIGHT = 20;
    /** The Region's name stands at the right end of the same line. */
    private static final double ROOM = 186;

    private final DiagramSpec.Gateway gateway;
    private final LabelRow label;

    GatewayNode(DiagramSpec.Gateway gateway) {
        super("gateway");
        this.gateway = gateway;
        addRings(gateway.x(), gateway.y(), gateway.radius());
        Circle disc = new Circle(gateway.x(), gateway.y(), gateway.radius());
        disc.getStyleClass().add("gateway-disc");
        Node icon = ResourceIcon.INTERNET_GATEWAY.node(ICON);
        icon.setLayoutX(gateway.x() - ICON / 2);
        icon.setLayoutY(gateway.y() - ICON / 2);
        body().getChildren().addAll(disc, icon);
        double left = gateway.x() + gateway.radius() + LABEL_GAP;
        label = LabelRow.fromLeft(left, gateway.y() - LABEL_RISE, ROOM, "gateway-name");
        addTouchArea(left, gateway.y() - LABEL_RISE - LABEL_HEIGHT / 2, ROOM * 2 / 3, LABEL_HEIGHT);
        labels().getChildren().add(label);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        label.glyph().setStatus(view.status());
        label.show(view.status() == ResourceStatus.NOT_MADE, wordUnlessReady(view), view.label());
    }

    @Override
    void setMoving(boolean moving) {
        label.glyph().movingProperty().set(moving);
    }

    @Override
    Bounds outline() {
        double radius = gateway.radius();
        return new BoundingBox(gateway.x() - radius, gateway.y() - radius, 2 * radius, 2 * radius);
    }
}
