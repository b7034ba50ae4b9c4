package endpointlab.network;

import java.util.List;

/**
 * What became of a flow: the hops it took and how it ended.
 *
 * <p>The hops are those of the connection's first packet, up to where it arrived. If it arrived but the answer gets
 * lost, the answer's hops follow ({@link Hop#reply}), so that the last hop is always where the flow ended.
 *
 * @param hops    in order of travel, the last one where it ended
 * @param outcome how it ended
 */
public record Path(List<Hop> hops, Outcome outcome) {

    public Path {
        hops = List.copyOf(hops);
    }

    /** What a hop is, for drawing and for explaining. */
    public enum HopKind {
        SOURCE, DNS, INTERNET_GATEWAY, ROUTE_TABLE, NETWORK_ACL, SECURITY_GROUP, NETWORK_INTERFACE, VPC_ENDPOINT,
        ENDPOINT_SERVICE, LOAD_BALANCER, LISTENER, TARGET_GROUP, INSTANCE, INTERNET_HOST
    }

    /**
     * One place on the way.
     *
     * @param resourceId  AWS id or ARN of the resource; for hosts on the internet their address, for DNS the name,
     *                    for a listener the load balancer's ARN with {@code :port}. Where the flow stops because a
     *                    resource is missing, the id of what lacks it, such as the VPC without internet gateway
     * @param source      source address of the packet when it leaves this hop
     * @param destination destination address of the packet when it leaves this hop
     * @param reply       whether the packet is the answer on its way back
     */
    public record Hop(HopKind kind, String resourceId, String source, String destination, boolean reply) {
    }

    /** How a flow ended. */
    public sealed interface Outcome permits Delivered, Left, Dropped, Unresolvable {
    }

    /**
     * It reached an instance. Whether something listens there is the instance's business, and so is the only reset
     * ("connection refused") that a sender can see.
     *
     * @param instanceId   the instance reached
     * @param port         port on that instance
     * @param sourceSeen   source address that the instance sees
     * @param loadBalancerArn ARN of the load balancer it came through, empty if none
     */
    public record Delivered(String instanceId, int port, String sourceSeen, String loadBalancerArn)
            implements Outcome {
    }

    /**
     * It went to a host on the internet that is no part of the snapshot; whether there is one is not known here.
     *
     * @param address    the host's IPv4 address
     * @param sourceSeen source address that the host sees
     */
    public record Left(String address, String sourceSeen) implements Outcome {
    }

    /** Nobody answers: the sender sees a time-out (curl exit 28). */
    public record Dropped(Cause cause, HopKind at, String resourceId) implements Outcome {
    }

    /** The name has no address (curl exit 6). */
    public record Unresolvable(String name) implements Outcome {
    }

    /** Why a flow did not arrive. One text per cause stands in the message bundles. */
    public enum Cause {
        SOURCE_NOT_RUNNING,
        NO_ROUTE,
        ROUTE_BLACKHOLE,
        NO_INTERNET_GATEWAY,
        NO_PUBLIC_ADDRESS,
        NO_SUCH_ADDRESS,
        /** A private address was asked of the internet, which carries no such packets. */
        PRIVATE_DESTINATION,
        SECURITY_GROUP_EGRESS,
        SECURITY_GROUP_INGRESS,
        NETWORK_ACL_OUT,
        NETWORK_ACL_IN,
        NETWORK_ACL_RETURN,
        ENDPOINT_NOT_AVAILABLE,
        ENDPOINT_SERVICE_GONE,
        AZ_NOT_SERVED,
        LOAD_BALANCER_NOT_ACTIVE,
        LOAD_BALANCER_NOT_PUBLIC,
        NO_LISTENER,
        NO_TARGET,
        NO_TARGET_IN_ZONE,
        HAIRPIN,
        INSTANCE_NOT_RUNNING,
        PROTOCOL_NOT_CARRIED
    }
}
