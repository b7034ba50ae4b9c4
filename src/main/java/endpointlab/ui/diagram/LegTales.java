package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import java.util.List;
import java.util.Optional;

/** One sentence on each leg that a packet passed, from what the judge saw there. Pure. */
final class LegTales {

    private final PlaceMap map;
    private final HopPlaces hops;
    private final LabState state;
    private final Flow flow;
    private final Path path;

    LegTales(PlaceMap map, HopPlaces hops, LabState state, Flow flow, Path path) {
        this.map = map;
        this.hops = hops;
        this.state = state;
        this.flow = flow;
        this.path = path;
    }

    Way.Phrase told(String from, String to) {
        HopKind arrival = path.hops().stream().filter(hop -> !hop.reply())
                .filter(hop -> hops.station(flow, hop).filter(to::equals).isPresent())
                .map(Hop::kind).filter(kind -> kind != HopKind.SOURCE).findFirst().orElse(HopKind.SOURCE);
        return switch (arrival) {
            case INTERNET_GATEWAY -> gateway(from, to);
            case VPC_ENDPOINT -> new Way.Phrase(sameSubnet() ? "way.told.local" : "way.told.other-subnet", List.of());
            case ENDPOINT_SERVICE -> groupBefore(HopKind.VPC_ENDPOINT)
                    .orElse(new Way.Phrase("way.told.endpoint", List.of()));
            case LOAD_BALANCER, LISTENER -> new Way.Phrase(from.equals(DiagramSpec.INTERNET) || isGateway(from)
                    ? "way.told.public" : "way.told.privatelink", List.of(new Way.Place(to)));
            case TARGET_GROUP -> listener(to);
            case INSTANCE -> instance(from, to);
            case INTERNET_HOST -> new Way.Phrase("way.told.internet", List.of());
            default -> new Way.Phrase("way.told.passes", List.of());
        };
    }

    private boolean isGateway(String id) {
        return map.spot(id).filter(spot -> spot.shape() == PlaceMap.Shape.GATEWAY).isPresent();
    }

    private Way.Phrase gateway(String from, String to) {
        Hop hop = hop(to).orElseThrow();
        return from.equals(DiagramSpec.INTERNET)
                ? new Way.Phrase("way.told.gateway-in", List.of(hop.destination()))
                : new Way.Phrase("way.told.gateway-out", List.of(hop.source()));
    }

    /** A packet crosses a subnet's boundary only past its network ACL. */
    private boolean sameSubnet() {
        return path.hops().stream().takeWhile(hop -> hop.kind() != HopKind.VPC_ENDPOINT)
                .noneMatch(hop -> hop.kind() == HopKind.NETWORK_ACL);
    }

    private Way.Phrase listener(String targetGroup) {
        String health = map.spot(targetGroup).stream().flatMap(spot -> spot.resources().stream())
                .map(state::resource).filter(resource -> !resource.specId().equals(targetGroup))
                .map(resource -> resource.awsState() == null ? "" : resource.awsState())
                .findFirst().orElse("");
        return health.isEmpty() || health.equals("healthy")
                ? new Way.Phrase("way.told.listener", List.of(WayStops.service(flow)))
                : new Way.Phrase("way.told.fail-open", List.of(WayStops.service(flow), health));
    }

    private Way.Phrase instance(String from, String to) {
        if (isGateway(from)) {
            return groupBefore(HopKind.INSTANCE).orElse(new Way.Phrase("way.told.passes", List.of()));
        }
        String source = hop(to).orElseThrow().source();
        boolean kept = source.equals(path.hops().get(0).source());
        return new Way.Phrase(kept ? "way.told.client-kept" : "way.told.source",
                List.of(new Way.Place(to), source));
    }

    /** The security group that let the packet in, if it was the last one asked before that hop. */
    private Optional<Way.Phrase> groupBefore(HopKind kind) {
        return path.hops().stream().takeWhile(hop -> hop.kind() != kind)
                .filter(hop -> hop.kind() == HopKind.SECURITY_GROUP)
                .reduce((first, second) -> second)
                .map(hop -> new Way.Phrase("way.told.group", List.of(WayStops.named(hops, hop.resourceId()),
                        WayStops.service(flow))));
    }

    private Optional<Hop> hop(String place) {
        return path.hops().stream().filter(hop -> !hop.reply() && hop.kind() != HopKind.SOURCE)
                .filter(hop -> hops.station(flow, hop).filter(place::equals).isPresent()).findFirst();
    }
}
