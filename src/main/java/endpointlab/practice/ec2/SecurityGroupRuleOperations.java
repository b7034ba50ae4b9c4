package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The rules of security groups. A call that names several rules does all of it or nothing.
 *
 * <p>Source: EC2 API Reference; quota of 60 rules per direction from "Amazon VPC quotas".
 */
final class SecurityGroupRuleOperations {

    private static final int MOST_RULES = 60;

    private final Cloud cloud;
    private final SecurityGroups groups;
    private final RuleReader reader;
    private final SecurityGroupViews views;
    private final Filters<SecurityGroupRule> filters;

    SecurityGroupRuleOperations(Cloud cloud) {
        this.cloud = cloud;
        this.groups = new SecurityGroups(cloud);
        this.reader = new RuleReader(cloud);
        this.views = new SecurityGroupViews(cloud);
        this.filters = new Filters<SecurityGroupRule>(rule -> cloud.tags.of(rule.id()))
                .with("security-group-rule-id", SecurityGroupRule::id)
                .with("group-id", rule -> groups.ofRule(rule.id()).id());
    }

    void register(Registrar registrar) {
        registrar.add("AuthorizeSecurityGroupIngress", AuthorizeSecurityGroupIngressRequest::builder,
                this::authorizeIngress);
        registrar.add("AuthorizeSecurityGroupEgress", AuthorizeSecurityGroupEgressRequest::builder,
                this::authorizeEgress);
        registrar.add("RevokeSecurityGroupIngress", RevokeSecurityGroupIngressRequest::builder,
                this::revokeIngress);
        registrar.add("RevokeSecurityGroupEgress", RevokeSecurityGroupEgressRequest::builder, this::revokeEgress);
        registrar.add("DescribeSecurityGroupRules", DescribeSecurityGroupRulesRequest::builder, this::describe);
    }

    private AuthorizeSecurityGroupIngressResponse authorizeIngress(AuthorizeSecurityGroupIngressRequest request) {
        SecurityGroup group = group(request.groupId(), request.groupName());
        List<IpPermission> permissions = orFlat(request.ipPermissions(), request.ipProtocol(), request.fromPort(),
                request.toPort(), request.cidrIp(), request.sourceSecurityGroupName());
        List<SecurityGroupRule> added = authorize(group, false, permissions, request.tagSpecifications());
        return AuthorizeSecurityGroupIngressResponse.builder().returnValue(true)
                .securityGroupRules(added.stream().map(rule -> views.rule(group, rule)).toList()).build();
    }

    private AuthorizeSecurityGroupEgressResponse authorizeEgress(AuthorizeSecurityGroupEgressRequest request) {
        SecurityGroup group = group(request.groupId(), null);
        List<IpPermission> permissions = orFlat(request.ipPermissions(), request.ipProtocol(), request.fromPort(),
                request.toPort(), request.cidrIp(), request.sourceSecurityGroupName());
        List<SecurityGroupRule> added = authorize(group, true, permissions, request.tagSpecifications());
        return AuthorizeSecurityGroupEgressResponse.builder().returnValue(true)
                .securityGroupRules(added.stream().map(rule -> views.rule(group, rule)).toList()).build();
    }

    private SecurityGroup group(String id, String name) {
        return id == null && name != null ? groups.inDefaultVpc(name) : cloud.find.securityGroup(id);
    }

    /** The older form of the request, with one rule in parameters of its own. */
    private List<IpPermission> orFlat(List<IpPermission> permissions, String protocol, Integer from, Integer to,
                                      String block, String groupName) {
        if (!permissions.isEmpty() || protocol == null) {
            return permissions;
        }
        IpPermission.Builder flat = IpPermission.builder().ipProtocol(protocol).fromPort(from).toPort(to);
        if (block != null) {
            flat.ipRanges(range -> range.cidrIp(block));
        }
        if (groupName != null) {
            flat.userIdGroupPairs(pair -> pair.groupName(groupName));
        }
        return List.of(flat.build());
    }

    private List<SecurityGroupRule> authorize(SecurityGroup group, boolean egress, List<IpPermission> permissions,
                                              List<TagSpecification> specifications) {
        List<SecurityGroupRule> asked = reader.read(group, egress, permissions);
        Map<String, String> tags = Tags.forOne(specifications, "security-group-rule");
        List<SecurityGroupRule> present = group.rules().stream().map(RuleReader::bare).toList();
        for (SecurityGroupRule rule : asked) {
            if (present.contains(RuleReader.bare(rule))) {
                throw RuleReader.duplicate(rule);
            }
        }
        long sameDirection = group.rules().stream().filter(rule -> rule.egress() == egress).count();
        if (sameDirection + asked.size() > MOST_RULES) {
            throw new AwsException("RulesPerSecurityGroupLimitExceeded",
                    "The maximum number of rules per security group has been reached.");
        }
        List<SecurityGroupRule> added = asked.stream().map(rule -> rule.withId(cloud.ids.next("sgr"))).toList();
        groups.putRules(group, Stream.concat(group.rules().stream(), added.stream()).toList());
        added.forEach(rule -> cloud.tags.put(rule.id(), tags));
        return added;
    }

