package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Addresses;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.NotFound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an endpoint may stand in these subnets and wear these security groups. Use inside
 * {@link endpointlab.practice.world.World#locked}.
 *
 * <p>Source: VPC PrivateLink Guide, "Access an AWS service using an interface VPC endpoint" (one subnet per zone,
 * default security group); texts as seen in public logs. Assumed: texts for a subnet or group of another VPC.
 */
final class EndpointPlace {

    private final Cloud cloud;

    EndpointPlace(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * @param takenZones zones that the endpoint stands in already
     * @throws AwsException {@code InvalidSubnetId.NotFound}, {@code InvalidParameter},
     *                      {@code DuplicateSubnetsInSameZone}, {@code InsufficientFreeAddressesInSubnet}
     */
    List<Subnet> subnets(List<String> ids, String vpcId, EndpointService service, Set<String> takenZones) {
        List<Subnet> subnets = new ArrayList<>();
        Set<String> zones = new HashSet<>(takenZones);
        for (String id : ids.stream().distinct().toList()) {
            Subnet subnet = cloud.world.subnets.find(id).filter(found -> cloud.find.sees(found.createdAt()))
                    .orElseThrow(() -> NotFound.subnetOfEndpoint(id));
            if (!subnet.vpcId().equals(vpcId)) {
                throw PrivateLinkErrors.invalid("The subnet " + id + " does not belong to the VPC " + vpcId);
            }
            if (!service.availabilityZones().contains(subnet.availabilityZone())) {
                throw PrivateLinkErrors.invalid("The VPC endpoint service " + service.serviceName()
                        + " does not support the availability zone of the subnet: " + id + ".");
            }
            if (!zones.add(subnet.availabilityZone())) {
                throw new AwsException("DuplicateSubnetsInSameZone",
                        "Found another VPC endpoint subnet in the availability zone of " + id + ". VPC endpoint "
                                + "subnets should be in different availability zones supported by the VPC endpoint "
                                + "service.");
            }
            if (cloud.addresses.free(subnet) < 1) {
                throw Addresses.insufficient(subnet);
            }
            subnets.add(subnet);
        }
        return subnets;
    }

    /**
     * @return the groups, or the VPC's default group if none is named
     * @throws AwsException {@code InvalidGroup.NotFound}
     */
    List<String> securityGroups(List<String> ids, String vpcId) {
        if (ids.isEmpty()) {
            return cloud.world.securityGroups.where(group -> group.isDefault() && group.vpcId().equals(vpcId))
                    .stream().map(SecurityGroup::id).toList();
        }
        for (String id : ids) {
            if (!cloud.find.securityGroup(id).vpcId().equals(vpcId)) {
                throw new AwsException("InvalidGroup.NotFound",
                        "The security group '" + id + "' does not exist in VPC '" + vpcId + "'");
            }
        }
        return ids.stream().distinct().toList();
    }
}
