package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.publicInstance;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** What RunInstances refuses; nothing may be left of a refused launch. */
class LaunchChecksTest {

    private final TestAccount account = new TestAccount(Pace.AWS);
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String subnet = account.subnet(vpc, "10.0.1.0/28");

    @AfterEach
    void close() {
        account.close();
    }

    private void refused(String code, String message, UnaryOperator<RunInstancesRequest.Builder> change) {
        account.refused(code, message,
                ec2 -> ec2.runInstances(change.apply(publicInstance(subnet).toBuilder()).build()));
        assertThat(account.ec2.describeInstances().reservations()).isEmpty();
        assertThat(account.ec2.describeNetworkInterfaces().networkInterfaces()).isEmpty();
        assertThat(account.machines.launched).isEmpty();
    }

    @Test
    void images() {
        refused("InvalidAMIID.NotFound", "The image id '[ami-0123456789abcdef0]' does not exist",
                r -> r.imageId("ami-0123456789abcdef0"));
        refused("InvalidAMIID.Malformed", "Invalid id: \"al2023\" (expecting \"ami-...\")", r -> r.imageId("al2023"));
        refused("InvalidAMIID.NotFound", "The image id '[resolve:ssm:/no/such]' does not exist",
                r -> r.imageId("resolve:ssm:/no/such"));
        refused("MissingParameter", "The request must contain the parameter ImageId", r -> r.imageId(null));
    }

    @Test
    void types() {
        refused("InvalidParameterValue", "Invalid value 't3.mikro' for InstanceType.",
                r -> r.instanceType("t3.mikro"));
        refused("InvalidParameterValue", "The architecture 'arm64' of the specified instance type does not match "
                + "the architecture 'x86_64' of the specified AMI. Specify an instance type and an AMI that have "
                + "matching architectures, and try again. You can use 'describe-instance-types' or "
                + "'describe-images' to discover the architecture of the instance type or AMI.",
                r -> r.instanceType("t4g.micro"));
    }

    @Test
    void theOldZoneLacksTheType() {
        String old = account.ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.2.0/24")
                .availabilityZone("us-east-1e")).subnet().subnetId();

        account.refused("Unsupported", "Your requested instance type (t3.micro) is not supported in your requested "
                + "Availability Zone (us-east-1e). Please retry your request by not specifying an Availability Zone "
                + "or choosing us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1f.",
                ec2 -> ec2.runInstances(publicInstance(old)));
    }

    @Test
    void placesThatDoNotExist() {
        refused("InvalidSubnetID.NotFound", "The subnet ID 'subnet-0123' does not exist",
                r -> publicInstance("subnet-0123").toBuilder());
        refused("InvalidSecurityGroupID.NotFound", "The security group 'sg-0123' does not exist",
                r -> publicInstance(subnet, "sg-0123").toBuilder());
        refused("InvalidKeyPair.NotFound", "The key pair 'nobody' does not exist", r -> r.keyName("nobody"));
    }

    @Test
    void groupsOfAnotherVpcAndTooManyGroups() {
        String elsewhere = account.group(account.vpc("10.1.0.0/16"), "elsewhere");
        refused("InvalidParameter", "Security group " + elsewhere + " and subnet " + subnet
                + " belong to different networks.", r -> publicInstance(subnet, elsewhere).toBuilder());
        List<String> six = IntStream.range(0, 6).mapToObj(i -> account.group(vpc, "g" + i)).toList();
        refused("SecurityGroupsPerInterfaceLimitExceeded",
                "The maximum number of security groups per interface has been reached.",
                r -> publicInstance(subnet, six.toArray(String[]::new)).toBuilder());
    }

    @Test
    void thePlaceIsToldOnce() {
        refused("InvalidParameterCombination", "Network interfaces and an instance-level subnet ID may not be "
                + "specified on the same request", r -> r.subnetId(subnet));
        refused("InvalidParameterCombination", "Network interfaces and an instance-level security groups may not be "
                + "specified on the same request", r -> r.securityGroupIds("sg-1"));
    }

    @Test
    void userData() {
        refused("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.",
                r -> r.userData("#!/bin/bash\ndnf install -y httpd\n"));
        String tooLong = Base64.getEncoder().encodeToString("x".repeat(16_385).getBytes(StandardCharsets.UTF_8));
        refused("InvalidParameterValue", "User data is limited to 16384 bytes", r -> r.userData(tooLong));
    }

    @Test
    void addresses() {
        refused("InsufficientFreeAddressesInSubnet", "There are not enough free addresses in subnet '" + subnet
                + "' to satisfy the requested number of instances.", r -> r.minCount(12).maxCount(12));
        refused("InvalidParameterValue", "Address 10.0.1.3 is in subnet's reserved address range",
                r -> r.networkInterfaces(n -> n.deviceIndex(0).subnetId(subnet).privateIpAddress("10.0.1.3")));
        refused("InvalidParameterValue", "Address 10.0.9.9 does not fall within the subnet's address range",
                r -> r.networkInterfaces(n -> n.deviceIndex(0).subnetId(subnet).privateIpAddress("10.0.9.9")));
    }

    @Test
    void oneAddressForTwo() {
        refused("InvalidParameterCombination", "A private IP address can be given to one instance only",
                r -> r.minCount(2).maxCount(2).networkInterfaces(n -> n.deviceIndex(0).subnetId(subnet)
                        .privateIpAddress("10.0.1.5")));
    }

    @Test
    void aChosenAddressIsGivenOnce() {
        UnaryOperator<RunInstancesRequest.Builder> choose =
                r -> r.networkInterfaces(n -> n.deviceIndex(0).subnetId(subnet).privateIpAddress("10.0.1.5"));
        assertThat(account.ec2.runInstances(choose.apply(publicInstance(subnet).toBuilder()).build())
                .instances().get(0).privateIpAddress()).isEqualTo("10.0.1.5");

        account.refused("InvalidIPAddress.InUse", "Address 10.0.1.5 is in use.",
                ec2 -> ec2.runInstances(choose.apply(publicInstance(subnet).toBuilder()).build()));
    }

    @Test
    void vcpus() {
        String wide = account.subnet(vpc, "10.0.2.0/24");
        account.refused("VcpuLimitExceeded", "You have requested more vCPU capacity than your current vCPU limit of "
                + "32 allows for the instance bucket that the specified instance type belongs to. Please visit "
                + "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.",
                ec2 -> ec2.runInstances(publicInstance(wide).toBuilder().minCount(17).maxCount(17).build()));
    }

    @Test
    void tagsOfOtherThings() {
        refused("InvalidParameterValue", "'vpc' is not a valid taggable resource type for this operation.",
                r -> r.tagSpecifications(t -> t.resourceType("vpc").tags(tag -> tag.key("a").value("b"))));
    }

    @Test
    void anEmptyNameOfAZoneAsksForNone() {
        assertThat(account.ec2.runInstances(publicInstance(subnet).toBuilder()
                .placement(place -> place.availabilityZone("")).build()).instances()).hasSize(1);
        account.refused("InvalidParameterValue", "The availability zone 'us-east-1b' does not match the zone of "
                        + "subnet '" + subnet + "'",
                ec2 -> ec2.runInstances(publicInstance(subnet).toBuilder()
                        .placement(place -> place.availabilityZone("us-east-1b")).build()));
    }
}
