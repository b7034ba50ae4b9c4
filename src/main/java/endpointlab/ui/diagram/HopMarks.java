package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where on a leg its number and a stop sign stand, clear of the frames' edges and of each other. Pure. */
final class HopMarks {

    /** Distance of a stop sign from the end of the leg at which the packet was stopped. */
    static final double STOP_INSET = 32;
    private static final double NUMBER_INSET = 27;
    private static final double TILE_INSET = 20;
    private static final double SHORT = 70;

    private final DiagramSpec spec;

    HopMarks(DiagramSpec spec) {
        this.spec = spec;
    }

    /** Distance of the number from the leg's start; -1 if it has no room beside a stop sign. */
    double number(LegLine line, boolean stopped, boolean early) {
        double length = line.length();
        if (stopped) {
            return length < SHORT ? -1 : early ? length - NUMBER_INSET : NUMBER_INSET;
        }
        if (length < SHORT) {
            return length / 2;
        }
        if (line.straight()) {
            return line.corners().get(0).getY() == line.at(length).getY() ? clearOfFrames(line) : length - TILE_INSET;
        }
        return length / 2;
    }

    /** Distance of the stop sign from the leg's start. */
    double stop(LegLine line, boolean early) {
        double length = line.length();
        if (length < SHORT) {
            return length / 2;
        }
        return early ? STOP_INSET : length - STOP_INSET;
    }

    /** The middle of the longest piece that no frame's edge crosses. */
    private double clearOfFrames(LegLine line) {
        double y = line.corners().get(0).getY();
        double from = line.at(0).getX();
        double to = line.at(line.length()).getX();
        List<Double> cuts = new ArrayList<>(List.of(Math.min(from, to), Math.max(from, to)));
        for (DiagramSpec.Frame frame : spec.frames()) {
            if (y > frame.y() && y < frame.y() + frame.height()) {
                for (double edge : new double[] {frame.x(), frame.x() + frame.width()}) {
                    if (edge > cuts.get(0) && edge < Math.max(from, to)) {
                        cuts.add(edge);
                    }
                }
            }
        }
        Collections.sort(cuts);
        double middle = 0;
        double longest = 0;
        for (int i = 1; i < cuts.size(); i++) {
            double piece = cuts.get(i) - cuts.get(i - 1);
            if (piece > longest) {
                longest = piece;
                middle = (cuts.get(i) + cuts.get(i - 1)) / 2;
            }
        }
        return Math.abs(middle - from);
    }
}
