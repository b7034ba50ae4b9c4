package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.NotFound;
import java.util.List;
import java.util.Optional;

/** Security groups by name, and their rules. */
final class SecurityGroups {

    private final Cloud cloud;

    SecurityGroups(Cloud cloud) {
        this.cloud = cloud;
    }

    /** @throws AwsException {@code VPCIdNotSpecified} if it was deleted */
    Vpc defaultVpc() {
        return cloud.world.vpcs.where(Vpc::isDefault).stream().findFirst().orElseThrow(() ->
                new AwsException("VPCIdNotSpecified", "No default VPC for this user"));
    }

    Optional<SecurityGroup> byName(String name, String vpcId) {
        return cloud.world.securityGroups.where(group -> group.vpcId().equals(vpcId)
                && group.groupName().equals(name)).stream().findFirst();
    }

    /** A group of the default VPC, where alone names can stand for groups. */
    SecurityGroup inDefaultVpc(String name) {
        String vpcId = defaultVpc().id();
        return byName(name, vpcId).filter(group -> cloud.find.sees(group.createdAt()))
                .orElseThrow(() -> new AwsException("InvalidGroup.NotFound",
                        "The security group '" + name + "' does not exist in default VPC '" + vpcId + "'"));
    }

    /** The group that holds the rule. */
    SecurityGroup ofRule(String ruleId) {
        return cloud.world.securityGroups.where(group ->
                group.rules().stream().anyMatch(rule -> rule.id().equals(ruleId))).stream().findFirst()
                .orElseThrow(() -> NotFound.securityGroupRule(ruleId));
    }

    void putRules(SecurityGroup group, List<SecurityGroupRule> rules) {
        cloud.world.securityGroups.put(new SecurityGroup(group.id(), group.vpcId(), group.groupName(),
                group.description(), group.isDefault(), List.copyOf(rules), group.createdAt()));
    }
}
