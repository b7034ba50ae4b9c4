package endpointlab.network;

import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import endpointlab.network.Routes.Decision;
import java.util.Optional;
import java.util.Set;

/** The first leg of what a network interface sends: its security groups, its subnet's route table, and on. */
record Departure(Topology topology, SecurityGroups groups, NetworkAcls acls, Routes routes, VpcLeg vpc,
                 InternetLeg internet, Arrival arrival, Journey journey) {

    Outcome from(NetworkInterface eni, Packet packet) {
        Set<String> worn = topology.groupsOf(eni);
        Packet sent = packet.sentBy(worn);
        Optional<NetworkInterface> neighbour = topology.byPrivateIp(eni.vpcId(), packet.destination());
        Set<String> receiver = neighbour.map(topology::groupsOf).orElse(Set.of());
        return Journey.steps(
                        () -> journey.pass(HopKind.NETWORK_INTERFACE, eni.id(), sent),
                        () -> groups.egress(worn, receiver, sent))
                .orElseGet(() -> route(eni, neighbour, sent));
    }

    private Outcome route(NetworkInterface eni, Optional<NetworkInterface> neighbour, Packet packet) {
        Decision decision = routes.from(eni, packet.destination());
        return switch (decision.way()) {
            case LOCAL -> neighbour.map(to -> vpc.carry(eni, to, packet).orElseGet(() -> arrival.at(to, packet)))
                    .orElseGet(() -> nobody(eni, decision, packet));
            case INTERNET_GATEWAY -> Journey.steps(
                            () -> acls.out(eni.subnetId(), packet),
                            () -> journey.pass(HopKind.ROUTE_TABLE, decision.tableId(), packet))
                    .orElseGet(() -> internet.leave(eni, packet));
            case BLACKHOLE -> stop(Cause.ROUTE_BLACKHOLE, decision, packet);
            case NONE -> stop(Cause.NO_ROUTE, decision, packet);
        };
    }

    private Outcome nobody(NetworkInterface eni, Decision decision, Packet packet) {
        journey.pass(HopKind.ROUTE_TABLE, decision.tableId(), packet);
        return journey.drop(Cause.NO_SUCH_ADDRESS, HopKind.NETWORK_INTERFACE, eni.vpcId(), packet).orElseThrow();
    }

    private Outcome stop(Cause cause, Decision decision, Packet packet) {
        return journey.drop(cause, HopKind.ROUTE_TABLE, decision.tableId(), packet).orElseThrow();
    }
}
