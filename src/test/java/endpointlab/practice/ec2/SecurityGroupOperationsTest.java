package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

class SecurityGroupOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String group = account.group(vpc, "Webserver_sg");

    @AfterEach
    void close() {
        account.close();
    }

    private static IpPermission tcp(int from, int to, String... blocks) {
        return IpPermission.builder().ipProtocol("tcp").fromPort(from).toPort(to)
                .ipRanges(List.of(blocks).stream().map(block -> IpRange.builder().cidrIp(block).build()).toList())
                .build();
    }

    private SecurityGroup described() {
        return account.ec2.describeSecurityGroups(r -> r.groupIds(group)).securityGroups().get(0);
    }

    @Test
    void aNewGroupLetsNothingInAndEverythingOut() {
        assertThat(described().ipPermissions()).isEmpty();
        assertThat(described().ipPermissionsEgress()).singleElement().satisfies(permission -> {
            assertThat(permission.ipProtocol()).isEqualTo("-1");
            assertThat(permission.fromPort()).isNull();
            assertThat(permission.ipRanges().get(0).cidrIp()).isEqualTo("0.0.0.0/0");
        });
    }

    @Test
    void namesAreUniqueInTheirVpc() {
        account.refused("InvalidGroup.Duplicate",
                "The security group 'Webserver_sg' already exists for VPC '" + vpc + "'",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("Webserver_sg").description("d")));
        assertThat(account.group(account.vpc("10.1.0.0/16"), "Webserver_sg")).isNotEqualTo(group);
    }

    @Test
    void nameAndDescriptionAreChecked() {
        account.refused("MissingParameter", "The request must contain the parameter GroupDescription",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("a")));
        account.refused("InvalidParameterValue", "Value (日本) for parameter GroupName is invalid. "
                        + "Character sets beyond ASCII are not supported.",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("日本").description("d")));
        account.refused("InvalidParameterValue", "Invalid security group description. Valid values are strings "
                        + "less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("a").description("<b>")));
        account.refused("InvalidParameterValue",
                "Value (sg-web) for parameter GroupName is invalid. Group names may not be in the format sg-*.",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("sg-web").description("d")));
        account.refused("InvalidGroup.Reserved", "Cannot use reserved security group name: default",
                ec2 -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("default").description("d")));
    }

    @Test
    void rulesAreAddedWithIdsAndTags() {
        List<SecurityGroupRule> rules = account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(tcp(22, 22, "0.0.0.0/0"), tcp(80, 80, "0.0.0.0/0", "10.1.2.3/8"))
                .tagSpecifications(t -> t.resourceType("security-group-rule").tags(tag -> tag.key("k").value("v"))))
                .securityGroupRules();

        assertThat(rules).hasSize(3).allMatch(rule -> rule.securityGroupRuleId().matches("sgr-[0-9a-f]{17}"))
                .allMatch(rule -> !rule.isEgress())
                .extracting(SecurityGroupRule::cidrIpv4)
                .containsExactly("0.0.0.0/0", "0.0.0.0/0", "10.0.0.0/8");
        assertThat(described().ipPermissions()).hasSize(2);
        assertThat(account.ec2.describeSecurityGroupRules(r -> r.filters(filter("tag:k", "v"),
                filter("group-id", group))).securityGroupRules()).hasSize(3);
        assertThat(account.ec2.describeSecurityGroups(r -> r.filters(filter("ip-permission.to-port", "80"),
                filter("ip-permission.cidr", "10.*"))).securityGroups()).hasSize(1);
    }

    @Test
    void theFlatFormMakesARuleToo() {
        account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipProtocol("6").fromPort(443).toPort(443)
                .cidrIp("0.0.0.0/0"));

        assertThat(described().ipPermissions()).singleElement()
                .satisfies(permission -> assertThat(permission.ipProtocol()).isEqualTo("tcp"));
    }

    @Test
    void aRuleThatExistsIsRefusedAndNothingElseIsAdded() {
        account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(22, 22, "0.0.0.0/0")));

        account.refused("InvalidPermission.Duplicate", "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 22, "
                        + "to port: 22, ALLOW\" already exists",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(tcp(80, 80, "0.0.0.0/0"), tcp(22, 22, "0.0.0.0/0"))));
        assertThat(described().ipPermissions()).hasSize(1);
        account.refused("InvalidPermission.Duplicate",
                "the specified rule \"peer: 0.0.0.0/0, ALL, ALLOW\" already exists",
                ec2 -> ec2.authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(IpPermission.builder()
                        .ipProtocol("-1").ipRanges(range -> range.cidrIp("0.0.0.0/0")).build())));
    }

    @Test
    void aRequestNamesARuleOnce() {
        account.refused("InvalidParameterValue", "The same permission must not appear multiple times",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(tcp(22, 22, "0.0.0.0/0", "0.0.0.0/0"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "tcp|80|22|10.0.0.0/8|Invalid TCP port range",
            "tcp|0|65536|10.0.0.0/8|Invalid TCP port range",
            "tcp||80|10.0.0.0/8|Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
            "tcp|80|80|10.0.0.0/33|CIDR block 10.0.0.0/33 is malformed",
            "smtp|25|25|10.0.0.0/8|Invalid value 'smtp' for IP protocol. Unknown protocol."})
    void malformedRulesAreRefused(String protocol, Integer from, Integer to, String block, String message) {
        account.refused("InvalidParameterValue", message, ec2 -> ec2.authorizeSecurityGroupIngress(r -> r
                .groupId(group).ipPermissions(IpPermission.builder().ipProtocol(protocol).fromPort(from).toPort(to)
                        .ipRanges(range -> range.cidrIp(block)).build())));
    }

    @Test
    void aDirectionHoldsSixtyRules() {
        for (int i = 0; i < 60; i++) {
            int port = i + 1;
            account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                    .ipPermissions(tcp(port, port, "0.0.0.0/0")));
        }
        account.refused("RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached.",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(tcp(61, 61, "0.0.0.0/0"))));
    }

    @Test
    void rulesAreRevokedByContentOrById() {
        String id = account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(tcp(22, 22, "0.0.0.0/0"), tcp(80, 80, "0.0.0.0/0")))
                .securityGroupRules().get(0).securityGroupRuleId();

        account.ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(80, 80, "0.0.0.0/0")));
        account.ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(id));

        assertThat(described().ipPermissions()).isEmpty();
        account.refused("InvalidPermission.NotFound",
                "The specified rule does not exist in this security group.",
                ec2 -> ec2.revokeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(tcp(80, 80, "0.0.0.0/0"))));
        account.refused("InvalidSecurityGroupRuleId.NotFound",
                "The security group rule ID '" + id + "' does not exist",
                ec2 -> ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(id)));
    }

    @Test
    void inTheDefaultVpcUnknownRulesAreListedInstead() {
        String inDefault = account.ec2.createSecurityGroup(r -> r.groupName("d").description("d")).groupId();

        assertThat(account.ec2.revokeSecurityGroupIngress(r -> r.groupId(inDefault)
                .ipPermissions(tcp(80, 80, "0.0.0.0/0"))).unknownIpPermissions()).singleElement()
                .satisfies(permission -> assertThat(permission.toPort()).isEqualTo(80));
        account.ec2.deleteSecurityGroup(r -> r.groupName("d"));
    }

    @Test
    void theLastWayOutCanBeClosed() {
        account.ec2.revokeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(IpPermission.builder()
                .ipProtocol("-1").ipRanges(range -> range.cidrIp("0.0.0.0/0")).build()));

        assertThat(described().ipPermissionsEgress()).isEmpty();
    }

    @Test
    void aGroupStaysWhileARuleOfAnotherNamesIt() {
        String other = account.group(vpc, "other");
        IpPermission fromGroup = IpPermission.builder().ipProtocol("tcp").fromPort(80).toPort(80)
                .userIdGroupPairs(pair -> pair.groupId(group)).build();
        account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(fromGroup));
        account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(other).ipPermissions(fromGroup));

        account.refused("DependencyViolation", "resource " + group + " has a dependent object",
                ec2 -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
        account.ec2.deleteSecurityGroup(r -> r.groupId(other));
        account.ec2.deleteSecurityGroup(r -> r.groupId(group));
        account.refused("InvalidGroup.NotFound", "The security group '" + group + "' does not exist",
                ec2 -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
    }

    @Test
    void aGroupStaysWhileAnInterfaceWearsIt() {
        account.instance(account.subnet(vpc, "10.0.1.0/24"), group);

        account.refused("DependencyViolation", "resource " + group + " has a dependent object",
                ec2 -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
    }

    @Test
    void peersAreOfTheSameVpc() {
        String elsewhere = account.group(account.vpc("10.1.0.0/16"), "elsewhere");

        account.refused("InvalidGroup.NotFound",
                "You have specified two resources that belong to different networks.",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(IpPermission.builder()
                        .ipProtocol("-1").userIdGroupPairs(pair -> pair.groupId(elsewhere)).build())));
    }

    private static IpPermission tcp6(int port, String block) {
        return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port)
                .ipv6Ranges(range -> range.cidrIpv6(block)).build();
    }

    @Test
    void rulesMayNameIpv6Blocks() {
        SecurityGroupRule rule = account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(tcp6(80, "2001:DB8:0::1/32"))).securityGroupRules().get(0);

        assertThat(rule.cidrIpv6()).isEqualTo("2001:db8::/32");
        assertThat(rule.cidrIpv4()).isNull();
        assertThat(described().ipPermissions()).singleElement().satisfies(permission ->
                assertThat(permission.ipv6Ranges().get(0).cidrIpv6()).isEqualTo("2001:db8::/32"));
        assertThat(account.ec2.describeSecurityGroups(r -> r.filters(filter("ip-permission.ipv6-cidr", "2001:*")))
                .securityGroups()).hasSize(1);
        account.refused("InvalidPermission.Duplicate", "the specified rule \"peer: 2001:db8::/32, TCP, from port: 80, "
                        + "to port: 80, ALLOW\" already exists",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp6(80, "2001:db8::/32"))));
        account.refused("InvalidParameterValue", "CIDR block 10.0.0.0/8 is malformed",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp6(80, "10.0.0.0/8"))));
        account.ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp6(80, "2001:db8::/32")));
        assertThat(described().ipPermissions()).isEmpty();
    }

    @Test
    void ofIpv6ThereIsNoWayOutToTakeAway() {
        IpPermission everything = IpPermission.builder().ipProtocol("-1")
                .ipv6Ranges(range -> range.cidrIpv6("::/0")).build();

        account.refused("InvalidPermission.NotFound", "The specified rule does not exist in this security group.",
                ec2 -> ec2.revokeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(everything)));
        assertThat(described().ipPermissionsEgress()).hasSize(1);
        String inDefault = account.ec2.createSecurityGroup(r -> r.groupName("d").description("d")).groupId();
        assertThat(account.ec2.revokeSecurityGroupEgress(r -> r.groupId(inDefault).ipPermissions(everything))
                .unknownIpPermissions()).singleElement().satisfies(permission ->
                assertThat(permission.ipv6Ranges().get(0).cidrIpv6()).isEqualTo("::/0"));
    }

    @Test
    void prefixListsAreRefusedAndNotForgotten() {
        account.refused("UnsupportedOperation",
                "Prefix lists in security group rules are not supported by the practice cloud.",
                ec2 -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp").fromPort(80).toPort(80).prefixListIds(list -> list.prefixListId("pl-63a5400a"))
                        .build())));
    }

    @Test
    void aNameIsNoId() {
        account.refused("InvalidGroupId.Malformed", "Invalid id: \"Webserver_sg\" (expecting \"sg-...\")",
                ec2 -> ec2.describeSecurityGroups(r -> r.groupIds("Webserver_sg")));
    }

    @Test
    void theDefaultGroupCannotBeDeleted() {
        String id = account.ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc),
                filter("group-name", "default"))).securityGroups().get(0).groupId();

        account.refused("CannotDelete", "the specified group: \"" + id
                        + "\" name: \"default\" cannot be deleted by a user",
                ec2 -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
    }
}
