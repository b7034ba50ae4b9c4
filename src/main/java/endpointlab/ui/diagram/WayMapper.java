package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.network.Path.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From what the judge of reachability says of a flow to the way that the diagram draws. The judge's hops decide how
 * far the packet came; the diagram's links only say over which lines. Pure.
 */
public final class WayMapper {

    private final Lab lab;
    private final PlaceMap map;
    private final WayGraph graph;

    public WayMapper(Lab lab, DiagramSpec spec) {
        this.lab = lab;
        this.map = new PlaceMap(spec);
        this.graph = new WayGraph(spec);
    }

    /**
     * The way that {@code flow} took.
     *
     * @param path    what the judge said of the flow
     * @param state   tells which place has which AWS id and address
     * @param reality what a check saw at the far end
     */
    public Way map(Flow flow, Path path, LabState state, Way.Manner manner, Reality reality) {
        HopPlaces hops = new HopPlaces(map, state);
        List<String> reached = reached(flow, path, hops);
        List<String> nodes = withSteppingStones(reached);
        int passed = nodes.size();
        nodes.addAll(beyond(flow, path, hops, nodes));
        WayStops stops = new WayStops(map, hops, flow, path);
        List<List<String>> legs = legs(nodes);
        int crossed = legs(nodes.subList(0, passed)).size();
        Optional<Way.Stop> stop = stops.stop(legs, crossed, reality);
        LegTales tales = new LegTales(map, hops, state, flow, path);
        List<Way.Leg> drawn = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            drawn.add(leg(legs.get(i), reach(i, crossed, stop), tales, stop));
        }
        return new Way(manner, drawn, stop);
    }

    /** Places where the packet was seen on its way there, none twice in a row. */
    private static List<String> reached(Flow flow, Path path, HopPlaces hops) {
        List<String> reached = new ArrayList<>();
        for (Hop hop : path.hops()) {
            if (!hop.reply()) {
                hops.station(flow, hop)
                        .filter(place -> reached.isEmpty() || !reached.get(reached.size() - 1).equals(place))
                        .ifPresent(reached::add);
            }
        }
        return reached;
    }

    /** With the places between those that no link joins. */
    private List<String> withSteppingStones(List<String> reached) {
        List<String> nodes = new ArrayList<>();
        for (String place : reached) {
            if (nodes.isEmpty()) {
                nodes.add(place);
                continue;
            }
            List<String> route = graph.route(nodes.get(nodes.size() - 1), place);
            nodes.addAll(route.isEmpty() ? List.of(place) : route.subList(1, route.size()));
        }
        return nodes;
    }

    /** Places that the packet would have seen next, had it not been stopped. */
    private List<String> beyond(Flow flow, Path path, HopPlaces hops, List<String> nodes) {
        if (nodes.isEmpty() || path.outcome() instanceof Path.Delivered || path.outcome() instanceof Path.Left) {
            return List.of();
        }
        List<String> beyond = new ArrayList<>();
        String last = nodes.get(nodes.size() - 1);
        Optional<String> goal = hops.addressed(flow.destination())
                .or(() -> hops.addressed(path.hops().get(0).destination()));
        if (goal.isPresent() && !nodes.contains(goal.get())) {
            List<String> route = graph.route(last, goal.get());
            beyond.addAll(route.isEmpty() ? route : route.subList(1, route.size()));
            last = beyond.isEmpty() ? last : goal.get();
        } else if (goal.isEmpty()) {
            return List.of();
        }
        Optional<String> next = onward(last, nodes.size() + beyond.size() > 1);
        while (next.isPresent() && !beyond.contains(next.get()) && !nodes.contains(next.get())) {
            beyond.add(next.get());
            next = onward(next.get(), true);
        }
        return beyond;
    }

    /** An instance keeps what it is sent; only what opens the flow sends on. */
    private Optional<String> onward(String place, boolean arrived) {
        boolean end = !place.equals(DiagramSpec.INTERNET) && arrived
                && lab.resource(place).kind().equals("instance");
        return end ? Optional.empty() : graph.onward(place);
    }

    /** Cuts the places into legs; route tables are passed, not reached. */
    private List<List<String>> legs(List<String> nodes) {
        List<List<String>> legs = new ArrayList<>();
        List<String> leg = new ArrayList<>();
        for (String node : nodes) {
            leg.add(node);
            boolean passing = map.spot(node).filter(spot -> spot.shape() == PlaceMap.Shape.ROUTE_TABLE).isPresent();
            if (leg.size() > 1 && !passing) {
                legs.add(List.copyOf(leg));
                leg.clear();
                leg.add(node);
            }
        }
        return legs;
    }

    private static Way.Reach reach(int leg, int crossed, Optional<Way.Stop> stop) {
        if (stop.isPresent() && stop.get().leg() == leg && !stop.get().answer()) {
            return Way.Reach.STOPPED;
        }
        return leg < crossed ? Way.Reach.PASSED : Way.Reach.UNREACHED;
    }

    private Way.Leg leg(List<String> nodes, Way.Reach reach, LegTales tales, Optional<Way.Stop> stop) {
        String from = nodes.get(0);
        String to = nodes.get(nodes.size() - 1);
        List<Double> points = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            points.addAll(graph.points(nodes.get(i - 1), nodes.get(i)));
        }
        Way.Phrase told = switch (reach) {
            case PASSED -> tales.told(from, to);
            case STOPPED -> stop.orElseThrow().brief();
            case UNREACHED -> new Way.Phrase("way.told.unreached", List.of());
        };
        return new Way.Leg(from, to, nodes.subList(1, nodes.size() - 1), points, told, reach);
    }
}
