package endpointlab.network;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import java.util.List;

/** What is known of addresses outside every VPC. */
final class InternetAddresses {

    /** Blocks of RFC 6890 that no router of the internet forwards. */
    private static final List<Cidr> NOT_ROUTED = List.of(
            Cidr.parse("0.0.0.0/8"), Cidr.parse("10.0.0.0/8"), Cidr.parse("100.64.0.0/10"),
            Cidr.parse("127.0.0.0/8"), Cidr.parse("169.254.0.0/16"), Cidr.parse("172.16.0.0/12"),
            Cidr.parse("192.168.0.0/16"), Cidr.parse("224.0.0.0/3"));

    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");

    /** Set apart for benchmarks (RFC 2544), so no real host is meant by an address from it. */
    private static final Cidr STAND_INS = Cidr.parse("198.18.0.0/15");

    private InternetAddresses() {
    }

    static boolean isRouted(String address) {
        return NOT_ROUTED.stream().noneMatch(block -> block.contains(address));
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.contains(address);
    }

    /** An address that stands for a host on the internet of which only the name is known; always the same one. */
    static String standIn(String name) {
        return Ipv4.format(STAND_INS.network() + Math.floorMod(name.hashCode(), STAND_INS.size()));
    }
}
