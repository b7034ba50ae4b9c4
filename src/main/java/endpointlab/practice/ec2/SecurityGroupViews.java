package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security groups and their rules as EC2 describes them. */
final class SecurityGroupViews {

    private final Cloud cloud;

    SecurityGroupViews(Cloud cloud) {
        this.cloud = cloud;
    }

    String arn(SecurityGroup group) {
        return arn("security-group", group.id());
    }

    private String arn(String type, String id) {
        return "arn:aws:ec2:" + cloud.world.region + ":" + cloud.world.accountId + ":" + type + "/" + id;
    }

    software.amazon.awssdk.services.ec2.model.SecurityGroup of(SecurityGroup group) {
        return software.amazon.awssdk.services.ec2.model.SecurityGroup.builder().groupId(group.id())
                .groupName(group.groupName()).description(group.description()).vpcId(group.vpcId())
                .ownerId(cloud.world.accountId).securityGroupArn(arn(group))
                .ipPermissions(permissions(group.rules().stream().filter(rule -> !rule.egress()).toList()))
                .ipPermissionsEgress(permissions(group.rules().stream().filter(SecurityGroupRule::egress).toList()))
                .tags(cloud.tags.listOrNone(group.id())).build();
    }

    /** Rules of one direction, gathered by protocol and ports as EC2 does it. */
    List<IpPermission> permissions(List<SecurityGroupRule> rules) {
        Map<List<Object>, List<SecurityGroupRule>> byPorts = new LinkedHashMap<>();
        for (SecurityGroupRule rule : cloud.paging.shuffled(rules, SecurityGroupRule::toString)) {
            byPorts.computeIfAbsent(Arrays.asList(rule.protocol(), rule.fromPort(), rule.toPort()),
                    key -> new ArrayList<>()).add(rule);
        }
        return byPorts.values().stream().map(this::permission).toList();
    }

    private IpPermission permission(List<SecurityGroupRule> alike) {
        SecurityGroupRule first = alike.get(0);
        return IpPermission.builder().ipProtocol(first.protocol()).fromPort(first.fromPort()).toPort(first.toPort())
                .ipRanges(alike.stream().filter(rule -> rule.cidrIpv4() != null).map(rule -> IpRange.builder()
                        .cidrIp(rule.cidrIpv4()).description(rule.description()).build()).toList())
                .userIdGroupPairs(alike.stream().filter(rule -> rule.referencedGroupId() != null)
                        .map(rule -> UserIdGroupPair.builder().groupId(rule.referencedGroupId())
                                .userId(cloud.world.accountId).description(rule.description()).build()).toList())
                .ipv6Ranges(alike.stream().filter(rule -> rule.cidrIpv6() != null).map(rule -> Ipv6Range.builder()
                        .cidrIpv6(rule.cidrIpv6()).description(rule.description()).build()).toList())
                .prefixListIds(List.of()).build();
    }

    software.amazon.awssdk.services.ec2.model.SecurityGroupRule rule(SecurityGroup group, SecurityGroupRule rule) {
        ReferencedSecurityGroup peer = rule.referencedGroupId() == null ? null : ReferencedSecurityGroup.builder()
                .groupId(rule.referencedGroupId()).userId(cloud.world.accountId).vpcId(group.vpcId()).build();
        return software.amazon.awssdk.services.ec2.model.SecurityGroupRule.builder().securityGroupRuleId(rule.id())
                .securityGroupRuleArn(arn("security-group-rule", rule.id())).groupId(group.id())
                .groupOwnerId(cloud.world.accountId).isEgress(rule.egress()).ipProtocol(rule.protocol())
                .fromPort(Objects.requireNonNullElse(rule.fromPort(), -1))
                .toPort(Objects.requireNonNullElse(rule.toPort(), -1)).cidrIpv4(rule.cidrIpv4())
                .cidrIpv6(rule.cidrIpv6())
                .referencedGroupInfo(peer).description(rule.description()).tags(cloud.tags.list(rule.id())).build();
    }
}
