package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;

/**
 * EC2's answers for ids that do not exist, or that this call does not see yet.
 *
 * <p>Source: EC2 API Reference, "Error codes"; texts as seen in public logs.
 */
public final class NotFound {

    private NotFound() {
    }

    public static AwsException vpc(String id) {
        return new AwsException("InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist");
    }

    public static AwsException subnet(String id) {
        return new AwsException("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist");
    }

    public static AwsException internetGateway(String id) {
        return new AwsException("InvalidInternetGatewayID.NotFound",
                "The internetGateway ID '" + id + "' does not exist");
    }

    public static AwsException routeTable(String id) {
        return new AwsException("InvalidRouteTableID.NotFound", "The routeTable ID '" + id + "' does not exist");
    }

    public static AwsException association(String id) {
        return new AwsException("InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist");
    }

    public static AwsException networkAcl(String id) {
        return new AwsException("InvalidNetworkAclID.NotFound", "The networkAcl ID '" + id + "' does not exist");
    }

    public static AwsException securityGroup(String id) {
        return new AwsException("InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }

    public static AwsException securityGroupRule(String id) {
        return new AwsException("InvalidSecurityGroupRuleId.NotFound",
                "The security group rule ID '" + id + "' does not exist");
    }

    public static AwsException networkInterface(String id) {
        return new AwsException("InvalidNetworkInterfaceID.NotFound",
                "The networkInterface ID '" + id + "' does not exist");
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
        return new AwsException("InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
    }

    public static AwsException image(String id) {
        return new AwsException("InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
    }

    public static AwsException vpcEndpoint(String id) {
        return new AwsException("InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id '" + id + "' does not exist");
    }

    public static AwsException endpointService(String id) {
        return new AwsException("InvalidVpcEndpointServiceId.NotFound",
                "The VpcEndpointService Id '" + id + "' does not exist");
    }
}
