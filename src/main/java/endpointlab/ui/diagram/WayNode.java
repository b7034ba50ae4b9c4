package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;

/** A way as it is drawn: its legs, the packet while it runs, and what is said where it stopped. */
final class WayNode {

    private static final double PACKET_RADIUS = 9;
    private static final double ACCESS_GAP = 8;
    private static final double ACCESS_RISE = 31;

    private final Way way;
    private final List<LegNode> legs = new ArrayList<>();
    private final Group lines = new Group();
    private final Group marks = new Group();
    private final Circle packet = new Circle(PACKET_RADIUS);
    private final StopCallout callout;
    private final DiagramText access;
    private int done;
    private boolean ended;

    WayNode(Way way, DiagramSpec spec, Map<String, PlaceNode> places) {
        this.way = way;
        HopMarks hopMarks = new HopMarks(spec);
        Way.Stop stop = way.stop().orElse(null);
        for (int i = 0; i < way.legs().size(); i++) {
            boolean stopHere = stop != null && stop.leg() == i;
            LegNode leg = new LegNode(way.legs().get(i), way.manner() == Way.Manner.REQUEST ? i + 1 : 0,
                    way.manner(), stopHere ? stop : null, hopMarks);
            legs.add(leg);
            lines.getChildren().add(leg.lines());
            marks.getChildren().add(leg.marks());
        }
        packet.getStyleClass().add("packet");
        packet.setVisible(false);
        access = accessName();
        marks.getChildren().addAll(access, packet);
        callout = stop == null ? null : new StopCallout(stop, spec, places);
    }

    /** The word beside the line on which the learner comes in. */
    private DiagramText accessName() {
        DiagramText text = DiagramText.at(0, 0, "access-name");
        if (!legs.isEmpty() && way.manner() == Way.Manner.ACCESS) {
            List<Double> points = way.legs().get(way.legs().size() - 1).points();
            double x = points.get(points.size() - 2);
            text.setY(points.get(points.size() - 1) - ACCESS_RISE);
            text.layoutBoundsProperty().addListener((property, before, after) ->
                    text.setX(x - ACCESS_GAP - after.getWidth()));
        }
        text.setVisible(way.manner() == Way.Manner.ACCESS);
        return text;
    }

    void say(Function<Way.Phrase, String> words) {
        access.show(words.apply(new Way.Phrase("way.access", List.of())));
        if (callout != null) {
            callout.say(words);
        }
    }

    void hide() {
        legs.forEach(LegNode::hide);
        packet.setVisible(false);
        setEnded(false);
        done = 0;
    }

    /** Number of legs that the packet takes, the one on which it is stopped included. */
    int travelled() {
        return (int) legs.stream().filter(leg -> leg.leg().reach() != Way.Reach.UNREACHED).count();
    }

    void showPart(int leg, double share, boolean withPacket) {
        for (int i = 0; i < leg; i++) {
            if (done <= i) {
                legs.get(i).showEnd();
            }
        }
        done = Math.max(done, leg);
        if (leg < legs.size()) {
            legs.get(leg).showPart(share);
            Point2D at = legs.get(leg).packet(share);
            packet.setCenterX(at.getX());
            packet.setCenterY(at.getY());
        }
        packet.setVisible(withPacket);
    }

    void showEnd() {
        legs.forEach(LegNode::showEnd);
        done = legs.size();
        packet.setVisible(false);
        setEnded(true);
    }

    private void setEnded(boolean ended) {
        this.ended = ended;
        if (callout != null) {
            callout.setVisible(ended);
        }
    }

    /** Places that the packet has passed so far, the one it is leaving included. */
    Set<String> passed() {
        Set<String> passed = new LinkedHashSet<>();
        if (!ended && done < legs.size()) {
            passed.add(way.legs().get(done).from());
        }
        for (int i = 0; i < done; i++) {
            Way.Leg leg = way.legs().get(i);
            if (leg.reach() != Way.Reach.UNREACHED) {
                passed.add(leg.from());
            }
            if (leg.reach() == Way.Reach.PASSED) {
                passed.addAll(leg.via());
                passed.add(leg.to());
            }
        }
        return passed;
    }

    /** Whether a link is hidden under what is drawn of the way so far. */
    boolean covers(String from, String to) {
        for (int i = 0; i < done; i++) {
            List<String> nodes = new ArrayList<>(List.of(way.legs().get(i).from()));
            nodes.addAll(way.legs().get(i).via());
            nodes.add(way.legs().get(i).to());
            int first = nodes.indexOf(from);
            int second = nodes.indexOf(to);
            if (first >= 0 && second >= 0 && Math.abs(first - second) == 1) {
                return true;
            }
        }
        return false;
    }

    /** What is to blame, once the packet got there. */
    List<String> blamed() {
        return ended ? way.stop().map(Way.Stop::places).orElse(List.of()) : List.of();
    }

    /** All places on the way, whether the packet came there or not. */
    Set<String> places() {
        Set<String> all = new LinkedHashSet<>();
        way.legs().forEach(leg -> {
            all.add(leg.from());
            all.add(leg.to());
        });
        return all;
    }

    List<LegNode> legs() {
        return legs;
    }

    Group lines() {
        return lines;
    }

    Group marks() {
        return marks;
    }

    StopCallout callout() {
        return callout;
    }
}
