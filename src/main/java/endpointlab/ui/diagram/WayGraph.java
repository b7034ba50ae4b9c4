package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The diagram's links as roads that a packet can take either way. Pure. */
final class WayGraph {

    private final List<DiagramSpec.Link> links;

    WayGraph(DiagramSpec spec) {
        links = spec.links();
    }

    /** Places on the shortest way, both ends included; empty if no links lead there. */
    List<String> route(String from, String to) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        cameFrom.put(from, from);
        while (!open.isEmpty()) {
            String at = open.remove();
            for (String next : neighbours(at)) {
                if (cameFrom.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        return cameFrom.containsKey(to) ? walkBack(cameFrom, from, to) : List.of();
    }

    private static List<String> walkBack(Map<String, String> cameFrom, String from, String to) {
        List<String> route = new ArrayList<>();
        for (String at = to; !at.equals(from); at = cameFrom.get(at)) {
            route.add(at);
        }
        route.add(from);
        Collections.reverse(route);
        return route;
    }

    /** Places joined to one, by links in the order of the lab's data. */
    Set<String> neighbours(String id) {
        Set<String> neighbours = new LinkedHashSet<>();
        for (DiagramSpec.Link link : links) {
            if (link.from().equals(id)) {
                neighbours.add(link.to());
            } else if (link.to().equals(id)) {
                neighbours.add(link.from());
            }
        }
        return neighbours;
    }

    /** Where requests go on to inside the network from a place, if its links say so. */
    Optional<String> onward(String id) {
        return links.stream().filter(link -> link.from().equals(id))
                .filter(link -> link.kind().equals("local") || link.kind().equals("privatelink"))
                .map(DiagramSpec.Link::to).findFirst();
    }

    /** Corners of the line from one place to a neighbour; empty if no link joins them. */
    List<Double> points(String from, String to) {
        for (DiagramSpec.Link link : links) {
            if (link.from().equals(from) && link.to().equals(to)) {
                return link.points();
            }
            if (link.from().equals(to) && link.to().equals(from)) {
                return reversed(link.points());
            }
        }
        return List.of();
    }

    private static List<Double> reversed(List<Double> points) {
        List<Double> reversed = new ArrayList<>();
        for (int i = points.size() - 2; i >= 0; i -= 2) {
            reversed.add(points.get(i));
            reversed.add(points.get(i + 1));
        }
        return reversed;
    }
}
