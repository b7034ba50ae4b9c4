package endpointlab.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a diagram fits its lab: everything named exists, no resource stands at two places, all is on the canvas. */
final class DiagramConsistency {

    private static final Set<String> FRAMES = Set.of("vpc", "subnet", "security-group");
    private static final Set<String> LINKS = Set.of("gateway", "local", "privatelink", "way");
    private static final String FIELD = "field:";

    private final DiagramSpec diagram;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> resources;
    private final Set<String> fields;
    private final Set<String> placed = new HashSet<>();
    private final Set<String> ends = new HashSet<>(Set.of(DiagramSpec.INTERNET));

    private DiagramConsistency(Lab lab, DiagramSpec diagram) {
        this.diagram = diagram;
        resources = lab.resources().stream().map(ResourceSpec::id).collect(Collectors.toSet());
        fields = lab.fields().stream().map(FieldSpec::key).collect(Collectors.toSet());
    }

    /** @throws LabFormatException naming every fault found */
    static void check(Lab lab, DiagramSpec diagram) {
        DiagramConsistency consistency = new DiagramConsistency(lab, diagram);
        consistency.checkPlaces();
        diagram.links().forEach(consistency::checkLink);
        consistency.known("the caption", diagram.privateLink().resource());
        if (!consistency.faults.isEmpty()) {
            throw new LabFormatException("diagram of " + lab.id() + ": " + String.join("; ", consistency.faults));
        }
    }

    private void checkPlaces() {
        for (DiagramSpec.Frame frame : diagram.frames()) {
            place("frame", frame.resources());
            onCanvas("frame", frame.x(), frame.y(), frame.width(), frame.height());
            if (!FRAMES.contains(frame.kind())) {
                faults.add("a frame is of the unknown kind " + frame.kind());
            }
        }
        for (DiagramSpec.Gateway gateway : diagram.gateways()) {
            place("gateway", gateway.resources());
            onCanvas("gateway", gateway.x() - gateway.radius(), gateway.y() - gateway.radius(),
                    2 * gateway.radius(), 2 * gateway.radius());
        }
        for (DiagramSpec.RouteTable table : diagram.routeTables()) {
            place("route table", table.resources());
            onCanvas("route table", table.x(), table.y(), table.width(), table.height());
        }
        for (DiagramSpec.Tile tile : diagram.tiles()) {
            place("tile", tile.resources());
            onCanvas("tile", tile.x() - tile.size() / 2, tile.y() - tile.size() / 2, tile.size(), tile.size());
            if (tile.address() != null && tile.address().startsWith(FIELD)
                    && !fields.contains(tile.address().substring(FIELD.length()))) {
                faults.add("a tile shows the unknown " + tile.address());
            }
        }
    }

    private void place(String what, List<String> shown) {
        if (shown == null || shown.isEmpty()) {
            faults.add("a " + what + " shows no resource");
            return;
        }
        ends.add(shown.get(0));
        for (String id : shown) {
            known("a " + what, id);
            if (!placed.add(id)) {
                faults.add("resource " + id + " stands at two places");
            }
        }
    }

    private void known(String where, String id) {
        if (!resources.contains(id)) {
            faults.add(where + " names the unknown resource " + id);
        }
    }

    private void checkLink(DiagramSpec.Link link) {
        String where = "the link from " + link.from() + " to " + link.to();
        if (!LINKS.contains(link.kind())) {
            faults.add(where + " is of the unknown kind " + link.kind());
        }
        if (!ends.contains(link.from()) || !ends.contains(link.to())) {
            faults.add(where + " doesn't join two places");
        }
        link.needs().forEach(id -> known(where, id));
        List<Double> points = link.points();
        if (points.size() < 4 || points.size() % 2 != 0) {
            faults.add(where + " isn't a line");
            return;
        }
        for (int i = 0; i < points.size(); i += 2) {
            onCanvas(where, points.get(i), points.get(i + 1), 0, 0);
        }
    }

    private void onCanvas(String what, double x, double y, double width, double height) {
        if (x < 0 || y < 0 || x + width > diagram.width() || y + height > diagram.height()) {
            faults.add(what + " leaves the canvas at " + x + ", " + y);
        }
    }
}
