package endpointlab.network;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import endpointlab.network.NetworkSnapshot.InternetGateway;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.Route;
import endpointlab.network.NetworkSnapshot.RouteTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Route tables: the most specific route that covers the destination decides, the local route included. */
record Routes(Topology topology) {

    private static final String LOCAL = "local";

    /** Where a packet is sent. */
    enum Way {
        /** To an interface of the same VPC. */
        LOCAL,
        /** To the VPC's internet gateway. */
        INTERNET_GATEWAY,
        /** To a target that is gone, detached, or no internet gateway. */
        BLACKHOLE,
        /** Nowhere: no route covers it. */
        NONE
    }

    /** @param tableId the table that decided; the subnet's id if there is no table for it */
    record Decision(Way way, String tableId) {
    }

    /** How the subnet of {@code eni} sends packets to the address. */
    Decision from(NetworkInterface eni, String destination) {
        Optional<RouteTable> table = topology.subnetOf(eni).flatMap(topology::routeTableOf);
        return table.map(found -> new Decision(way(found, destination), found.id()))
                .orElseGet(() -> new Decision(Way.NONE, eni.subnetId()));
    }

    private Way way(RouteTable table, String destination) {
        Optional<Route> route = longestPrefix(table.routes(), destination);
        if (route.isEmpty()) {
            return Way.NONE;
        }
        String target = route.get().target();
        if (target.equals(LOCAL)) {
            return Way.LOCAL;
        }
        InternetGateway gateway = topology.snapshot().internetGateways().get(target);
        boolean attached = gateway != null && gateway.vpcId().filter(table.vpcId()::equals).isPresent();
        return attached ? Way.INTERNET_GATEWAY : Way.BLACKHOLE;
    }

    /** The route with the longest prefix among those that cover the address. */
    static Optional<Route> longestPrefix(List<Route> routes, String destination) {
        long address = Ipv4.parse(destination);
        return routes.stream()
                .filter(route -> Cidr.parse(route.destination()).contains(address))
                .max(Comparator.comparing(route -> Cidr.parse(route.destination()).prefix()));
    }
}
