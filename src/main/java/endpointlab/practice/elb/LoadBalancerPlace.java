package endpointlab.practice.elb;

import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Subnet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a load balancer may stand in these subnets and wear these security groups. Use inside
 * {@link endpointlab.practice.world.World#locked}.
 *
 * <p>Source: NLB User Guide (8 free addresses for an internet-facing load balancer, constrained zones); texts as
 * seen in public logs. Assumed: the zone {@code use1-az3} is the constrained one, the subnets of one load balancer
 * must share a VPC in these words.
 */
final class LoadBalancerPlace {

    private static final int FREE_ADDRESSES = 8;
    private static final Set<String> CONSTRAINED_ZONE_IDS = Set.of("use1-az3");

    private final Cloud cloud;

    LoadBalancerPlace(Cloud cloud) {
        this.cloud = cloud;
    }

    /** @throws AwsException {@code SubnetNotFound}, {@code InvalidConfigurationRequest}, {@code InvalidSubnet},
     *          {@code AvailabilityZoneNotSupported} */
    List<Subnet> subnets(List<String> ids) {
        List<Subnet> subnets = new ArrayList<>();
        Set<String> zones = new HashSet<>();
        for (String id : ids) {
            Subnet subnet = cloud.world.subnets.find(id == null ? "" : id)
                    .filter(found -> cloud.find.sees(found.createdAt())).orElseThrow(() ->
                    new AwsException("SubnetNotFound", "The subnet ID '" + id + "' does not exist"));
            if (!subnets.isEmpty() && !subnets.get(0).vpcId().equals(subnet.vpcId())) {
                throw ElbErrors.invalidSubnet("All subnets must belong to the same VPC: '"
                        + subnets.get(0).vpcId() + "'");
            }
            if (!zones.add(subnet.availabilityZone())) {
                throw ElbErrors.invalidConfiguration("A load balancer cannot be attached to multiple subnets in the "
                        + "same Availability Zone");
            }
            if (CONSTRAINED_ZONE_IDS.contains(cloud.zones.idOf(subnet.availabilityZone()))) {
                throw new AwsException("AvailabilityZoneNotSupported", "Load balancers with type 'network' are not "
                        + "supported in " + subnet.availabilityZone());
            }
            subnets.add(subnet);
        }
        return subnets;
    }

    /** @throws AwsException {@code InvalidSecurityGroup} */
    void checkSecurityGroups(List<String> ids, String vpcId) {
        for (String id : ids) {
            String itsVpc = cloud.world.securityGroups.find(id).orElseThrow(() -> new AwsException(
                    "InvalidSecurityGroup", "Security group '" + id + "' does not exist")).vpcId();
            if (!itsVpc.equals(vpcId)) {
                throw new AwsException("InvalidSecurityGroup",
                        "Security group '" + id + "' does not belong to VPC '" + vpcId + "'");
            }
        }
    }

    /** @throws AwsException {@code InvalidSubnet} */
    void checkRoom(List<Subnet> subnets, boolean internetFacing) {
        String vpcId = subnets.get(0).vpcId();
        if (internetFacing
                && cloud.world.internetGateways.where(gateway -> vpcId.equals(gateway.vpcId())).isEmpty()) {
            throw ElbErrors.invalidSubnet("VPC " + vpcId + " has no internet gateway");
        }
        for (Subnet subnet : subnets) {
            if (cloud.addresses.free(subnet) < (internetFacing ? FREE_ADDRESSES : 1)) {
                throw ElbErrors.invalidSubnet("Not enough IP space available in " + subnet.id()
                        + ". ELB requires at least " + FREE_ADDRESSES + " free IP addresses in each subnet.");
            }
        }
    }

    /** @param chosen {@code null} for any free address. @throws AwsException {@code ValidationError} */
    void checkAddress(Subnet subnet, String chosen) {
        if (chosen != null) {
            try {
                cloud.addresses.privateAddress(subnet, Cidr.parse(subnet.cidrBlock()), chosen);
            } catch (AwsException unusable) {
                throw ElbErrors.validation(unusable.getMessage());
            }
        }
    }
}
