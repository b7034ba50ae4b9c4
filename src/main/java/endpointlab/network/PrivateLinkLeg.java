package endpointlab.network;

import endpointlab.network.NetworkSnapshot.EndpointService;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.VpcEndpoint;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * AWS PrivateLink: from an interface endpoint's network interface to the load balancer's node in the same zone. No
 * route, gateway or address of either VPC takes part between the two.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html">Endpoint services</a>
 */
record PrivateLinkLeg(Topology topology, SecurityGroups groups, LoadBalancerLeg loadBalancers, Pick pick,
                      Journey journey) {

    Outcome at(VpcEndpoint endpoint, NetworkInterface eni, Packet packet) {
        return Journey.steps(
                        () -> groups.ingress(topology.groupsOf(eni), packet),
                        () -> journey.pass(HopKind.NETWORK_INTERFACE, eni.id(), packet),
                        () -> enter(endpoint, packet))
                .orElseGet(() -> serve(endpoint, topology.azOf(eni), packet));
    }

    private Optional<Outcome> enter(VpcEndpoint endpoint, Packet packet) {
        if (packet.isIcmp()) {
            return journey.drop(Cause.PROTOCOL_NOT_CARRIED, HopKind.VPC_ENDPOINT, endpoint.id(), packet);
        }
        // AWS writes the word with either case on the wire and in its SDK.
        if (!endpoint.state().toLowerCase(Locale.ROOT).equals("available")) {
            return journey.drop(Cause.ENDPOINT_NOT_AVAILABLE, HopKind.VPC_ENDPOINT, endpoint.id(), packet);
        }
        return journey.pass(HopKind.VPC_ENDPOINT, endpoint.id(), packet);
    }

    private Outcome serve(VpcEndpoint endpoint, String az, Packet packet) {
        Optional<EndpointService> service = topology.endpointServiceNamed(endpoint.serviceName());
        if (service.isEmpty()) {
            return journey.drop(Cause.ENDPOINT_SERVICE_GONE, HopKind.ENDPOINT_SERVICE, endpoint.serviceName(), packet)
                    .orElseThrow();
        }
        List<LoadBalancer> inZone = inZone(service.get(), az);
        if (inZone.isEmpty()) {
            return journey.drop(Cause.AZ_NOT_SERVED, HopKind.ENDPOINT_SERVICE, service.get().id(), packet)
                    .orElseThrow();
        }
        LoadBalancer loadBalancer = pick.from(inZone);
        NetworkInterface node = topology.nodeOf(loadBalancer, az).orElseThrow();
        // A group of the consumer's VPC means nothing in the provider's, even if an address fits there.
        Packet inside = packet.to(node.privateIp()).sentBy(Set.of());
        journey.pass(HopKind.ENDPOINT_SERVICE, service.get().id(), inside);
        return loadBalancers.fromPrivateLink(loadBalancer, node, inside);
    }

    /** The service's load balancers that have a node in the zone; only the active ones if there are any. */
    private List<LoadBalancer> inZone(EndpointService service, String az) {
        if (!service.azs().contains(az)) {
            return List.of();
        }
        List<LoadBalancer> all = service.loadBalancerArns().stream()
                .map(topology.snapshot().loadBalancers()::get)
                .filter(Objects::nonNull)
                .filter(loadBalancer -> topology.nodeOf(loadBalancer, az).isPresent())
                .sorted(Comparator.comparing(LoadBalancer::arn))
                .toList();
        List<LoadBalancer> active = all.stream().filter(LoadBalancer::active).toList();
        return active.isEmpty() ? all : active;
    }
}
