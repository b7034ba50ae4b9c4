package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Registrar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;

/**
 * Changes what rules of a security group say: they keep id, direction and tags. A call that names several rules does
 * all of it or nothing.
 *
 * <p>Source: EC2 API Reference, {@code ModifySecurityGroupRules}. Assumed: a rule then says what the request says of
 * it and nothing else, a description that isn't given is gone, and the kind of peer may change.
 */
final class RuleChange {

    private final Cloud cloud;
    private final SecurityGroups groups;
    private final RuleReader reader;

    RuleChange(Cloud cloud) {
        this.cloud = cloud;
        this.groups = new SecurityGroups(cloud);
        this.reader = new RuleReader(cloud);
    }

    void register(Registrar registrar) {
        registrar.add("ModifySecurityGroupRules", ModifySecurityGroupRulesRequest::builder, this::modify);
    }

    private ModifySecurityGroupRulesResponse modify(ModifySecurityGroupRulesRequest request) {
        SecurityGroup group = cloud.find.securityGroup(request.groupId());
        Map<String, SecurityGroupRule> rules = new LinkedHashMap<>();
        group.rules().forEach(rule -> rules.put(rule.id(), rule));
        request.securityGroupRules().forEach(update -> rules.put(update.securityGroupRuleId(),
                changed(group, update)));
        request.securityGroupRules().forEach(update -> refuseTwin(rules.get(update.securityGroupRuleId()), rules));
        groups.putRules(group, List.copyOf(rules.values()));
        return ModifySecurityGroupRulesResponse.builder().returnValue(true).build();
    }

    private static void refuseTwin(SecurityGroupRule changed, Map<String, SecurityGroupRule> rules) {
        if (rules.values().stream().anyMatch(rule -> rule != changed
                && RuleReader.bare(rule).equals(RuleReader.bare(changed)))) {
            throw RuleReader.duplicate(changed);
        }
    }

    private SecurityGroupRule changed(SecurityGroup group, SecurityGroupRuleUpdate update) {
        SecurityGroupRule before = group.rules().stream()
                .filter(rule -> rule.id().equals(update.securityGroupRuleId())).findFirst()
                .orElseThrow(() -> NotFound.securityGroupRule(update.securityGroupRuleId()));
        SecurityGroupRuleRequest wish = Invalid.required(update.securityGroupRule(), "SecurityGroupRule");
        List<SecurityGroupRule> read = reader.read(group, before.egress(), List.of(permission(wish)));
        if (read.size() > 1) {
            throw new AwsException("InvalidParameterCombination",
                    "A security group rule has one source or destination");
        }
        return read.get(0).withId(before.id());
    }

    private static IpPermission permission(SecurityGroupRuleRequest wish) {
        IpPermission.Builder permission = IpPermission.builder().ipProtocol(wish.ipProtocol())
                .fromPort(wish.fromPort()).toPort(wish.toPort());
        if (wish.cidrIpv4() != null) {
            permission.ipRanges(range -> range.cidrIp(wish.cidrIpv4()).description(wish.description()));
        }
        if (wish.referencedGroupId() != null) {
            permission.userIdGroupPairs(pair -> pair.groupId(wish.referencedGroupId())
                    .description(wish.description()));
        }
        if (wish.cidrIpv6() != null) {
            permission.ipv6Ranges(range -> range.cidrIpv6(wish.cidrIpv6()).description(wish.description()));
        }
        if (wish.prefixListId() != null) {
            permission.prefixListIds(list -> list.prefixListId(wish.prefixListId()));
        }
        return permission.build();
    }
}
