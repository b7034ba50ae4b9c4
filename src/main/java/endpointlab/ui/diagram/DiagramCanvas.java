package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** The diagram in logical units, layer upon layer; the view around it scales it. */
final class DiagramCanvas extends Group {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double REGION_ICON = 22;

    private final DiagramModel model;
    private final Map<String, PlaceNode> places = new LinkedHashMap<>();
    private final List<LinkLine> links = new ArrayList<>();
    private final Map<FrameNode, String> roles = new LinkedHashMap<>();
    private final DiagramText laptop;
    private final DiagramText internet;
    private final DiagramText region;
    private final DiagramText privateLink;
    private final Group pathLayer = new Group();

    DiagramCanvas(DiagramModel model) {
        this.model = model;
        DiagramSpec spec = model.spec();
        getStyleClass().add("diagram-canvas");
        Rectangle ground = new Rectangle(spec.width(), spec.height());
        ground.getStyleClass().add("diagram-ground");
        laptop = DiagramText.at(spec.internet().x() + 44, middle(spec), "band-text");
        internet = DiagramText.at(spec.internet().x() + 492, middle(spec), "band-text");
        region = DiagramText.at(0, spec.region().y() + 12, "region-name");
        region.layoutBoundsProperty().addListener((property, before, after) -> region.setX(
                spec.region().x() + spec.region().width() - REGION_ICON - 8 - after.getWidth()));
        privateLink = DiagramText.centred(spec.privateLink().x(), spec.privateLink().y(), "privatelink-name");
        privateLink.setText("AWS PrivateLink");
        spec.frames().forEach(this::addFrame);
        spec.links().stream().filter(link -> !link.kind().equals("way"))
                .forEach(link -> links.add(new LinkLine(link)));
        spec.gateways().forEach(gateway -> places.put(gateway.resources().get(0), new GatewayNode(gateway)));
        spec.routeTables().forEach(chip -> places.put(chip.resources().get(0), new RouteTableNode(chip)));
        spec.tiles().forEach(tile -> places.put(tile.resources().get(0), new TileNode(tile)));
        getChildren().addAll(ground, band(spec), regionFrame(spec));
        addBodies(FrameNode.class, true);
        getChildren().addAll(links);
        getChildren().add(pathLayer);
        addBodies(FrameNode.class, false);
        places.values().forEach(place -> getChildren().add(place.labels()));
        getChildren().addAll(laptop, internet, region, privateLink);
    }

    private static double middle(DiagramSpec spec) {
        return spec.internet().y() + spec.internet().height() / 2;
    }

    private void addFrame(DiagramSpec.Frame frame) {
        FrameNode node = new FrameNode(frame);
        places.put(frame.resources().get(0), node);
        if (frame.role() != null) {
            roles.put(node, frame.role());
        }
    }

    private void addBodies(Class<? extends PlaceNode> type, boolean ofType) {
        places.values().stream().filter(place -> type.isInstance(place) == ofType)
                .forEach(place -> getChildren().add(place.body()));
    }

    private static Group band(DiagramSpec spec) {
        DiagramSpec.Internet at = spec.internet();
        Rectangle band = rounded(at.x(), at.y(), at.width(), at.height(), "internet-band");
        Rectangle inset = rounded(at.x() + 4, at.y() + 4, at.laptopWidth() - 4, at.height() - 8, "laptop-inset");
        Node client = ResourceIcon.CLIENT.node(20);
        client.setLayoutX(at.x() + 16);
        client.setLayoutY(middle(spec) - 10);
        Node globe = ResourceIcon.INTERNET.node(20);
        globe.setLayoutX(at.x() + 464);
        globe.setLayoutY(middle(spec) - 10);
        Group group = new Group(band, inset, client, globe);
        group.setMouseTransparent(true);
        return group;
    }

    private static Rectangle rounded(double x, double y, double width, double height, String styleClass) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(height);
        rectangle.setArcHeight(height);
        rectangle.getStyleClass().add(styleClass);
        return rectangle;
    }

    private static Group regionFrame(DiagramSpec spec) {
        DiagramSpec.Box at = spec.region();
        Rectangle border = new Rectangle(at.x(), at.y(), at.width(), at.height());
        border.setArcWidth(12);
        border.setArcHeight(12);
        border.getStyleClass().add("region-border");
        Node icon = ResourceIcon.REGION.node(REGION_ICON);
        icon.setLayoutX(at.x() + at.width() - REGION_ICON);
        icon.setLayoutY(at.y());
        Group group = new Group(border, icon);
        group.setMouseTransparent(true);
        return group;
    }

    /** Shows {@code state}; only what changed is touched. */
    void show(LabState state, Instant now, int currentStep, Texts texts) {
        Map<String, PlaceView> views = model.places(state, now, currentStep, texts);
        places.forEach((id, place) -> place.show(views.get(id)));
        links.forEach(line -> line.show(model.link(state, line.link())));
        roles.forEach((frame, role) -> frame.setRole(texts.text("diagram.role." + role)));
        laptop.setText(texts.text("diagram.laptop"));
        internet.setText(texts.text("diagram.internet"));
        region.setText(texts.text("diagram.region", state.region()));
        PlaceView service = views.get(model.spec().privateLink().resource());
        privateLink.pseudoClassStateChanged(LIT, service != null && service.lit());
    }

    void setMoving(boolean moving) {
        places.values().forEach(place -> place.setMoving(moving));
        links.forEach(line -> line.setMoving(moving));
    }

    Map<String, PlaceNode> places() {
        return places;
    }

    Group pathLayer() {
        return pathLayer;
    }
}
