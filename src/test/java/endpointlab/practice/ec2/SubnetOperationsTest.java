package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Subnet;

class SubnetOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aNewSubnetIsPrivateAndHasAllButFiveOfItsAddresses() {
        Subnet subnet = account.ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.7/24")
                .availabilityZoneId("use1-az2")).subnet();

        assertThat(subnet.stateAsString()).isEqualTo("pending");
        assertThat(subnet.cidrBlock()).isEqualTo("10.0.1.0/24");
        assertThat(subnet.availabilityZone()).isEqualTo("us-east-1b");
        assertThat(subnet.availableIpAddressCount()).isEqualTo(251);
        assertThat(subnet.mapPublicIpOnLaunch()).isFalse();
        await().until(() -> account.ec2.describeSubnets(r -> r.subnetIds(subnet.subnetId())).subnets().get(0)
                .stateAsString().equals("available"));
    }

    @Test
    void itJoinsTheDefaultAclAndLeavesItWhenDeleted() {
        String id = account.subnet(vpc, "10.0.1.0/24");
        assertThat(account.ec2.describeNetworkAcls(r -> r.filters(filter("association.subnet-id", id)))
                .networkAcls()).singleElement().satisfies(acl -> assertThat(acl.isDefault()).isTrue());
        String table = account.ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        account.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(id));

        account.ec2.deleteSubnet(r -> r.subnetId(id));

        assertThat(account.ec2.describeNetworkAcls(r -> r.filters(filter("association.subnet-id", id)))
                .networkAcls()).isEmpty();
        assertThat(account.ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).associations())
                .isEmpty();
        account.refused("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist",
                ec2 -> ec2.deleteSubnet(r -> r.subnetId(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.1.0/24", "10.0.0.0/15", "10.0.0.0/29"})
    void blocksOutsideOfTheVpcOrOutOfSizeAreRefused(String block) {
        account.refused("InvalidSubnet.Range", "The CIDR '" + block + "' is invalid.",
                ec2 -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.0/24", "10.0.0.0/23", "10.0.1.128/25"})
    void blocksThatOverlapAreRefused(String block) {
        account.subnet(vpc, "10.0.1.0/24");

        account.refused("InvalidSubnet.Conflict", "The CIDR '" + block + "' conflicts with another subnet",
                ec2 -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block)));
    }

    @Test
    void theZoneMustExist() {
        account.refused("InvalidParameterValue", "Value (us-east-1z) for parameter availabilityZone is invalid. "
                        + "Subnets can currently only be created in the following availability zones: us-east-1a, "
                        + "us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f.",
                ec2 -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24").availabilityZone("us-east-1z")));
    }

    @Test
    void theVpcMustExist() {
        account.refused("InvalidVpcID.NotFound", "The vpc ID 'vpc-0123' does not exist",
                ec2 -> ec2.createSubnet(r -> r.vpcId("vpc-0123").cidrBlock("10.0.1.0/24")));
    }

    @Test
    void publicAddressesCanBeMappedAtLaunch() {
        String id = account.subnet(vpc, "10.0.1.0/24");
        account.ec2.modifySubnetAttribute(r -> r.subnetId(id).mapPublicIpOnLaunch(v -> v.value(true)));

        assertThat(account.ec2.describeSubnets(r -> r.filters(filter("map-public-ip-on-launch", "true"),
                filter("vpc-id", vpc))).subnets()).extracting(Subnet::subnetId).containsExactly(id);
    }

    @Test
    void itStaysWhileAnInterfaceIsInIt() {
        String id = account.subnet(vpc, "10.0.1.0/24");
        account.instance(id);

        assertThat(account.ec2.describeSubnets(r -> r.subnetIds(id)).subnets().get(0).availableIpAddressCount())
                .isEqualTo(250);
        account.refused("DependencyViolation", "The subnet '" + id + "' has dependencies and cannot be deleted.",
                ec2 -> ec2.deleteSubnet(r -> r.subnetId(id)));
    }

    @Test
    void aVpcHoldsTwoHundredSubnets() {
        for (int i = 0; i < 200; i++) {
            account.subnet(vpc, "10.0." + i + ".0/24");
        }
        account.refused("SubnetLimitExceeded", "The maximum number of subnets has been reached.",
                ec2 -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.200.0/24")));
    }
}
