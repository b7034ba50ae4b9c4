package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.StateGlyph;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** A frame around others: VPC, subnet or security group. */
final class FrameNode extends PlaceNode {

    private static final double LABEL_INSET = 104;
    /** Right of the line that falls from the gateway, and short enough for the longest subnet name. */
    private static final double SUBNET_LABEL_INSET = 82;
    private static final double ICON = 22;
    private static final double GLYPH = 14;

    private final DiagramSpec.Frame frame;
    private final DiagramText role;
    private final DiagramText name;
    private final DiagramText address;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Rectangle labelGround = new Rectangle();

    FrameNode(DiagramSpec.Frame frame) {
        super(frame.kind() + "-frame");
        this.frame = frame;
        Rectangle border = new Rectangle(frame.x(), frame.y(), frame.width(), frame.height());
        border.getStyleClass().add("frame-border");
        border.setArcWidth(12);
        border.setArcHeight(12);
        body().getChildren().add(border);
        boolean group = frame.kind().equals("security-group");
        boolean vpc = frame.kind().equals("vpc");
        double line = group ? frame.y() : frame.y() + (vpc ? 12 : 11);
        role = DiagramText.at(frame.x() + LABEL_INSET, line, "role");
        name = DiagramText.at(frame.x() + LABEL_INSET, line, "frame-name");
        address = DiagramText.at(vpc ? frame.x() + 162 : frame.x() + SUBNET_LABEL_INSET, line + (vpc ? 22 : 19),
                "address");
        if (!vpc) {
            role.setManaged(false);
            role.setVisible(false);
        }
        labels().getChildren().addAll(role, name, glyph);
        if (group) {
            labelGround.getStyleClass().add("label-ground");
            name.getStyleClass().add("group-name");
            Node shield = ResourceIcon.SECURITY_GROUP.node(16);
            shield.getStyleClass().add("frame-icon");
            labels().getChildren().addAll(0, java.util.List.of(labelGround, shield));
            layoutGroupLabel(shield);
            name.layoutBoundsProperty().addListener((property, before, after) -> layoutGroupLabel(shield));
        } else {
            labels().getChildren().add(address);
            body().getChildren().add(cornerIcon(vpc ? ResourceIcon.VPC : ResourceIcon.PUBLIC_SUBNET));
            name.layoutBoundsProperty().addListener((property, before, after) -> layoutFrameLabel());
            role.layoutBoundsProperty().addListener((property, before, after) -> layoutFrameLabel());
            address.layoutBoundsProperty().addListener((property, before, after) -> layoutFrameLabel());
        }
    }

    private Node cornerIcon(ResourceIcon icon) {
        Node node = icon.node(ICON);
        node.setLayoutX(frame.x());
        node.setLayoutY(frame.y());
        return node;
    }

    private void layoutFrameLabel() {
        double left = frame.kind().equals("vpc") && !role.getText().isEmpty()
                ? role.getX() + role.getLayoutBounds().getWidth() + 6 : frame.x() + SUBNET_LABEL_INSET;
        name.setX(left);
        boolean vpc = frame.kind().equals("vpc");
        DiagramText beside = vpc ? address : name;
        glyph.setLayoutX(beside.getX() + beside.getLayoutBounds().getWidth() + 6);
        glyph.setLayoutY(beside.getY() - GLYPH / 2);
    }

    private void layoutGroupLabel(Node shield) {
        Bounds text = name.getLayoutBounds();
        name.setX(frame.x() + frame.width() - GLYPH - 6 - text.getWidth());
        labelGround.setX(name.getX() - 25);
        labelGround.setY(frame.y() - 9);
        labelGround.setWidth(text.getWidth() + 25 + GLYPH + 6);
        labelGround.setHeight(18);
        shield.setLayoutX(name.getX() - 20);
        shield.setLayoutY(frame.y() - 8);
        glyph.setLayoutX(name.getX() + text.getWidth() + 4);
        glyph.setLayoutY(frame.y() - GLYPH / 2);
    }

    void setRole(String text) {
        role.setText(text);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        name.setText(view.name());
        address.setText(view.address());
        glyph.setStatus(view.status());
    }

    @Override
    void setMoving(boolean moving) {
        glyph.movingProperty().set(moving);
    }
}
