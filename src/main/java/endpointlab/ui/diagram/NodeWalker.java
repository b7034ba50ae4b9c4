package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From one place to the next by the arrow keys: along a link if one leads there, else to what lies nearest. Pure. */
final class NodeWalker {

    /** Something slightly aside still counts as being in a direction. */
    private static final double SLOPE = 2.5;
    private static final double LABEL_INSET = 104;
    private static final double LABEL_LINE = 11;
    /** Going along a link is worth a detour. */
    private static final double LINK_BONUS = 0.4;

    private final PlaceMap map;
    private final WayGraph graph;

    NodeWalker(DiagramSpec spec) {
        map = new PlaceMap(spec);
        graph = new WayGraph(spec);
    }

    /** The place in that direction from another; empty if there is none. */
    Optional<String> next(String from, int dx, int dy) {
        PlaceMap.Spot start = map.spot(from).orElseThrow();
        return map.spots().stream().filter(spot -> !spot.id().equals(from))
                .filter(spot -> ahead(start, spot, dx, dy) > 0)
                .filter(spot -> Math.abs(aside(start, spot, dx, dy)) <= SLOPE * ahead(start, spot, dx, dy))
                .min(Comparator.comparingDouble(spot -> cost(start, spot, dx, dy)))
                .map(PlaceMap.Spot::id);
    }

    private double cost(PlaceMap.Spot start, PlaceMap.Spot spot, int dx, int dy) {
        double distance = ahead(start, spot, dx, dy) + 2 * Math.abs(aside(start, spot, dx, dy));
        return graph.neighbours(start.id()).contains(spot.id()) ? distance * LINK_BONUS : distance;
    }

    private static double ahead(PlaceMap.Spot start, PlaceMap.Spot spot, int dx, int dy) {
        return (x(spot) - x(start)) * dx + (y(spot) - y(start)) * dy;
    }

    private static double aside(PlaceMap.Spot start, PlaceMap.Spot spot, int dx, int dy) {
        return (x(spot) - x(start)) * dy + (y(spot) - y(start)) * dx;
    }

    /** Frames are met at their labels. */
    private static double x(PlaceMap.Spot spot) {
        return switch (spot.frameKind()) {
            case "" -> spot.centreX();
            case "security-group" -> spot.box().x() + spot.box().width() - LABEL_INSET / 2;
            default -> spot.box().x() + LABEL_INSET;
        };
    }

    private static double y(PlaceMap.Spot spot) {
        return switch (spot.frameKind()) {
            case "" -> spot.centreY();
            case "security-group" -> spot.box().y();
            default -> spot.box().y() + LABEL_LINE;
        };
    }

    /** The tile farthest to the left, where a walk begins. */
    String first() {
        return tiles().get(0).id();
    }

    String last() {
        List<PlaceMap.Spot> tiles = tiles();
        return tiles.get(tiles.size() - 1).id();
    }

    private List<PlaceMap.Spot> tiles() {
        return map.spots().stream().filter(spot -> spot.shape() == PlaceMap.Shape.TILE)
                .sorted(Comparator.comparingDouble(PlaceMap.Spot::centreX)).toList();
    }
}
