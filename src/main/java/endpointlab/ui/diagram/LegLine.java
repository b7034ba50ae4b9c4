package endpointlab.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** The corners of a leg as a line that can be walked along. Pure but for {@link Point2D}. */
record LegLine(List<Point2D> corners) {

    LegLine {
        corners = List.copyOf(corners);
    }

    static LegLine of(List<Double> points) {
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            corners.add(new Point2D(points.get(i), points.get(i + 1)));
        }
        return new LegLine(corners);
    }

    double length() {
        double length = 0;
        for (int i = 1; i < corners.size(); i++) {
            length += corners.get(i).distance(corners.get(i - 1));
        }
        return length;
    }

    /** The point that lies {@code distance} from the start. */
    Point2D at(double distance) {
        double left = distance;
        for (int i = 1; i < corners.size(); i++) {
            double part = corners.get(i).distance(corners.get(i - 1));
            if (left <= part && part > 0) {
                return corners.get(i - 1).interpolate(corners.get(i), left / part);
            }
            left -= part;
        }
        return corners.get(corners.size() - 1);
    }

    /** Coordinates of the piece between two distances from the start. */
    List<Double> piece(double from, double to) {
        List<Double> piece = new ArrayList<>();
        add(piece, at(from));
        double walked = 0;
        for (int i = 1; i < corners.size(); i++) {
            walked += corners.get(i).distance(corners.get(i - 1));
            if (walked > from && walked < to) {
                add(piece, corners.get(i));
            }
        }
        add(piece, at(to));
        return piece;
    }

    private static void add(List<Double> piece, Point2D point) {
        piece.add(point.getX());
        piece.add(point.getY());
    }

    /** Direction in degrees in which the line arrives, clockwise from the right. */
    double heading() {
        for (int i = corners.size() - 1; i > 0; i--) {
            Point2D way = corners.get(i).subtract(corners.get(i - 1));
            if (way.magnitude() > 0) {
                return Math.toDegrees(Math.atan2(way.getY(), way.getX()));
            }
        }
        return 0;
    }

    boolean straight() {
        return corners.stream().allMatch(corner -> corner.getY() == corners.get(0).getY())
                || corners.stream().allMatch(corner -> corner.getX() == corners.get(0).getX());
    }
}
