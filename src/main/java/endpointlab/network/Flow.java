package endpointlab.network;

/**
 * A connection somebody wants to open.
 *
 * @param source      who opens it
 * @param destination IPv4 literal or DNS name
 * @param protocol    {@code tcp} or {@code icmp}
 * @param port        destination port, 1 to 65535; 0 for ICMP
 */
public record Flow(Source source, String destination, String protocol, int port) {

    /** @throws IllegalArgumentException for another protocol or a port that doesn't fit it */
    public Flow {
        boolean tcp = protocol.equals("tcp") && port >= 1 && port <= 65535;
        boolean icmp = protocol.equals("icmp") && port == 0;
        if (!tcp && !icmp) {
            throw new IllegalArgumentException("Neither TCP to a port nor ICMP: " + protocol + " " + port);
        }
    }

    public static Flow tcp(Source source, String destination, int port) {
        return new Flow(source, destination, "tcp", port);
    }

    /** An ICMP echo request. */
    public static Flow ping(Source source, String destination) {
        return new Flow(source, destination, "icmp", 0);
    }

    /** Where a flow starts. */
    public sealed interface Source permits Internet, FromInstance, FromLoadBalancer {
    }

    /** A machine on the internet, such as the learner's laptop, with its public IPv4 address. */
    public record Internet(String publicIp) implements Source {
    }

    /** An instance of the snapshot. */
    public record FromInstance(String instanceId) implements Source {
    }

    /** A load balancer's node that checks a target's health; the destination is the target's private address. */
    public record FromLoadBalancer(String loadBalancerArn, String az) implements Source {
    }
}
