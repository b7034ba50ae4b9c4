package endpointlab.ui.diagram;

import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a way ends before its goal, what is to blame and in which words that is said. Pure. */
final class WayStops {

    /** What stops a packet before it has left the place it is at. */
    private static final Set<Cause> EARLY = Set.of(Cause.SECURITY_GROUP_EGRESS, Cause.NETWORK_ACL_OUT, Cause.NO_ROUTE,
            Cause.ROUTE_BLACKHOLE);

    private final PlaceMap map;
    private final HopPlaces hops;
    private final Flow flow;
    private final Path path;

    WayStops(PlaceMap map, HopPlaces hops, Flow flow, Path path) {
        this.map = map;
        this.hops = hops;
        this.flow = flow;
        this.path = path;
    }

    /**
     * Where and why it ended; empty if it arrived, as far as anybody knows.
     *
     * @param legs    places of each leg in turn
     * @param crossed number of legs at whose end the packet was seen
     */
    Optional<Way.Stop> stop(List<List<String>> legs, int crossed, Reality reality) {
        if (path.outcome() instanceof Path.Dropped dropped) {
            return Optional.of(last().reply() ? answerLost(legs, dropped) : dropped(legs, crossed, dropped));
        }
        if (path.outcome() instanceof Path.Unresolvable) {
            List<String> named = hops.addressed(flow.destination()).map(List::of).orElse(List.of());
            return Optional.of(stop(legs.isEmpty() ? -1 : 0, true, named, false, "unresolvable", flow.destination()));
        }
        boolean silent = reality == Reality.REFUSED || reality == Reality.SILENT;
        return silent ? Optional.of(atTheServer(legs, reality)) : Optional.empty();
    }

    private Way.Stop atTheServer(List<List<String>> legs, Reality reality) {
        List<String> last = legs.isEmpty() ? List.of() : legs.get(legs.size() - 1);
        List<String> server = last.isEmpty() ? last : last.subList(last.size() - 1, last.size());
        return stop(legs.size() - 1, false, server, false, reality == Reality.REFUSED ? "refused" : "silent",
                server.isEmpty() ? flow.destination() : new Way.Place(server.get(0)));
    }

    private Way.Stop dropped(List<List<String>> legs, int crossed, Path.Dropped dropped) {
        boolean early = EARLY.contains(dropped.cause());
        boolean between = HopPlaces.guards(dropped.at());
        int leg = between ? Math.min(crossed, legs.size() - 1) : crossed - 1;
        List<String> places = new ArrayList<>(blamed(dropped, leg < 0 ? List.of() : legs.get(leg), early));
        if (dropped.cause() == Cause.SECURITY_GROUP_INGRESS && leg >= 0) {
            places.add(end(legs.get(leg)));
        }
        return stop(leg, early && between, places, false, word(dropped.cause()),
                fault(dropped, places));
    }

    /** The answer takes the same legs back, so what stops it lies on one of them. */
    private Way.Stop answerLost(List<List<String>> legs, Path.Dropped dropped) {
        int leg = legs.size() - 1;
        List<String> places = blamed(dropped, leg < 0 ? List.of() : legs.get(leg), false);
        for (int i = 0; i < legs.size(); i++) {
            if (!places.isEmpty() && legs.get(i).contains(places.get(0))) {
                leg = i;
            }
        }
        return stop(leg, false, places, true, word(dropped.cause()), fault(dropped, places));
    }

    private List<String> blamed(Path.Dropped dropped, List<String> leg, boolean early) {
        Optional<String> near = leg.isEmpty() ? Optional.empty() : Optional.of(early ? leg.get(0) : end(leg));
        Optional<String> place = switch (dropped.at()) {
            case NETWORK_ACL -> (last().reply() ? answering() : near).flatMap(this::subnetAround);
            case ROUTE_TABLE -> hops.place(dropped.resourceId())
                    .or(() -> near.flatMap(this::subnetAround));
            case NETWORK_INTERFACE -> hops.addressed(last().destination())
                    .or(() -> hops.place(dropped.resourceId()));
            case INTERNET_HOST -> Optional.empty();
            case SECURITY_GROUP -> hops.place(dropped.resourceId());
            default -> hops.station(flow, last());
        };
        return place.map(List::of).orElse(List.of());
    }

    /** A place at whose subnet the answer is stopped: that which it goes to, if it is known, else where it comes from. */
    private Optional<String> answering() {
        return hops.addressed(last().destination()).or(() -> hops.addressed(last().source()));
    }

    private Optional<String> subnetAround(String place) {
        return map.frameAround(place, "subnet").map(PlaceMap.Spot::id);
    }

    /** Name of what is to blame: the resource itself where it has a place, else the place that stands for it. */
    private Object fault(Path.Dropped dropped, List<String> places) {
        boolean elsewhere = dropped.at() == HopKind.NETWORK_ACL || places.isEmpty();
        return elsewhere ? dropped.resourceId() : new Way.Place(places.get(0));
    }

    private static String end(List<String> leg) {
        return leg.get(leg.size() - 1);
    }

    private Hop last() {
        return path.hops().get(path.hops().size() - 1);
    }

    /** Every text may name the service asked for, what is to blame, and the packet's two addresses. */
    private Way.Stop stop(int leg, boolean early, List<String> places, boolean answer, String word, Object fault) {
        List<Object> arguments = List.of(service(flow), fault, last().source(), last().destination());
        return new Way.Stop(leg, early, places, answer, new Way.Phrase("way.brief." + word, arguments),
                new Way.Phrase("way.cause." + word, arguments), new Way.Phrase("way.remedy." + word, arguments));
    }

    private static String word(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as {@code TCP 80}. */
    static String service(Flow flow) {
        return flow.protocol().equals("icmp") ? "ICMP" : "TCP " + flow.port();
    }

    static Object named(HopPlaces hops, String awsId) {
        return hops.place(awsId).<Object>map(Way.Place::new).orElse(awsId);
    }
}
