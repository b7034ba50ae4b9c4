package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** The dashed frame around everything that wears a security group, its label on its upper edge. */
final class SecurityGroupNode extends FrameNode {

    private static final PseudoClass ON_LIT = PseudoClass.getPseudoClass("on-lit");
    private static final double SHIELD = 16;
    private static final double HEIGHT = 18;
    private static final double GAP = 5;
    /** Left of it falls the line from the gateway. */
    private static final double LEFT_MARGIN = 72;
    private static final double LEAST_ROOM = 240;

    private final LabelRow label;
    private final Node shield = ResourceIcon.SECURITY_GROUP.node(SHIELD);
    private final Rectangle ground = new Rectangle();

    SecurityGroupNode(DiagramSpec.Frame frame) {
        super(frame);
        double room = Math.max(frame.width() - LEFT_MARGIN, LEAST_ROOM) - SHIELD - 3 * GAP;
        label = LabelRow.fromRight(right() - GAP, frame.y(), room, "frame-name", "security-group-name");
        ground.getStyleClass().add("label-ground");
        ground.setY(frame.y() - HEIGHT / 2);
        ground.setHeight(HEIGHT);
        shield.setLayoutY(frame.y() - SHIELD / 2);
        labels().getChildren().addAll(ground, shield, label);
        label.layoutBoundsProperty().addListener((property, before, after) -> placeGround());
        double touch = Math.min(frame.width(), LEAST_ROOM);
        addLabelTouchArea(right() - touch, frame.y(), touch);
    }

    private void placeGround() {
        shield.setLayoutX(label.left() - GAP - SHIELD);
        ground.setX(label.left() - 2 * GAP - SHIELD);
        ground.setWidth(right() - 1 - ground.getX());
    }

    /** Whether what is under its label is filled with a lit subnet's colour. */
    void setOnLit(boolean lit) {
        labels().pseudoClassStateChanged(ON_LIT, lit);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        label.glyph().setStatus(view.status());
        label.show(view.status() == ResourceStatus.NOT_MADE, wordUnlessReady(view), view.label());
        placeGround();
    }

    @Override
    void setMoving(boolean moving) {
        label.glyph().movingProperty().set(moving);
    }
}
