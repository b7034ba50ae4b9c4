package endpointlab.network;

import java.util.Set;

/**
 * The first packet of a connection, or its answer, somewhere on its way.
 *
 * @param port            destination port of the request; 0 for ICMP
 * @param returnPorts     where the answer may be sent, as nobody knows the client's port beforehand
 * @param senderGroups    security groups that rules which name a group recognise the sender by: those of the
 *                        interface that sent it, as long as the packet carries a private address of the same VPC
 * @param client          instance that opened the connection, empty if it comes from elsewhere
 * @param loadBalancerArn load balancer that it came through, empty if none
 * @param reply           whether it is the answer
 */
record Packet(String source, String destination, String protocol, int port, PortRange returnPorts,
              Set<String> senderGroups, String client, String loadBalancerArn, boolean reply) {

    static Packet of(Flow flow, String source, String destination, PortRange returnPorts) {
        return new Packet(source, destination, flow.protocol(), flow.port(), returnPorts, Set.of(), "", "", false);
    }

    Packet from(String address) {
        return new Packet(address, destination, protocol, port, returnPorts, senderGroups, client, loadBalancerArn,
                reply);
    }

    Packet to(String address) {
        return new Packet(source, address, protocol, port, returnPorts, senderGroups, client, loadBalancerArn, reply);
    }

    Packet sentBy(Set<String> groups) {
        return new Packet(source, destination, protocol, port, returnPorts, groups, client, loadBalancerArn, reply);
    }

    Packet openedBy(String instanceId) {
        return new Packet(source, destination, protocol, port, returnPorts, senderGroups, instanceId, loadBalancerArn,
                reply);
    }

    /** What the load balancer sends on to a target. */
    Packet forwarded(String loadBalancer, String address, int targetPort, PortRange answerTo) {
        return new Packet(source, address, protocol, targetPort, answerTo, senderGroups, client, loadBalancer, reply);
    }

    /** The answer to it. */
    Packet answer() {
        return new Packet(destination, source, protocol, port, returnPorts, Set.of(), client, loadBalancerArn, true);
    }

    /** The ports that it may go to. */
    PortRange ports() {
        return reply ? returnPorts : PortRange.of(port);
    }

    boolean isIcmp() {
        return protocol.equals("icmp");
    }
}
