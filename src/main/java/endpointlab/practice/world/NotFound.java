package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;

/**
 * EC2's answers for ids that do not exist, or that this call does not see yet.
 *
 * <p>Source: EC2 API Reference, "Error codes"; texts as seen in public logs. Assumed: an id of the right kind but of
 * another length is not malformed.
 */
public final class NotFound {

    private NotFound() {
    }

    /** An id that can't be one at all, such as a name, is told from one that names nothing. */
    private static AwsException error(String id, String prefix, String malformed, String notFound, String message) {
        return id.matches(prefix + "-[0-9a-f]+") ? new AwsException(notFound, message)
                : new AwsException(malformed, "Invalid id: \"" + id + "\" (expecting \"" + prefix + "-...\")");
    }

    public static AwsException vpc(String id) {
        return error(id, "vpc", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist");
    }

    public static AwsException subnet(String id) {
        return error(id, "subnet", "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist");
    }

    public static AwsException internetGateway(String id) {
        return error(id, "igw", "InvalidInternetGatewayId.Malformed", "InvalidInternetGatewayID.NotFound",
                "The internetGateway ID '" + id + "' does not exist");
    }

    public static AwsException routeTable(String id) {
        return error(id, "rtb", "InvalidRouteTableId.Malformed", "InvalidRouteTableID.NotFound", "The routeTable ID '" + id + "' does not exist");
    }

    public static AwsException association(String id) {
        return new AwsException("InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist");
    }

    public static AwsException networkAcl(String id) {
        return error(id, "acl", "InvalidNetworkAclId.Malformed", "InvalidNetworkAclID.NotFound", "The networkAcl ID '" + id + "' does not exist");
    }

    public static AwsException securityGroup(String id) {
        return error(id, "sg", "InvalidGroupId.Malformed", "InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }

    public static AwsException securityGroupRule(String id) {
        return error(id, "sgr", "InvalidSecurityGroupRuleId.Malformed", "InvalidSecurityGroupRuleId.NotFound",
                "The security group rule ID '" + id + "' does not exist");
    }

    public static AwsException networkInterface(String id) {
        return error(id, "eni", "InvalidNetworkInterfaceId.Malformed", "InvalidNetworkInterfaceID.NotFound",
                "The networkInterface ID '" + id + "' does not exist");
    }

    public static AwsException dhcpOptions(String id) {
        return error(id, "dopt", "InvalidDhcpOptionsId.Malformed", "InvalidDhcpOptionID.NotFound",
                "The dhcpOption ID '" + id + "' does not exist");
    }

    public static AwsException prefixList(String id) {
        return error(id, "pl", "InvalidPrefixListId.Malformed", "InvalidPrefixListID.NotFound",
                "The prefix list ID '" + id + "' does not exist");
    }

    public static AwsException attachment(String id) {
        return new AwsException("InvalidAttachmentID.NotFound", "The attachment ID '" + id + "' does not exist");
    }

    /** As the operations of PrivateLink spell it, which write {@code Id} where others write {@code ID}. */
    public static AwsException subnetOfEndpoint(String id) {
        return new AwsException("InvalidSubnetId.NotFound", "The subnet ID '" + id + "' does not exist");
    }

    /** As operations spell it that make a network interface. */
    public static AwsException groupOfInterface(String id) {
        return new AwsException("InvalidSecurityGroupID.NotFound", "The security group '" + id + "' does not exist");
    }

    /** @param name the key pair's name, or its id if the caller asked by id */
    public static AwsException keyPair(String name) {
        return new AwsException("InvalidKeyPair.NotFound", "The key pair '" + name + "' does not exist");
    }

    public static AwsException instance(String id) {
        return new AwsException("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }

    public static AwsException volume(String id) {
        return error(id, "vol", "InvalidVolumeID.Malformed", "InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
    }

    public static AwsException image(String id) {
        return new AwsException("InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
    }

    public static AwsException vpcEndpoint(String id) {
        return error(id, "vpce", "InvalidVpcEndpointId.Malformed", "InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id '" + id + "' does not exist");
    }

    public static AwsException endpointService(String id) {
        return error(id, "vpce-svc", "InvalidVpcEndpointServiceIdId.Malformed", "InvalidVpcEndpointServiceId.NotFound",
                "The VpcEndpointService Id '" + id + "' does not exist");
    }
}