    private RevokeSecurityGroupIngressResponse revokeIngress(RevokeSecurityGroupIngressRequest request) {
        List<IpPermission> permissions = orFlat(request.ipPermissions(), request.ipProtocol(), request.fromPort(),
                request.toPort(), request.cidrIp(), request.sourceSecurityGroupName());
        List<IpPermission> unknown = revoke(group(request.groupId(), request.groupName()), false,
                request.securityGroupRuleIds(), permissions);
        return RevokeSecurityGroupIngressResponse.builder().returnValue(true).unknownIpPermissions(unknown).build();
    }

    private RevokeSecurityGroupEgressResponse revokeEgress(RevokeSecurityGroupEgressRequest request) {
        List<IpPermission> permissions = orFlat(request.ipPermissions(), request.ipProtocol(), request.fromPort(),
                request.toPort(), request.cidrIp(), request.sourceSecurityGroupName());
        List<IpPermission> unknown = revoke(group(request.groupId(), null), true, request.securityGroupRuleIds(),
                permissions);
        return RevokeSecurityGroupEgressResponse.builder().returnValue(true).unknownIpPermissions(unknown).build();
    }

    /**
     * Source: EC2 API Reference: in a default VPC rules that do not exist are listed in the answer, elsewhere they
     * are an error.
     *
     * @return what names rules that do not exist
     */
    private List<IpPermission> revoke(SecurityGroup group, boolean egress, List<String> ruleIds,
                                      List<IpPermission> permissions) {
        if (!ruleIds.isEmpty()) {
            remove(group, ruleIds.stream().map(id -> byId(group, egress, id)).toList());
            return List.of();
        }
        List<SecurityGroupRule> unknown = new ArrayList<>();
        List<SecurityGroupRule> named = new ArrayList<>();
        for (SecurityGroupRule asked : reader.read(group, egress, permissions)) {
            group.rules().stream().filter(rule -> RuleReader.bare(rule).equals(RuleReader.bare(asked))).findFirst()
                    .ifPresentOrElse(named::add, () -> unknown.add(asked));
        }
        boolean inDefaultVpc = cloud.findSurely.vpc(group.vpcId()).isDefault();
        if (!unknown.isEmpty() && !inDefaultVpc) {
            throw new AwsException("InvalidPermission.NotFound",
                    "The specified rule does not exist in this security group.");
        }
        remove(group, named);
        return views.permissions(unknown);
    }

    private SecurityGroupRule byId(SecurityGroup group, boolean egress, String id) {
        return group.rules().stream().filter(rule -> rule.id().equals(id) && rule.egress() == egress).findFirst()
                .orElseThrow(() -> NotFound.securityGroupRule(id));
    }

    private void remove(SecurityGroup group, List<SecurityGroupRule> rules) {
        groups.putRules(group, group.rules().stream().filter(rule -> !rules.contains(rule)).toList());
        rules.forEach(rule -> cloud.tags.forget(rule.id()));
    }

    private DescribeSecurityGroupRulesResponse describe(DescribeSecurityGroupRulesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.securityGroupRuleIds(), "SecurityGroupRuleIds");
        List<SecurityGroupRule> rows = request.securityGroupRuleIds().isEmpty()
                ? cloud.world.securityGroups.where(group -> cloud.find.sees(group.createdAt())).stream()
                        .flatMap(group -> group.rules().stream()).toList()
                : request.securityGroupRuleIds().stream().distinct().map(this::byId).toList();
        Page<SecurityGroupRule> page = cloud.paging.page(filters.apply(rows, request.filters()),
                SecurityGroupRule::id, request.maxResults(), request.nextToken());
        return DescribeSecurityGroupRulesResponse.builder().securityGroupRules(page.rows().stream()
                .map(rule -> views.rule(groups.ofRule(rule.id()), rule)).toList())
                .nextToken(page.nextToken()).build();
    }

    private SecurityGroupRule byId(String id) {
        return groups.ofRule(Invalid.required(id, "securityGroupRuleId")).rules().stream()
                .filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(() -> NotFound.securityGroupRule(id));
    }
}
