package endpointlab.network;

import endpointlab.network.NetworkSnapshot.InternetGateway;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Left;
import endpointlab.network.Path.Outcome;
import endpointlab.network.Routes.Decision;
import java.util.Optional;
import java.util.Set;

/**
 * Into and out of a VPC through its internet gateway, which maps an interface's private address to its public one.
 * What comes in reaches the interface only if its subnet would also send the answer to the internet gateway.
 */
record InternetLeg(Topology topology, Routes routes, NetworkAcls acls, Arrival arrival, Journey journey) {

    /** A packet is on the internet. */
    Outcome deliver(Packet packet) {
        Optional<NetworkInterface> eni = topology.byPublicIp(packet.destination());
        if (eni.isPresent()) {
            return enter(eni.get(), packet);
        }
        if (!InternetAddresses.isRouted(packet.destination())) {
            return stop(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_HOST, packet.destination(), packet);
        }
        journey.pass(HopKind.INTERNET_HOST, packet.destination(), packet);
        return journey.arrive(new Left(packet.destination(), packet.source()));
    }

    private Outcome enter(NetworkInterface eni, Packet packet) {
        Optional<InternetGateway> gateway = topology.internetGatewayOf(eni.vpcId());
        if (gateway.isEmpty()) {
            return stop(Cause.NO_INTERNET_GATEWAY, HopKind.INTERNET_GATEWAY, eni.vpcId(), packet);
        }
        Packet inside = packet.to(eni.privateIp());
        journey.pass(HopKind.INTERNET_GATEWAY, gateway.get().id(), inside);
        journey.onWayBack(() -> Journey.steps(
                () -> acls.out(eni.subnetId(), inside.answer()),
                () -> routeBack(eni, inside.answer()),
                () -> journey.pass(HopKind.INTERNET_GATEWAY, gateway.get().id(), packet.answer())));
        return acls.in(eni.subnetId(), inside).orElseGet(() -> arrival.at(eni, inside));
    }

    private Optional<Outcome> routeBack(NetworkInterface eni, Packet answer) {
        Decision decision = routes.from(eni, answer.destination());
        return switch (decision.way()) {
            case INTERNET_GATEWAY -> journey.pass(HopKind.ROUTE_TABLE, decision.tableId(), answer);
            case BLACKHOLE -> journey.drop(Cause.ROUTE_BLACKHOLE, HopKind.ROUTE_TABLE, decision.tableId(), answer);
            case LOCAL, NONE -> journey.drop(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, decision.tableId(), answer);
        };
    }

    /** A packet from {@code eni} has been routed to its VPC's internet gateway. */
    Outcome leave(NetworkInterface eni, Packet packet) {
        String gateway = topology.internetGatewayOf(eni.vpcId()).orElseThrow().id();
        if (!InternetAddresses.isRouted(packet.destination())) {
            return stop(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_GATEWAY, gateway, packet);
        }
        if (eni.publicIp().isEmpty()) {
            return stop(Cause.NO_PUBLIC_ADDRESS, HopKind.INTERNET_GATEWAY, gateway, packet);
        }
        Packet outside = packet.from(eni.publicIp().get()).sentBy(Set.of());
        journey.pass(HopKind.INTERNET_GATEWAY, gateway, outside);
        journey.onWayBack(() -> Journey.steps(
                () -> journey.pass(HopKind.INTERNET_GATEWAY, gateway, packet.answer()),
                () -> acls.in(eni.subnetId(), packet.answer())));
        return deliver(outside);
    }

    private Outcome stop(Cause cause, HopKind kind, String resourceId, Packet packet) {
        return journey.drop(cause, kind, resourceId, packet).orElseThrow();
    }
}
