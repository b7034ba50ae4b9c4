package endpointlab.network;

import endpointlab.ip.Cidr;
import endpointlab.network.NetworkSnapshot.AclEntry;
import endpointlab.network.NetworkSnapshot.NetworkAcl;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Network ACLs: asked whenever a packet crosses the boundary of a subnet, the answer's packets too, and never within
 * a subnet. A subnet for which the snapshot has no ACL is not filtered.
 *
 * <p>Assumed: if only some of the ports that an answer may go to are allowed, it counts as blocked, since a flow has
 * no source port. ICMP types are not told apart.
 */
record NetworkAcls(Topology topology, Journey journey) {

    /** The packet goes from one subnet of a VPC to another, or stays in the same. */
    Optional<Outcome> between(String fromSubnet, String toSubnet, Packet packet) {
        return fromSubnet.equals(toSubnet) ? Optional.empty()
                : Journey.steps(() -> out(fromSubnet, packet), () -> in(toSubnet, packet));
    }

    /** The packet leaves the subnet. */
    Optional<Outcome> out(String subnetId, Packet packet) {
        return filter(subnetId, true, packet.destination(), packet, Cause.NETWORK_ACL_OUT);
    }

    /** The packet enters the subnet. */
    Optional<Outcome> in(String subnetId, Packet packet) {
        return filter(subnetId, false, packet.source(), packet, Cause.NETWORK_ACL_IN);
    }

    private Optional<Outcome> filter(String subnetId, boolean egress, String peer, Packet packet, Cause cause) {
        return topology.networkAclOf(subnetId).flatMap(acl -> permits(acl, egress, peer, packet)
                ? journey.pass(HopKind.NETWORK_ACL, acl.id(), packet)
                : journey.drop(packet.reply() ? Cause.NETWORK_ACL_RETURN : cause, HopKind.NETWORK_ACL, acl.id(),
                        packet));
    }

    /** Whether every port that the packet may go to is allowed; entries decide in the order of their numbers. */
    private static boolean permits(NetworkAcl acl, boolean egress, String peer, Packet packet) {
        List<AclEntry> entries = acl.entries().stream()
                .filter(entry -> entry.egress() == egress)
                .filter(entry -> entry.protocol().equals("-1") || entry.protocol().equals(packet.protocol()))
                .filter(entry -> Cidr.parse(entry.cidr()).contains(peer))
                .sorted(Comparator.comparing(AclEntry::number))
                .toList();
        List<PortRange> undecided = List.of(packet.ports());
        for (AclEntry entry : entries) {
            PortRange decided = ports(entry);
            if (!entry.allow() && undecided.stream().anyMatch(decided::overlaps)) {
                return false;
            }
            undecided = undecided.stream().flatMap(ports -> ports.without(decided).stream()).toList();
        }
        return undecided.isEmpty();
    }

    private static PortRange ports(AclEntry entry) {
        boolean withPorts = entry.protocol().equals("tcp") || entry.protocol().equals("udp");
        return withPorts ? new PortRange(entry.fromPort(), entry.toPort()) : PortRange.ALL;
    }
}
