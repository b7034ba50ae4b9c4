package endpointlab.ui.diagram;

import endpointlab.ui.shared.ResourceIcon;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;

/** Icons of tiles by the name that the lab's data gives; AWS has no icon for a target group, so we draw one. */
final class TileIcons {

    private TileIcons() {
    }

    static Node node(String name, double size) {
        return name.equals("TARGET_GROUP") ? targetGroup(size) : ResourceIcon.valueOf(name).node(size);
    }

    private static Node targetGroup(double size) {
        double unit = size / 48;
        Circle outer = ring(22 * unit, 2 * unit);
        Circle middle = ring(13 * unit, 3 * unit);
        Circle inner = new Circle(24 * unit, 24 * unit, 5 * unit);
        inner.getStyleClass().add("icon-shape");
        outer.setCenterX(24 * unit);
        outer.setCenterY(24 * unit);
        middle.setCenterX(24 * unit);
        middle.setCenterY(24 * unit);
        Group icon = new Group(outer, middle, inner);
        icon.getStyleClass().addAll("resource-icon", "net");
        icon.setMouseTransparent(true);
        return icon;
    }

    private static Circle ring(double radius, double width) {
        Circle ring = new Circle(radius);
        ring.setStrokeWidth(width);
        ring.getStyleClass().add("icon-ring");
        return ring;
    }
}
