package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;

/** ModifySecurityGroupRules through a real client. */
class RuleChangeTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String group = account.group(vpc, "Webserver_sg");
    private final String ssh = rule(22);
    private final String http = rule(80);

    @AfterEach
    void close() {
        account.close();
    }

    private String rule(int port) {
        return account.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(permission -> permission.ipProtocol("tcp").fromPort(port).toPort(port)
                        .ipRanges(range -> range.cidrIp("0.0.0.0/0").description("from Anywhere")))
                .tagSpecifications(t -> t.resourceType("security-group-rule").tags(tag -> tag.key("k").value("v"))))
                .securityGroupRules().get(0).securityGroupRuleId();
    }

    private static SecurityGroupRuleUpdate update(String id, int port,
                                                  Consumer<SecurityGroupRuleRequest.Builder> more) {
        return SecurityGroupRuleUpdate.builder().securityGroupRuleId(id).securityGroupRule(rule -> {
            rule.ipProtocol("tcp").fromPort(port).toPort(port);
            more.accept(rule);
        }).build();
    }

    private void modify(SecurityGroupRuleUpdate... updates) {
        assertThat(account.ec2.modifySecurityGroupRules(r -> r.groupId(group).securityGroupRules(updates))
                .returnValue()).isTrue();
    }

    private void refused(String code, String message, SecurityGroupRuleUpdate... updates) {
        List<SecurityGroupRule> before = ingress();
        account.refused(code, message,
                ec2 -> ec2.modifySecurityGroupRules(r -> r.groupId(group).securityGroupRules(updates)));
        assertThat(ingress()).containsExactlyInAnyOrderElementsOf(before);
    }

    private List<SecurityGroupRule> ingress() {
        return account.ec2.describeSecurityGroupRules(r -> r.filters(filter("group-id", group))).securityGroupRules()
                .stream().filter(rule -> !rule.isEgress()).toList();
    }

    private SecurityGroupRule described(String id) {
        return account.ec2.describeSecurityGroupRules(r -> r.securityGroupRuleIds(id)).securityGroupRules().get(0);
    }

    @Test
    void aRuleKeepsItsIdAndTagsAndSaysSomethingElse() {
        modify(update(ssh, 2222, rule -> rule.cidrIpv4("203.0.113.0/24")));

        assertThat(described(ssh)).satisfies(rule -> {
            assertThat(rule.fromPort()).isEqualTo(2222);
            assertThat(rule.cidrIpv4()).isEqualTo("203.0.113.0/24");
            assertThat(rule.description()).isNull();
            assertThat(rule.isEgress()).isFalse();
            assertThat(rule.tags()).singleElement().satisfies(tag -> assertThat(tag.key()).isEqualTo("k"));
        });
        assertThat(described(http).toPort()).isEqualTo(80);
        modify(update(ssh, 22, rule -> rule.referencedGroupId(group).description("from the group")));
        assertThat(described(ssh).referencedGroupInfo().groupId()).isEqualTo(group);
        assertThat(described(ssh).cidrIpv4()).isNull();
        modify(update(ssh, 22, rule -> rule.cidrIpv6("::/0")));
        assertThat(described(ssh).cidrIpv6()).isEqualTo("::/0");
    }

    @Test
    void rulesChangePlaces() {
        modify(update(ssh, 80, rule -> rule.cidrIpv4("0.0.0.0/0")), update(http, 22, rule -> rule.cidrIpv4("0.0.0.0/0")));

        assertThat(described(ssh).fromPort()).isEqualTo(80);
        assertThat(described(http).fromPort()).isEqualTo(22);
    }

    @Test
    void allIsDoneOrNothing() {
        SecurityGroupRuleUpdate good = update(ssh, 2222, rule -> rule.cidrIpv4("0.0.0.0/0"));

        refused("InvalidPermission.Duplicate", "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 2222, to port: "
                + "2222, ALLOW\" already exists", good, update(http, 2222, rule -> rule.cidrIpv4("0.0.0.0/0")));
        refused("InvalidSecurityGroupRuleId.NotFound", "The security group rule ID 'sgr-0123' does not exist", good,
                update("sgr-0123", 443, rule -> rule.cidrIpv4("0.0.0.0/0")));
        refused("MissingParameter", "Missing source specification: include source security group or CIDR information",
                good, update(http, 443, rule -> { }));
        refused("InvalidParameterCombination", "A security group rule has one source or destination", good,
                update(http, 443, rule -> rule.cidrIpv4("0.0.0.0/0").referencedGroupId(group)));
        refused("UnsupportedOperation", "Prefix lists in security group rules are not supported by the practice "
                + "cloud.", good, update(http, 443, rule -> rule.prefixListId("pl-63a5400a")));
    }

    @Test
    void aRuleOfAnotherGroupIsNotThere() {
        String other = account.group(vpc, "other");

        account.refused("InvalidSecurityGroupRuleId.NotFound", "The security group rule ID '" + ssh
                        + "' does not exist",
                ec2 -> ec2.modifySecurityGroupRules(r -> r.groupId(other).securityGroupRules(
                        update(ssh, 443, rule -> rule.cidrIpv4("0.0.0.0/0")))));
    }
}
