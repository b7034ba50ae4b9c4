package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.ui.shared.ResourceIcon;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** A frame around others; its edge and its label can be pointed at, what it surrounds is left alone. */
abstract class FrameNode extends PlaceNode {

    private static final double CORNER = 6;
    private static final double ICON = 22;
    private static final double LABEL_HEIGHT = 20;

    private final DiagramSpec.Frame frame;

    FrameNode(DiagramSpec.Frame frame) {
        super(frame.kind() + "-frame");
        this.frame = frame;
        body().getStyleClass().add("frame");
        addRings(frame.x(), frame.y(), frame.width(), frame.height(), CORNER);
        Rectangle ground = rectangle("frame-ground");
        ground.setMouseTransparent(true);
        body().getChildren().addAll(ground, rectangle("frame-border"));
    }

    static FrameNode of(DiagramSpec.Frame frame) {
        return switch (frame.kind()) {
            case "vpc" -> new VpcNode(frame);
            case "subnet" -> new SubnetNode(frame);
            default -> new SecurityGroupNode(frame);
        };
    }

    private Rectangle rectangle(String styleClass) {
        Rectangle rectangle = new Rectangle(frame.x(), frame.y(), frame.width(), frame.height());
        rectangle.setArcWidth(2 * CORNER);
        rectangle.setArcHeight(2 * CORNER);
        rectangle.getStyleClass().add(styleClass);
        return rectangle;
    }

    final void addCornerIcon(ResourceIcon icon) {
        Node node = icon.node(ICON);
        node.setLayoutX(frame.x());
        node.setLayoutY(frame.y());
        body().getChildren().add(node);
        addTouchArea(frame.x(), frame.y(), ICON, ICON);
    }

    final void addLabelTouchArea(double x, double y, double width) {
        addTouchArea(x, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
    }

    final DiagramSpec.Frame frame() {
        return frame;
    }

    final double right() {
        return frame.x() + frame.width();
    }

    @Override
    Bounds outline() {
        return new BoundingBox(frame.x(), frame.y(), frame.width(), frame.height());
    }
}
