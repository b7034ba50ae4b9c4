package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

class VpcOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aNewAccountFindsItsDefaultVpc() {
        Vpc vpc = account.ec2.describeVpcs().vpcs().get(0);

        assertThat(vpc.cidrBlock()).isEqualTo("172.31.0.0/16");
        assertThat(vpc.isDefault()).isTrue();
        assertThat(account.ec2.describeSubnets(r -> r.filters(filter("vpc-id", vpc.vpcId()))).subnets())
                .hasSize(6).allMatch(Subnet::defaultForAz).allMatch(Subnet::mapPublicIpOnLaunch)
                .extracting(Subnet::availableIpAddressCount).containsOnly(4091);
        assertThat(account.ec2.describeRouteTables(r -> r.filters(filter("vpc-id", vpc.vpcId()))).routeTables())
                .singleElement().satisfies(table -> assertThat(table.routes()).extracting(Route::destinationCidrBlock)
                        .containsExactlyInAnyOrder("172.31.0.0/16", "0.0.0.0/0"));
    }

    @Test
    void aVpcBringsItsMainTableItsDefaultGroupAndItsDefaultAcl() {
        String id = account.vpc("10.0.0.0/16");

        assertThat(account.ec2.describeRouteTables(r -> r.filters(filter("vpc-id", id),
                filter("association.main", "true"))).routeTables()).singleElement()
                .satisfies(table -> assertThat(table.routes()).singleElement()
                        .satisfies(route -> assertThat(route.gatewayId()).isEqualTo("local")));
        SecurityGroup group = account.ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", id)))
                .securityGroups().get(0);
        assertThat(group.groupName()).isEqualTo("default");
        assertThat(group.ipPermissions()).singleElement().satisfies(permission ->
                assertThat(permission.userIdGroupPairs().get(0).groupId()).isEqualTo(group.groupId()));
        assertThat(group.ipPermissionsEgress()).singleElement().satisfies(permission ->
                assertThat(permission.ipRanges().get(0).cidrIp()).isEqualTo("0.0.0.0/0"));
        assertThat(account.ec2.describeNetworkAcls(r -> r.filters(filter("vpc-id", id))).networkAcls())
                .singleElement().satisfies(acl -> assertThat(acl.entries()).hasSize(4));
    }

    @Test
    void itIsPendingBeforeItIsAvailable() {
        Vpc created = account.ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc();

        assertThat(created.stateAsString()).isEqualTo("pending");
        assertThat(created.vpcId()).matches("vpc-[0-9a-f]{17}");
        assertThat(created.ownerId()).isEqualTo(TestAccount.ACCOUNT);
        await().until(() -> account.ec2.describeVpcs(r -> r.vpcIds(created.vpcId())).vpcs().get(0).stateAsString()
                .equals("available"));
    }

    @Test
    void hostBitsAreCleared() {
        assertThat(account.ec2.createVpc(r -> r.cidrBlock("100.68.0.18/18")).vpc().cidrBlock())
                .isEqualTo("100.68.0.0/18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "10.0.0.0/29", "127.0.0.0/16", "224.0.0.0/16"})
    void blocksOutOfRangeAreRefused(String block) {
        account.refused("InvalidVpc.Range", "The CIDR '" + block + "' is invalid.",
                ec2 -> ec2.createVpc(r -> r.cidrBlock(block)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "ten", "10.0.0.256/16", "10.0.0.0/33", "::/0"})
    void whatIsNoBlockIsRefused(String block) {
        account.refused("InvalidParameterValue",
                "Value (" + block + ") for parameter cidrBlock is invalid. This is not a valid CIDR block.",
                ec2 -> ec2.createVpc(r -> r.cidrBlock(block)));
    }

    @Test
    void theBlockMustBeGiven() {
        account.refused("MissingParameter", "The request must contain the parameter cidrBlock",
                ec2 -> ec2.createVpc(r -> { }));
    }

    @Test
    void aRegionHoldsFiveVpcsTheDefaultOneIncluded() {
        for (int i = 0; i < 4; i++) {
            account.vpc("10.0.0.0/16");
        }
        account.refused("VpcLimitExceeded", "The maximum number of VPCs has been reached.",
                ec2 -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")));
    }

    @Test
    void dnsAttributesChangeOneAtATime() {
        String id = account.vpc("10.0.0.0/16");
        account.ec2.modifyVpcAttribute(r -> r.vpcId(id).enableDnsHostnames(v -> v.value(true)));

        assertThat(account.ec2.describeVpcAttribute(r -> r.vpcId(id)
                .attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES)).enableDnsHostnames().value()).isTrue();
        assertThat(account.ec2.describeVpcAttribute(r -> r.vpcId(id)
                .attribute(VpcAttributeName.ENABLE_DNS_SUPPORT)).enableDnsSupport().value()).isTrue();
        account.refused("InvalidParameterCombination", "Fields for multiple attribute types specified",
                ec2 -> ec2.modifyVpcAttribute(r -> r.vpcId(id).enableDnsHostnames(v -> v.value(true))
                        .enableDnsSupport(v -> v.value(true))));
    }

    @Test
    void whatItBroughtGoesWithIt() {
        String id = account.vpc("10.0.0.0/16");
        account.ec2.deleteVpc(r -> r.vpcId(id));

        account.refused("InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist",
                ec2 -> ec2.describeVpcs(r -> r.vpcIds(id)));
        assertThat(account.ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", id))).securityGroups())
                .isEmpty();
        assertThat(account.ec2.describeRouteTables(r -> r.filters(filter("vpc-id", id))).routeTables()).isEmpty();
        assertThat(account.ec2.describeNetworkAcls(r -> r.filters(filter("vpc-id", id))).networkAcls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"subnet", "gateway", "group", "routeTable"})
    void itStaysWhileAnythingElseIsLeft(String what) {
        String id = account.vpc("10.0.0.0/16");
        switch (what) {
            case "subnet" -> account.subnet(id, "10.0.1.0/24");
            case "gateway" -> account.gateway(id);
            case "group" -> account.group(id, "web");
            default -> account.ec2.createRouteTable(r -> r.vpcId(id));
        }
        account.refused("DependencyViolation", "The vpc '" + id + "' has dependencies and cannot be deleted.",
                ec2 -> ec2.deleteVpc(r -> r.vpcId(id)));
    }

    @Test
    void aDryRunDoesNothing() {
        int before = account.ec2.describeVpcs().vpcs().size();

        account.refused("DryRunOperation", "Request would have succeeded, but DryRun flag is set.",
                ec2 -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true)));

        assertThat(account.ec2.describeVpcs().vpcs()).hasSize(before);
    }

    @Test
    void aDryRunHasItsOwnStatus() {
        assertThat(catchThrowableOfType(Ec2Exception.class,
                () -> account.ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true))).statusCode())
                .isEqualTo(412);
    }
}
