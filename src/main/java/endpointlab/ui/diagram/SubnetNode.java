package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;

/** The frame of a subnet: its name, and below it its block and zone. */
final class SubnetNode extends FrameNode {

    /** Right of the line that falls from the gateway, and short enough for the longest subnet name. */
    private static final double LABEL_INSET = 82;
    private static final double NAME_LINE = 11;
    private static final double BLOCK_LINE = 30;
    private static final double EDGE = 2;
    private static final double BLOCK_EDGE = 6;

    private final LabelRow name;
    private final LabelRow block;

    SubnetNode(DiagramSpec.Frame frame) {
        super(frame);
        addCornerIcon(ResourceIcon.PUBLIC_SUBNET);
        double left = frame.x() + LABEL_INSET;
        double room = right() - EDGE - left;
        name = LabelRow.fromLeft(left, frame.y() + NAME_LINE, room, "frame-name");
        block = LabelRow.fromLeft(left, frame.y() + BLOCK_LINE, right() - BLOCK_EDGE - left, "address");
        block.withoutGlyph();
        addLabelTouchArea(left, frame.y() + NAME_LINE, room);
        addLabelTouchArea(left, frame.y() + BLOCK_LINE, room);
        labels().getChildren().addAll(name, block);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        name.glyph().setStatus(view.status());
        name.show("", view.label());
        block.show(wordUnlessReady(view), view.address(), view.address().replaceAll(" .*", ""), "");
    }

    @Override
    void setMoving(boolean moving) {
        name.glyph().movingProperty().set(moving);
    }
}
