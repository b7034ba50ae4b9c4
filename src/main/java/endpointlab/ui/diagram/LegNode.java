package endpointlab.ui.diagram;

import endpointlab.ui.shared.IconSize;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** One leg of a way: the line as far as the packet came, its number and, if it ends here, a stop sign. */
final class LegNode {

    private static final PseudoClass UNREACHED = PseudoClass.getPseudoClass("unreached");
    private static final double NUMBER_RADIUS = 12;
    private static final double STOP_SIZE = 28;
    private static final double ARROW = 9;

    private final Way.Leg leg;
    private final LegLine line;
    private final double reach;
    private final Polyline drawn = new Polyline();
    private final Polyline rest = new Polyline();
    private final Polygon arrow = new Polygon(0, 0, -ARROW, -ARROW * 0.6, -ARROW, ARROW * 0.6);
    private final Group number = new Group();
    private final Group stop = new Group();
    private final Group lines = new Group(rest, drawn, arrow);
    private final Group marks = new Group(number, stop);

    /** @param count number of the leg from 1; 0 for none */
    LegNode(Way.Leg leg, int count, Way.Manner manner, Way.Stop stopHere, HopMarks places) {
        this.leg = leg;
        this.line = LegLine.of(leg.points());
        boolean stopped = stopHere != null;
        boolean early = stopped && stopHere.early();
        double sign = places.stop(line, early);
        reach = switch (leg.reach()) {
            case PASSED -> line.length();
            case STOPPED -> sign;
            case UNREACHED -> 0;
        };
        drawn.getStyleClass().addAll("way-line", manner == Way.Manner.ACCESS ? "access" : "request");
        rest.getStyleClass().add("way-rest");
        arrow.getStyleClass().add("way-arrow");
        if (reach < line.length()) {
            rest.getPoints().setAll(line.piece(reach, line.length()));
        }
        if (count > 0) {
            addNumber(count, places.number(line, stopped, early));
        }
        if (stopped) {
            addStop(line.at(sign));
        }
        lines.setMouseTransparent(true);
        marks.setMouseTransparent(true);
        hide();
    }

    private void addNumber(int count, double distance) {
        if (distance < 0) {
            return;
        }
        Point2D at = line.at(distance);
        Circle disc = new Circle(at.getX(), at.getY(), NUMBER_RADIUS);
        disc.getStyleClass().add("hop-disc");
        Text figure = new Text(String.valueOf(count));
        figure.getStyleClass().addAll("diagram-text", "hop-number");
        figure.setTextOrigin(VPos.CENTER);
        figure.setTextAlignment(TextAlignment.CENTER);
        figure.setY(at.getY());
        figure.layoutBoundsProperty().addListener((property, before, after) ->
                figure.setX(at.getX() - after.getWidth() / 2));
        number.getChildren().addAll(disc, figure);
        number.getStyleClass().add("hop");
    }

    private void addStop(Point2D at) {
        Circle ground = new Circle(at.getX(), at.getY(), STOP_SIZE / 2 - 2);
        ground.getStyleClass().add("stop-ground");
        FontIcon sign = new FontIcon("mdmz-report");
        IconSize.set(sign, STOP_SIZE);
        sign.getStyleClass().add("stop-sign");
        sign.setTextOrigin(VPos.CENTER);
        sign.layoutBoundsProperty().addListener((property, before, after) -> {
            sign.setX(at.getX() - after.getWidth() / 2);
            sign.setY(at.getY());
        });
        stop.getChildren().addAll(ground, sign);
    }

    /** Shows nothing of it. */
    void hide() {
        drawn.getPoints().clear();
        arrow.setVisible(false);
        rest.setVisible(false);
        number.setVisible(false);
        stop.setVisible(false);
    }

    /** The packet is under way on it. */
    void showPart(double share) {
        draw(reach * share);
        arrow.setVisible(false);
        number.setVisible(true);
        number.pseudoClassStateChanged(UNREACHED, false);
    }

    /** Shows it as it ended. */
    void showEnd() {
        draw(reach);
        boolean passed = leg.reach() == Way.Reach.PASSED;
        Point2D end = line.at(reach);
        arrow.setLayoutX(end.getX());
        arrow.setLayoutY(end.getY());
        arrow.setRotate(0);
        arrow.getTransforms().setAll(new javafx.scene.transform.Rotate(line.heading(), 0, 0));
        arrow.setVisible(passed);
        rest.setVisible(!passed);
        number.setVisible(true);
        number.pseudoClassStateChanged(UNREACHED, leg.reach() == Way.Reach.UNREACHED);
        stop.setVisible(true);
    }

    private void draw(double distance) {
        if (distance > 0) {
            drawn.getPoints().setAll(line.piece(0, distance));
        } else {
            drawn.getPoints().clear();
        }
    }

    /** Where the packet is. */
    Point2D packet(double share) {
        return line.at(reach * share);
    }

    Way.Leg leg() {
        return leg;
    }

    Group lines() {
        return lines;
    }

    Group marks() {
        return marks;
    }
}
