package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.Texts;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** What everything stands before: the internet with the learner's computer, and the Region. */
final class Backdrop {

    private static final double ICON = 20;
    private static final double REGION_ICON = 22;
    private static final double LAPTOP_ICON_INSET = 16;
    private static final double GLOBE_INSET = 464;
    private static final double TEXT_GAP = 8;
    private static final double INSET_MARGIN = 4;

    private final DiagramSpec spec;
    private final Rectangle band;
    private final Group shapes = new Group();
    private final Group texts = new Group();
    private final DiagramText laptop;
    private final DiagramText internet;
    private final DiagramText region;

    Backdrop(DiagramSpec spec) {
        this.spec = spec;
        DiagramSpec.Internet at = spec.internet();
        double middle = at.y() + at.height() / 2;
        band = rounded(at.x(), at.y(), at.width(), at.height(), "internet-band");
        Rectangle inset = rounded(at.x() + INSET_MARGIN, at.y() + INSET_MARGIN, at.laptopWidth() - INSET_MARGIN,
                at.height() - 2 * INSET_MARGIN, "laptop-inset");
        shapes.getChildren().addAll(band, inset, icon(ResourceIcon.CLIENT, at.x() + LAPTOP_ICON_INSET, middle),
                icon(ResourceIcon.INTERNET, at.x() + GLOBE_INSET, middle), regionBorder(), regionIcon());
        shapes.setMouseTransparent(true);
        double laptopText = at.x() + LAPTOP_ICON_INSET + ICON + TEXT_GAP;
        laptop = DiagramText.at(laptopText, middle, "band-text");
        internet = DiagramText.at(at.x() + GLOBE_INSET + ICON + TEXT_GAP, middle, "band-text");
        region = DiagramText.at(0, spec.region().y() + 12, "region-name");
        region.layoutBoundsProperty().addListener((property, before, after) -> region.setX(
                spec.region().x() + spec.region().width() - REGION_ICON - TEXT_GAP - after.getWidth()));
        texts.getChildren().addAll(laptop, internet, region);
    }

    private static Node icon(ResourceIcon icon, double x, double middle) {
        Node node = icon.node(ICON);
        node.setLayoutX(x);
        node.setLayoutY(middle - ICON / 2);
        return node;
    }

    private static Rectangle rounded(double x, double y, double width, double height, String styleClass) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(height);
        rectangle.setArcHeight(height);
        rectangle.getStyleClass().add(styleClass);
        return rectangle;
    }

    private Rectangle regionBorder() {
        DiagramSpec.Box at = spec.region();
        Rectangle border = new Rectangle(at.x(), at.y(), at.width(), at.height());
        border.setArcWidth(12);
        border.setArcHeight(12);
        border.getStyleClass().add("region-border");
        return border;
    }

    private Node regionIcon() {
        Node icon = ResourceIcon.REGION.node(REGION_ICON);
        icon.setLayoutX(spec.region().x() + spec.region().width() - REGION_ICON);
        icon.setLayoutY(spec.region().y());
        return icon;
    }

    void show(LabState state, Texts words) {
        laptop.show(words.text("diagram.laptop"));
        internet.show(words.text("diagram.internet"));
        region.show(words.text("diagram.region", state.region()));
    }

    void setWholeBand(boolean whole) {
        DiagramSpec.Box region = spec.region();
        band.setWidth(whole ? region.x() + region.width() - spec.internet().x() : spec.internet().width());
    }

    Group shapes() {
        return shapes;
    }

    Group texts() {
        return texts;
    }
}
