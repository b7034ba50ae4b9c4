package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.network.Flow;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Which place of the diagram a hop of the judge is. Pure. */
final class HopPlaces {

    private final PlaceMap map;
    private final LabState state;

    HopPlaces(PlaceMap map, LabState state) {
        this.map = map;
        this.state = state;
    }

    /** The place where the packet is seen at that hop; empty for what only guards the way, or isn't in the diagram. */
    Optional<String> station(Flow flow, Hop hop) {
        return switch (hop.kind()) {
            case SOURCE -> flow.source() instanceof Flow.Internet ? Optional.of(DiagramSpec.INTERNET)
                    : place(hop.resourceId());
            case INTERNET_HOST -> Optional.of(DiagramSpec.INTERNET);
            case INTERNET_GATEWAY -> gateway(hop.resourceId());
            case LISTENER -> loadBalancer(hop.resourceId());
            case ENDPOINT_SERVICE -> service(hop.resourceId());
            case VPC_ENDPOINT, LOAD_BALANCER, TARGET_GROUP, INSTANCE -> place(hop.resourceId());
            case DNS, ROUTE_TABLE, NETWORK_ACL, SECURITY_GROUP, NETWORK_INTERFACE -> Optional.empty();
        };
    }

    /** The place that shows the resource with that AWS id. */
    Optional<String> place(String awsId) {
        return resource(resource -> awsId.equals(resource.awsId()) || wears(resource, awsId))
                .flatMap(map::showing).map(PlaceMap.Spot::id);
    }

    private static boolean wears(ResourceState resource, String networkInterface) {
        return Arrays.asList(resource.attributes().getOrDefault("network-interface", "").split(","))
                .contains(networkInterface);
    }

    /** A gateway by its own id, or by that of the VPC that lacks one. */
    private Optional<String> gateway(String id) {
        Optional<String> place = place(id);
        return place.flatMap(map::gatewayOf).map(PlaceMap.Spot::id).or(() -> place);
    }

    private Optional<String> loadBalancer(String listener) {
        Optional<String> whole = place(listener);
        int port = listener.lastIndexOf(':');
        return whole.isPresent() || port < 0 ? whole : place(listener.substring(0, port));
    }

    /** An endpoint service by its id, or by the name under which nobody found it. */
    private Optional<String> service(String id) {
        return place(id).or(() -> resource(resource -> id.equals(resource.attributes().get("service-name")))
                .flatMap(map::showing).map(PlaceMap.Spot::id));
    }

    /** The place that has an address or a DNS name. */
    Optional<String> addressed(String destination) {
        String wanted = destination.toLowerCase(Locale.ROOT);
        return resource(resource -> resource.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().endsWith("-ip") || attribute.getKey().equals("dns-name"))
                .anyMatch(attribute -> attribute.getValue().toLowerCase(Locale.ROOT).equals(wanted)))
                .flatMap(map::showing).map(PlaceMap.Spot::id);
    }

    /** Whether a hop only guards the way, so that what stops there stops before the next place. */
    static boolean guards(HopKind kind) {
        return switch (kind) {
            case DNS, ROUTE_TABLE, NETWORK_ACL, SECURITY_GROUP, NETWORK_INTERFACE -> true;
            default -> false;
        };
    }

    private Optional<String> resource(Predicate<ResourceState> wanted) {
        return state.resources().values().stream().filter(wanted).map(ResourceState::specId).findFirst();
    }
}
