package endpointlab.practice.privatelink;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.NetworkInterfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An endpoint's network interfaces and DNS names. Use inside {@link endpointlab.practice.world.World#locked}.
 *
 * <p>Source: VPC PrivateLink Guide (requester-managed interfaces, regional and zonal names). Assumed: both are there
 * from the moment the endpoint is made, before its acceptance; the interfaces' attachment, and the same requester in
 * every Region.
 */
final class EndpointNetwork {

    private static final int DNS_SUFFIX_LENGTH = 8;
    /** The account of AWS PrivateLink. Source: EC2 User Guide, "Requester-managed network interfaces". */
    private static final String REQUESTER = "727180483921";

    private final Cloud cloud;

    EndpointNetwork(Cloud cloud) {
        this.cloud = cloud;
    }

    /** One interface per subnet. @param key the same in every run */
    List<String> interfaces(String endpointId, List<Subnet> subnets, List<String> groupIds, String key) {
        List<String> ids = new ArrayList<>();
        for (Subnet subnet : subnets) {
            NetworkInterface made = cloud.interfaces.create(new NetworkInterfaces.Spec(subnet,
                    "endpoint " + key + " " + subnet.availabilityZone(), null, false,
                    "VPC Endpoint Interface " + endpointId, "vpc_endpoint", REQUESTER, groupIds, NetworkInterfaces.AWS,
                    endpointId, cloud.now()));
            ids.add(made.id());
        }
        return ids;
    }

    /** The names of a new endpoint. */
    List<String> dnsNames(String endpointId, String serviceId, List<String> zones) {
        return names(endpointId + "-" + cloud.ids.alphanumeric(DNS_SUFFIX_LENGTH),
                "." + serviceId + "." + cloud.world.region + ".vpce.amazonaws.com", zones);
    }

    /** The names once the endpoint stands in other zones. @param before its names so far */
    static List<String> dnsNames(List<String> before, List<String> zones) {
        String regional = before.get(0);
        int dot = regional.indexOf('.');
        return names(regional.substring(0, dot), regional.substring(dot), zones);
    }

    private static List<String> names(String host, String domain, List<String> zones) {
        return Stream.concat(Stream.of(host + domain), zones.stream().map(zone -> host + "-" + zone + domain))
                .toList();
    }
}
