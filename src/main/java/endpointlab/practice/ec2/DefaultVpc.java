package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The default VPC that a new account finds in every Region: 172.31.0.0/16 with a public /20 subnet in each zone.
 *
 * <p>Source: VPC User Guide, "Default VPC components".
 */
public final class DefaultVpc {

    private static final Cidr BLOCK = Cidr.parse("172.31.0.0/16");
    private static final int SUBNET_PREFIX = 20;
    /** Long enough ago for everything to be seen and available. */
    private static final Duration AGE = Duration.ofDays(1);

    private DefaultVpc() {
    }

    /** Furnishes a new account; nothing happens to one that has any VPC. */
    public static void createIn(Cloud cloud) {
        cloud.world.locked(() -> {
            if (cloud.world.vpcs.all().isEmpty()) {
                create(cloud, cloud.now().minus(AGE));
            }
        });
    }

    private static void create(Cloud cloud, Instant at) {
        VpcParts parts = new VpcParts(cloud);
        Vpc vpc = new Vpc(cloud.ids.next("vpc"), BLOCK.toString(), true, cloud.ids.next("dopt"), true, true, at, at);
        cloud.world.vpcs.put(vpc);
        parts.create(vpc);
        InternetGateway gateway = new InternetGateway(cloud.ids.next("igw"), vpc.id(), at);
        cloud.world.internetGateways.put(gateway);
        RouteTable main = parts.mainRouteTable(vpc.id());
        cloud.world.routeTables.put(new RouteTable(main.id(), vpc.id(), List.of(VpcParts.localRoute(vpc),
                new Route(VpcParts.ANYWHERE, gateway.id(), "CreateRoute")), main.associations(), at));
        long network = BLOCK.network();
        for (Zones.Zone zone : cloud.zones.all()) {
            Cidr block = new Cidr(network, SUBNET_PREFIX);
            Subnet subnet = new Subnet(cloud.ids.next("subnet"), vpc.id(), block.toString(), zone.name(), true, true,
                    at, at);
            cloud.world.subnets.put(subnet);
            new SubnetMembership(cloud).joinDefaultAcl(subnet);
            network += block.size();
        }
    }
}
