package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.StateGlyph;
import javafx.scene.Node;
import javafx.scene.shape.Circle;

/** A gateway on the frame's edge. */
final class GatewayNode extends PlaceNode {

    private static final double ICON = 24;
    private static final double GLYPH = 14;

    private final DiagramText name;
    private final StateGlyph glyph = new StateGlyph(GLYPH);

    GatewayNode(DiagramSpec.Gateway gateway) {
        super("gateway");
        Circle disc = new Circle(gateway.x(), gateway.y(), gateway.radius());
        disc.getStyleClass().add("gateway-disc");
        Node icon = ResourceIcon.INTERNET_GATEWAY.node(ICON);
        icon.setLayoutX(gateway.x() - ICON / 2);
        icon.setLayoutY(gateway.y() - ICON / 2);
        body().getChildren().addAll(disc, icon);
        name = DiagramText.at(gateway.x() + gateway.radius() + 7, gateway.y() - 15, "gateway-name");
        name.layoutBoundsProperty().addListener((property, before, after) ->
                glyph.setLayoutX(name.getX() + after.getWidth() + 6));
        glyph.setLayoutY(name.getY() - GLYPH / 2);
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
