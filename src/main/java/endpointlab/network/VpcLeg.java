package endpointlab.network;

import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.Optional;

/** The way from one network interface to another of the same VPC, over the local route. */
record VpcLeg(Routes routes, NetworkAcls acls, Journey journey) {

    Optional<Outcome> carry(NetworkInterface from, NetworkInterface to, Packet packet) {
        String table = routes.from(from, to.privateIp()).tableId();
        boolean sameSubnet = from.subnetId().equals(to.subnetId());
        journey.onWayBack(() -> acls.between(to.subnetId(), from.subnetId(), packet.answer()));
        return sameSubnet ? journey.pass(HopKind.ROUTE_TABLE, table, packet)
                : Journey.steps(() -> acls.out(from.subnetId(), packet),
                        () -> journey.pass(HopKind.ROUTE_TABLE, table, packet),
                        () -> acls.in(to.subnetId(), packet));
    }
}
