package endpointlab.ui.diagram;

import endpointlab.lab.LabState;
import endpointlab.lab.Mask;
import endpointlab.ui.shared.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.scene.Group;

/** The ways shown over the diagram: at most one of each manner. */
final class WayLayer {

    private final DiagramModel model;
    private final Map<String, PlaceNode> places;
    private final List<LinkLine> links;
    private final Map<Way.Manner, WayNode> ways = new EnumMap<>(Way.Manner.class);
    private final Group lines = new Group();
    private final Group marks = new Group();
    private final Group callouts = new Group();
    private IntConsumer onLeg = leg -> { };
    private WayAnimation running;

    WayLayer(DiagramModel model, Map<String, PlaceNode> places, List<LinkLine> links) {
        this.model = model;
        this.links = links;
        this.places = places;
        for (Group layer : new Group[] {lines, marks, callouts}) {
            layer.setMouseTransparent(true);
        }
    }

    /** Shows a way as it ended, in the place of an earlier one of its manner. */
    void show(Way way) {
        stop();
        ways.put(way.manner(), new WayNode(way, model.spec(), places));
        arrange();
        ways.get(way.manner()).showEnd();
        colour();
    }

    void clear() {
        stop();
        ways.clear();
        arrange();
        colour();
    }

    /** Runs the request's packet along its way, from its start. */
    void play(boolean lessMotion) {
        stop();
        WayNode way = ways.get(Way.Manner.REQUEST);
        if (way == null || way.legs().isEmpty()) {
            return;
        }
        way.hide();
        colour();
        running = new WayAnimation(way, lessMotion, leg -> {
            colour();
            onLeg.accept(leg);
        });
        running.play();
    }

    boolean playing() {
        return running != null && running.running();
    }

    private void stop() {
        if (running != null) {
            running.end();
            running = null;
        }
    }

    /** @param onLeg is told the index of the leg that the packet is on, and -1 when it has ended */
    void setOnLeg(IntConsumer onLeg) {
        this.onLeg = onLeg;
    }

    void say(LabState state, Texts texts, boolean masked) {
        ways.values().forEach(way -> way.say(phrase -> {
            String said = model.say(state, phrase, texts);
            return masked ? Mask.hide(said) : said;
        }));
    }

    private void arrange() {
        lines.getChildren().setAll(ways.values().stream().map(WayNode::lines).toList());
        marks.getChildren().setAll(ways.values().stream().map(WayNode::marks).toList());
        callouts.getChildren().setAll(ways.values().stream().map(WayNode::callout).filter(Objects::nonNull).toList());
    }

    private void colour() {
        Collection<String> passed = new ArrayList<>();
        List<String> blamed = new ArrayList<>();
        ways.values().forEach(way -> {
            passed.addAll(way.passed());
            blamed.addAll(way.blamed());
        });
        places.forEach((id, place) -> {
            place.setToBlame(blamed.contains(id));
            place.setOnWay(passed.contains(id) && !blamed.contains(id));
        });
        links.forEach(line -> line.setVisible(ways.values().stream()
                .noneMatch(way -> way.covers(line.link().from(), line.link().to()))));
    }

    /** The places on the request's way, reached or not. */
    Collection<String> touched() {
        WayNode request = ways.get(Way.Manner.REQUEST);
        return request == null ? List.of() : request.places();
    }

    Group lines() {
        return lines;
    }

    Group marks() {
        return marks;
    }

    Group callouts() {
        return callouts;
    }
}
