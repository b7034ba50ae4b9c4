package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/** The diagram in logical units, layer upon layer; the view around it scales it. */
final class DiagramCanvas extends Group {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    /** Space left between a tile's texts and whatever is beside them. */
    private static final double TEXT_MARGIN = 4;

    private final DiagramModel model;
    private final Map<String, PlaceNode> places = new LinkedHashMap<>();
    private final List<LinkLine> links = new ArrayList<>();
    private final Backdrop backdrop;
    private final DiagramText privateLink;
    private final WayLayer way;
    private int updates;

    DiagramCanvas(DiagramModel model) {
        this.model = model;
        DiagramSpec spec = model.spec();
        getStyleClass().add("diagram-canvas");
        Rectangle ground = new Rectangle(spec.width(), spec.height());
        ground.getStyleClass().add("diagram-ground");
        ground.setMouseTransparent(true);
        backdrop = new Backdrop(spec);
        privateLink = DiagramText.centred(spec.privateLink().x(), spec.privateLink().y(), "privatelink-name");
        privateLink.show("AWS PrivateLink");
        spec.frames().forEach(frame -> places.put(frame.resources().get(0), FrameNode.of(frame)));
        spec.links().stream().filter(link -> !link.kind().equals("way"))
                .forEach(link -> links.add(new LinkLine(link)));
        spec.gateways().forEach(gateway -> places.put(gateway.resources().get(0), new GatewayNode(gateway)));
        spec.routeTables().forEach(chip -> places.put(chip.resources().get(0), new RouteTableNode(chip)));
        spec.tiles().forEach(tile -> places.put(tile.resources().get(0), new TileNode(tile, textRoom(tile))));
        way = new WayLayer(model, places, links);
        getChildren().addAll(ground, backdrop.shapes());
        addBodies(true);
        getChildren().addAll(links);
        getChildren().add(way.lines());
        addBodies(false);
        getChildren().add(way.marks());
        places.values().forEach(place -> getChildren().add(place.labels()));
        getChildren().addAll(backdrop.texts(), privateLink, way.callouts());
    }

    /** Twice the way from the tile's middle to the nearest thing at its side. */
    private double textRoom(DiagramSpec.Tile tile) {
        double half = model.spec().tiles().stream().filter(other -> other != tile)
                .mapToDouble(other -> Math.abs(other.x() - tile.x()) / 2).min().orElse(tile.size());
        for (DiagramSpec.Frame frame : model.spec().frames()) {
            half = Math.min(half, Math.min(Math.abs(tile.x() - frame.x()),
                    Math.abs(frame.x() + frame.width() - tile.x())));
        }
        return 2 * (half - TEXT_MARGIN);
    }

    private void addBodies(boolean frames) {
        places.values().stream().filter(place -> place instanceof FrameNode == frames)
                .forEach(place -> getChildren().add(place.body()));
    }

    /** Shows {@code state}; only what changed is touched. */
    void show(LabState state, Instant now, int currentStep, Texts texts, boolean masked) {
        Map<String, PlaceView> views = model.places(state, now, currentStep, texts);
        places.forEach((id, place) -> {
            PlaceView view = masked ? views.get(id).masked() : views.get(id);
            updates += place.show(view, texts) ? 1 : 0;
        });
        links.forEach(line -> line.show(model.link(state, line.link())));
        showFrames(views, texts);
        backdrop.show(state, texts);
        PlaceView service = views.get(model.spec().privateLink().resource());
        privateLink.pseudoClassStateChanged(LIT, service != null && service.lit());
        way.say(state, texts, masked);
    }

    private void showFrames(Map<String, PlaceView> views, Texts texts) {
        for (DiagramSpec.Frame frame : model.spec().frames()) {
            PlaceNode node = places.get(frame.resources().get(0));
            if (node instanceof VpcNode vpc && frame.role() != null) {
                vpc.setRole(texts.text("diagram.role." + frame.role()));
            } else if (node instanceof SecurityGroupNode group) {
                group.setOnLit(model.map().frameAround(frame.resources().get(0), "subnet")
                        .filter(subnet -> views.get(subnet.id()).lit()).isPresent());
            }
        }
    }

    /** What the learner should see if not all fits: the tiles on a packet's way, else those of the current step. */
    Optional<Bounds> centreOfInterest() {
        Collection<String> onWay = way.touched();
        List<PlaceNode> interesting = places.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof TileNode && onWay.contains(entry.getKey()))
                .map(Map.Entry::getValue).toList();
        if (interesting.isEmpty()) {
            interesting = places.values().stream().filter(place -> place.shown().current()).toList();
        }
        return interesting.stream().map(DiagramCanvas::sight).reduce(DiagramCanvas::union);
    }

    /** A frame is known by its labels: the whole of it may be larger than the room. */
    static Bounds sight(PlaceNode place) {
        return place instanceof FrameNode ? place.labels().getBoundsInParent() : place.body().getBoundsInParent();
    }

    private static Bounds union(Bounds one, Bounds other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x,
                Math.max(one.getMaxY(), other.getMaxY()) - y);
    }

    void setMoving(boolean moving) {
        places.values().forEach(place -> place.setMoving(moving));
        links.forEach(line -> line.setMoving(moving));
    }

    /** How often a place was drawn anew so far. */
    int updates() {
        return updates;
    }

    Map<String, PlaceNode> places() {
        return places;
    }

    WayLayer way() {
        return way;
    }

    /** Lets the internet's band reach over the whole width, where no buttons stand at its end. */
    void setWholeBand(boolean whole) {
        backdrop.setWholeBand(whole);
    }
}
