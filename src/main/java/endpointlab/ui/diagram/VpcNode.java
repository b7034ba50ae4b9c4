package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;

/** The frame of a VPC: its role and name, and below them its block beside the route table. */
final class VpcNode extends FrameNode {

    private static final double NAME_INSET = 101;
    private static final double BLOCK_INSET = 162;
    private static final double NAME_LINE = 12;
    private static final double BLOCK_LINE = 34;
    private static final double GAP = 6;
    private static final double TIGHT_GAP = 3;
    private static final double EDGE = 2;

    private final DiagramText role;
    private final DiagramText name;
    private final LabelRow block;

    VpcNode(DiagramSpec.Frame frame) {
        super(frame);
        addCornerIcon(ResourceIcon.VPC);
        double line = frame.y() + NAME_LINE;
        role = DiagramText.at(frame.x() + NAME_INSET, line, "role");
        name = DiagramText.at(frame.x() + NAME_INSET, line, "frame-name");
        double left = frame.x() + BLOCK_INSET;
        block = LabelRow.fromLeft(left, frame.y() + BLOCK_LINE, right() - EDGE - left, "address");
        name.fontProperty().addListener((property, before, after) -> placeName());
        role.layoutBoundsProperty().addListener((property, before, after) -> placeName());
        addLabelTouchArea(role.getX(), line, right() - GAP - role.getX());
        addLabelTouchArea(left, frame.y() + BLOCK_LINE, right() - GAP - left);
        labels().getChildren().addAll(role, name, block);
    }

    /** Says which side it plays. */
    void setRole(String text) {
        role.show(text);
    }

    private void placeName() {
        if (shown() == null) {
            return;
        }
        double afterRole = role.getX() + role.getLayoutBounds().getWidth();
        double left = afterRole + (name.tight() ? TIGHT_GAP : GAP);
        name.setX(left);
        name.show(right() - EDGE - left, shown().label());
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        placeName();
        block.glyph().setStatus(view.status());
        block.show(wordUnlessReady(view), view.address(), "");
    }

    @Override
    void setMoving(boolean moving) {
        block.glyph().movingProperty().set(moving);
    }
}
