package endpointlab.network;

import endpointlab.ip.Ipv4;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.VpcEndpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The practice internet's DNS: from a name to IPv4 addresses.
 *
 * <ul>
 * <li>A load balancer's name, or the same with a zone's name before it, gives its nodes' addresses (public ones if it
 * is internet-facing), without the zones that lack healthy targets unless all do; none while it is provisioning.
 * <li>An endpoint's names give the private addresses of its network interfaces, everywhere; the zonal name gives that
 * zone's. Assumed: so from the start, whatever the endpoint's state.
 * <li>{@code ip-10-0-1-5.ec2.internal} and the like give a private address of the VPC that asks. There are no public
 * names for instances, as in a VPC without DNS hostnames.
 * <li>Names of AWS or of reserved kinds that nothing in the snapshot has don't resolve.
 * <li>Any other name stands for a host on the internet and gives a stable address from 198.18.0.0/15 (RFC 2544),
 * which belongs to nobody.
 * </ul>
 *
 * <p>IPv4 literals give themselves. Upper case and a final dot don't matter.
 */
public final class NameResolver {

    private static final Pattern HOST_NAME = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern OF_AWS = Pattern.compile(
            ".*(\\.elb\\.amazonaws\\.com|\\.elb\\.[a-z0-9-]+\\.amazonaws\\.com|\\.vpce\\.amazonaws\\.com"
                    + "|\\.compute-1\\.amazonaws\\.com|\\.compute\\.amazonaws\\.com)");

    private static final Pattern PRIVATE_NAME = Pattern.compile(
            "ip-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})\\.(ec2|[a-z0-9-]+\\.compute)\\.internal");

    /** Top-level names that never lead to a host of the internet (RFC 6761, RFC 6762, ICANN for internal). */
    private static final Set<String> RESERVED = Set.of("invalid", "test", "example", "localhost", "local", "internal");

    /** What a host on the internet gets as answer, in a stable order; empty if the name has no address. */
    public List<String> fromInternet(NetworkSnapshot snapshot, String name) {
        String host = normal(name);
        return Ipv4.isValid(host) ? List.of(host) : publicDns(new Topology(snapshot), host);
    }

    /** What a host in the VPC gets as answer, in a stable order; empty if the name has no address. */
    public List<String> fromVpc(NetworkSnapshot snapshot, String vpcId, String name) {
        String host = normal(name);
        if (Ipv4.isValid(host)) {
            return List.of(host);
        }
        if (host.equals("localhost")) {
            return List.of("127.0.0.1");
        }
        Topology topology = new Topology(snapshot);
        return privateName(host).filter(address -> topology.byPrivateIp(vpcId, address).isPresent())
                .map(List::of)
                .orElseGet(() -> publicDns(topology, host));
    }

    /** The load balancer whose name this is, zonal names included. */
    Optional<LoadBalancer> loadBalancer(Topology topology, String name) {
        String host = normal(name);
        return topology.snapshot().loadBalancers().values().stream()
                .filter(candidate -> zones(candidate, host).findAny().isPresent())
                .min(Comparator.comparing(LoadBalancer::arn));
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Optional<String> privateName(String host) {
        Matcher matcher = PRIVATE_NAME.matcher(host);
        return matcher.matches()
                ? Optional.of(String.join(".", matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    private List<String> publicDns(Topology topology, String host) {
        Optional<LoadBalancer> loadBalancer = loadBalancer(topology, host);
        if (loadBalancer.isPresent()) {
            return addresses(topology, loadBalancer.get(), host);
        }
        Optional<VpcEndpoint> endpoint = topology.snapshot().vpcEndpoints().values().stream()
                .filter(candidate -> candidate.dnsNames().stream().anyMatch(host::equalsIgnoreCase))
                .min(Comparator.comparing(VpcEndpoint::id));
        if (endpoint.isPresent()) {
            return addresses(topology, endpoint.get(), host);
        }
        boolean elsewhere = HOST_NAME.matcher(host).matches() && !OF_AWS.matcher(host).matches()
                && !RESERVED.contains(host.substring(host.lastIndexOf('.') + 1));
        return elsewhere ? List.of(InternetAddresses.standIn(host)) : List.of();
    }

    /** The zones for which {@code host} asks: all for the plain name, one for a zonal name. */
    private static Stream<String> zones(LoadBalancer loadBalancer, String host) {
        String plain = normal(loadBalancer.dnsName());
        return loadBalancer.nodes().keySet().stream().sorted()
                .filter(az -> host.equals(plain) || host.equals(az + "." + plain));
    }

    private static List<String> addresses(Topology topology, LoadBalancer loadBalancer, String host) {
        if (!loadBalancer.active()) {
            return List.of();
        }
        TargetSelection selection = new TargetSelection(topology);
        List<String> asked = zones(loadBalancer, host).toList();
        List<String> healthy = asked.stream().filter(az -> selection.isZoneHealthy(loadBalancer, az)).toList();
        return (healthy.isEmpty() ? asked : healthy).stream()
                .flatMap(az -> topology.nodeOf(loadBalancer, az).stream())
                .flatMap(node -> loadBalancer.internetFacing()
                        ? node.publicIp().stream() : Optional.of(node.privateIp()).stream())
                .toList();
    }

    private static List<String> addresses(Topology topology, VpcEndpoint endpoint, String host) {
        Map<String, NetworkInterface> interfaces = topology.snapshot().networkInterfaces();
        List<NetworkInterface> all = endpoint.networkInterfaceIds().stream().map(interfaces::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(topology::azOf)).toList();
        String first = host.substring(0, host.indexOf('.'));
        Predicate<NetworkInterface> inZoneOfName = eni -> first.endsWith("-" + topology.azOf(eni));
        List<NetworkInterface> zonal = all.stream().filter(inZoneOfName).toList();
        return (zonal.isEmpty() ? all : zonal).stream().map(NetworkInterface::privateIp).toList();
    }
}
