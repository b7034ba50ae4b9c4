package endpointlab.network;

import java.util.List;
import java.util.stream.Stream;

/** Ports {@code from} to {@code to}, both included. */
record PortRange(int from, int to) {

    static final PortRange ALL = new PortRange(0, 65535);

    /**
     * From where the Linux kernels of Amazon's images open connections.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html">Ephemeral ports</a>
     */
    static final PortRange EPHEMERAL_LINUX = new PortRange(32768, 61000);

    /** From where load balancers, and all kinds of machines on the internet, open connections; same source. */
    static final PortRange EPHEMERAL_ANY = new PortRange(1024, 65535);

    static PortRange of(int port) {
        return new PortRange(port, port);
    }

    boolean contains(int port) {
        return from <= port && port <= to;
    }

    boolean overlaps(PortRange other) {
        return from <= other.to && other.from <= to;
    }

    /** What is left of it without {@code other}: nothing, one range or two. */
    List<PortRange> without(PortRange other) {
        PortRange below = new PortRange(from, Math.min(to, other.from - 1));
        PortRange above = new PortRange(Math.max(from, other.to + 1), to);
        return Stream.of(below, above).filter(rest -> rest.from <= rest.to).toList();
    }
}
