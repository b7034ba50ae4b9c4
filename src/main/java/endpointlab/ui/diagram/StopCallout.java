package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Says in a few words what stopped a packet, in the free space between the two VPCs, with a line to what did it. */
final class StopCallout extends Group {

    private static final double WIDTH = 148;
    private static final double PADDING = 8;
    private static final double CAPTION_CLEARANCE = 14;
    private static final double OVER_TILES = 14;
    /** Below the badge at a tile's right corner; above a stop sign at its left. */
    private static final double RIGHT_ENTRY = 11;
    private static final double LEFT_ENTRY = 4;
    private static final double STEP_ASIDE = 6;
    /** Clear of the caption below. */
    private static final double OUTSIDE = 3;

    private final double left;
    private final double bottom;
    private final Way.Stop stop;
    private final Rectangle box = new Rectangle();
    private final Polyline leader = new Polyline();
    private final Text title = line();
    private final Text brief = line();

    StopCallout(Way.Stop stop, DiagramSpec spec, Map<String, PlaceNode> places) {
        this.stop = stop;
        left = spec.privateLink().x() - WIDTH / 2;
        bottom = spec.privateLink().y() - CAPTION_CLEARANCE;
        box.getStyleClass().add("callout-box");
        box.setArcWidth(12);
        box.setArcHeight(12);
        box.setX(left);
        box.setWidth(WIDTH);
        leader.getStyleClass().add("callout-leader");
        getStyleClass().add("stop-callout");
        getChildren().addAll(leader, box, title, brief);
        title.layoutBoundsProperty().addListener((property, before, after) -> arrange());
        brief.layoutBoundsProperty().addListener((property, before, after) -> arrange());
        stop.places().stream().skip(Math.max(0, stop.places().size() - 1)).map(places::get)
                .filter(TileNode.class::isInstance).findFirst()
                .ifPresent(place -> leader.getPoints().setAll(lead(place.outline(), spec, places)));
    }

    private static Text line() {
        Text text = new Text();
        text.getStyleClass().addAll("diagram-text", "callout-text");
        text.setTextOrigin(VPos.TOP);
        text.setWrappingWidth(WIDTH - 2 * PADDING);
        return text;
    }

    /** A line to a tile that crosses no other: at its height if it stands next to the gap, else above the others. */
    private List<Double> lead(Bounds tile, DiagramSpec spec, Map<String, PlaceNode> places) {
        boolean toLeft = tile.getMaxX() < left;
        boolean toRight = tile.getMinX() > left + WIDTH;
        if (!toLeft && !toRight) {
            return List.of();
        }
        double edge = toLeft ? left : left + WIDTH;
        double start = toLeft ? edge - OUTSIDE : edge + OUTSIDE;
        double off = bottom - PADDING;
        double near = toLeft ? tile.getMaxX() : tile.getMinX();
        double height = tile.getMinY() + (toLeft ? RIGHT_ENTRY : LEFT_ENTRY);
        boolean between = spec.tiles().stream().anyMatch(other ->
                other.x() > Math.min(start, near) && other.x() < Math.max(start, near));
        if (!between) {
            return List.of(edge, off, start, off, start, height, near, height);
        }
        if (toLeft) {
            return List.of();
        }
        double above = tile.getMinY() - OVER_TILES;
        double down = spec.frames().stream().filter(frame -> frame.kind().equals("security-group"))
                .filter(frame -> frame.x() < near && near < frame.x() + frame.width())
                .mapToDouble(frame -> Math.min(frame.x(),
                        places.get(frame.resources().get(0)).labels().getBoundsInParent().getMinX()))
                .findFirst().orElse(near - STEP_ASIDE) - STEP_ASIDE;
        return List.of(edge, off, start, off, start, above, down, above, down, height, near, height);
    }

    void say(Function<Way.Phrase, String> words) {
        title.setText(words.apply(new Way.Phrase(
                stop.answer() ? "way.answer-stopped-here" : "way.stopped-here", List.of())));
        brief.setText(words.apply(stop.brief()));
    }

    private void arrange() {
        double titleHeight = title.getLayoutBounds().getHeight();
        double briefHeight = brief.getLayoutBounds().getHeight();
        double height = titleHeight + briefHeight + 2 * PADDING;
        box.setY(bottom - height);
        box.setHeight(height);
        title.setX(left + PADDING);
        title.setY(bottom - height + PADDING);
        brief.setX(left + PADDING);
        brief.setY(bottom - height + PADDING + titleHeight);
    }
}
