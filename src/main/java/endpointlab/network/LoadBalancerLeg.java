package endpointlab.network;

import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.network.NetworkSnapshot.TargetGroup;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Network Load Balancer: from a packet at one of its nodes to a target. The target sees the client's address if the
 * target group preserves it and the client didn't come through PrivateLink, else the node's private address. A rule
 * that names the load balancer's security group recognises it in both cases.
 *
 * @param pick decides among several targets
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html">
 *     Security groups for a Network Load Balancer</a>
 */
record LoadBalancerLeg(Topology topology, SecurityGroups groups, VpcLeg vpc, InstanceArrival arrival, Pick pick,
                       Journey journey) {

    /** A packet from the internet or from the VPC reaches a node. */
    Outcome fromClient(LoadBalancer loadBalancer, NetworkInterface node, Packet packet) {
        return Journey.steps(
                        () -> groups.ingress(loadBalancer.securityGroupIds(), packet),
                        () -> journey.pass(HopKind.NETWORK_INTERFACE, node.id(), packet),
                        () -> enter(loadBalancer, packet))
                .orElseGet(() -> forward(loadBalancer, node, packet, true));
    }

    /**
     * A packet reaches a node over PrivateLink. The groups are asked for the consumer's private address, if at all.
     * Assumed: it doesn't cross the boundary of the node's subnet, so that its network ACL isn't asked.
     */
    Outcome fromPrivateLink(LoadBalancer loadBalancer, NetworkInterface node, Packet packet) {
        Set<String> asked = loadBalancer.enforceOnPrivateLink() ? loadBalancer.securityGroupIds() : Set.of();
        return Journey.steps(
                        () -> groups.ingress(asked, packet),
                        () -> journey.pass(HopKind.NETWORK_INTERFACE, node.id(), packet),
                        () -> enter(loadBalancer, packet))
                .orElseGet(() -> forward(loadBalancer, node, packet, false));
    }

    private Optional<Outcome> enter(LoadBalancer loadBalancer, Packet packet) {
        if (!loadBalancer.active()) {
            return journey.drop(Cause.LOAD_BALANCER_NOT_ACTIVE, HopKind.LOAD_BALANCER, loadBalancer.arn(), packet);
        }
        if (packet.isIcmp()) {
            return journey.drop(Cause.PROTOCOL_NOT_CARRIED, HopKind.LOAD_BALANCER, loadBalancer.arn(), packet);
        }
        return journey.pass(HopKind.LOAD_BALANCER, loadBalancer.arn(), packet);
    }

    private Outcome forward(LoadBalancer loadBalancer, NetworkInterface node, Packet packet, boolean mayPreserve) {
        String groupArn = loadBalancer.listeners().get(packet.port());
        if (groupArn == null) {
            return stop(Cause.NO_LISTENER, HopKind.LISTENER, loadBalancer.arn(), packet);
        }
        journey.pass(HopKind.LISTENER, loadBalancer.arn() + ":" + packet.port(), packet);
        TargetGroup group = topology.snapshot().targetGroups().get(groupArn);
        TargetSelection selection = new TargetSelection(topology);
        if (group == null || !selection.hasEligible(group)) {
            return stop(Cause.NO_TARGET, HopKind.TARGET_GROUP, groupArn, packet);
        }
        List<Target> eligible = selection.eligible(loadBalancer, group, topology.azOf(node));
        if (eligible.isEmpty()) {
            return stop(Cause.NO_TARGET_IN_ZONE, HopKind.TARGET_GROUP, groupArn, packet);
        }
        boolean preserve = mayPreserve && group.preserveClientIp();
        Packet onward = (preserve ? packet : packet.from(node.privateIp()))
                .sentBy(loadBalancer.securityGroupIds());
        return send(loadBalancer, node, group, pick.from(eligible), preserve, onward);
    }

    private Outcome send(LoadBalancer loadBalancer, NetworkInterface node, TargetGroup group, Target target,
                         boolean preserve, Packet packet) {
        Instance instance = topology.snapshot().instances().get(target.instanceId());
        Optional<NetworkInterface> found = Optional.ofNullable(instance).flatMap(topology::interfaceOf);
        if (found.isEmpty()) {
            journey.pass(HopKind.TARGET_GROUP, group.arn(), packet);
            return stop(Cause.INSTANCE_NOT_RUNNING, HopKind.INSTANCE, target.instanceId(), packet);
        }
        NetworkInterface eni = found.get();
        Packet onward = packet.forwarded(loadBalancer.arn(), eni.privateIp(), target.port(),
                preserve ? packet.returnPorts() : PortRange.EPHEMERAL_ANY);
        journey.pass(HopKind.TARGET_GROUP, group.arn(), onward);
        if (preserve && packet.client().equals(target.instanceId())) {
            return stop(Cause.HAIRPIN, HopKind.INSTANCE, target.instanceId(), onward);
        }
        return Journey.steps(
                        () -> groups.egress(loadBalancer.securityGroupIds(), topology.groupsOf(eni), onward),
                        () -> vpc.carry(node, eni, onward))
                .orElseGet(() -> arrival.at(eni, onward));
    }

    private Outcome stop(Cause cause, HopKind kind, String resourceId, Packet packet) {
        return journey.drop(cause, kind, resourceId, packet).orElseThrow();
    }
}
