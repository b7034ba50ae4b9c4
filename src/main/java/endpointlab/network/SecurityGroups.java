package endpointlab.network;

import endpointlab.ip.Cidr;
import endpointlab.network.NetworkSnapshot.Rule;
import endpointlab.network.NetworkSnapshot.SecurityGroup;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Security groups: what no rule allows is dropped in silence; the answer to what was let through is let through too.
 * An interface without groups (a load balancer's node made without them) filters nothing. ICMP types are not told
 * apart.
 */
record SecurityGroups(Map<String, SecurityGroup> groups, Journey journey) {

    /** @param worn groups of the interface that the packet leaves; {@code receiver} groups of the one it goes to */
    Optional<Outcome> egress(Set<String> worn, Set<String> receiver, Packet packet) {
        return filter(worn, true, packet.destination(), receiver, packet);
    }

    /** @param worn groups of the interface that the packet arrives at */
    Optional<Outcome> ingress(Set<String> worn, Packet packet) {
        return filter(worn, false, packet.source(), packet.senderGroups(), packet);
    }

    private Optional<Outcome> filter(Set<String> worn, boolean egress, String peer, Set<String> peerGroups,
                                     Packet packet) {
        if (worn.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = worn.stream().sorted().toList();
        Cause cause = egress ? Cause.SECURITY_GROUP_EGRESS : Cause.SECURITY_GROUP_INGRESS;
        return ids.stream().map(groups::get).filter(Objects::nonNull)
                .filter(group -> (egress ? group.egress() : group.ingress()).stream()
                        .anyMatch(rule -> allows(rule, peer, peerGroups, packet)))
                .findFirst()
                .map(group -> journey.pass(HopKind.SECURITY_GROUP, group.id(), packet))
                .orElseGet(() -> journey.drop(cause, HopKind.SECURITY_GROUP, ids.get(0), packet));
    }

    private static boolean allows(Rule rule, String peer, Set<String> peerGroups, Packet packet) {
        boolean protocol = rule.protocol().equals("-1") || rule.protocol().equals(packet.protocol())
                && (packet.isIcmp() || rule.fromPort() <= packet.port() && packet.port() <= rule.toPort());
        return protocol && (rule.peer().contains("/")
                ? Cidr.parse(rule.peer()).contains(peer) : peerGroups.contains(rule.peer()));
    }
}
