package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the places of a diagram stand, and what stands within what. Pure. */
final class PlaceMap {

    private static final double ON_EDGE = 1;

    /** What a place is drawn as. */
    enum Shape {
        FRAME, GATEWAY, ROUTE_TABLE, TILE
    }

    /**
     * A place and the rectangle it takes.
     *
     * @param id        spec id of its first resource
     * @param frameKind kind of a frame, else empty
     */
    record Spot(String id, Shape shape, String frameKind, List<String> resources, DiagramSpec.Box box) {

        double centreX() {
            return box.x() + box.width() / 2;
        }

        double centreY() {
            return box.y() + box.height() / 2;
        }

        boolean around(double x, double y) {
            return x >= box.x() - ON_EDGE && x <= box.x() + box.width() + ON_EDGE
                    && y >= box.y() - ON_EDGE && y <= box.y() + box.height() + ON_EDGE;
        }
    }

    private final Map<String, Spot> spots = new LinkedHashMap<>();

    PlaceMap(DiagramSpec spec) {
        spec.frames().forEach(frame -> add(Shape.FRAME, frame.kind(), frame.resources(),
                new DiagramSpec.Box(frame.x(), frame.y(), frame.width(), frame.height())));
        spec.gateways().forEach(gateway -> add(Shape.GATEWAY, "", gateway.resources(),
                around(gateway.x(), gateway.y(), 2 * gateway.radius())));
        spec.routeTables().forEach(table -> add(Shape.ROUTE_TABLE, "", table.resources(),
                new DiagramSpec.Box(table.x(), table.y(), table.width(), table.height())));
        spec.tiles().forEach(tile -> add(Shape.TILE, "", tile.resources(), around(tile.x(), tile.y(), tile.size())));
    }

    private static DiagramSpec.Box around(double x, double y, double size) {
        return new DiagramSpec.Box(x - size / 2, y - size / 2, size, size);
    }

    private void add(Shape shape, String frameKind, List<String> resources, DiagramSpec.Box box) {
        spots.put(resources.get(0), new Spot(resources.get(0), shape, frameKind, resources, box));
    }

    /** All places in the order in which they are painted. */
    List<Spot> spots() {
        return new ArrayList<>(spots.values());
    }

    /** The place whose first resource that is; empty for the internet. */
    Optional<Spot> spot(String id) {
        return Optional.ofNullable(spots.get(id));
    }

    /** The place that shows a resource, be it its first or another. */
    Optional<Spot> showing(String resourceId) {
        return spots.values().stream().filter(spot -> spot.resources().contains(resourceId)).findFirst();
    }

    /** The innermost frame of that kind around a place. */
    Optional<Spot> frameAround(String id, String kind) {
        return spot(id).flatMap(inner -> spots.values().stream()
                .filter(frame -> frame.frameKind().equals(kind) && frame != inner
                        && frame.around(inner.centreX(), inner.centreY()))
                .min(Comparator.comparingDouble(frame -> frame.box().width() * frame.box().height())));
    }

    /** The gateway on the edge of a VPC's frame. */
    Optional<Spot> gatewayOf(String vpcId) {
        return spot(vpcId).flatMap(vpc -> spots.values().stream()
                .filter(spot -> spot.shape() == Shape.GATEWAY && vpc.around(spot.centreX(), spot.centreY()))
                .findFirst());
    }
}
