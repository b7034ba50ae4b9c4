package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;

/** Security groups. Source: EC2 API Reference; quota from "Amazon VPC quotas". */
final class SecurityGroupOperations {

    private static final int MOST_GROUPS = 2_500;
    private static final int LONGEST_NAME = 255;
    private static final String ALLOWED = "[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]*";

    private final Cloud cloud;
    private final SecurityGroups groups;
    private final SecurityGroupViews views;
    private final Filters<SecurityGroup> filters;

    SecurityGroupOperations(Cloud cloud) {
        this.cloud = cloud;
        this.groups = new SecurityGroups(cloud);
        this.views = new SecurityGroupViews(cloud);
        this.filters = filters(cloud);
    }

    private static Filters<SecurityGroup> filters(Cloud cloud) {
        Filters<SecurityGroup> filters = new Filters<SecurityGroup>(group -> cloud.tags.of(group.id()))
                .with("group-id", SecurityGroup::id)
                .with("group-name", SecurityGroup::groupName)
                .with("description", SecurityGroup::description)
                .with("vpc-id", SecurityGroup::vpcId)
                .with("owner-id", group -> cloud.world.accountId);
        for (boolean egress : new boolean[] {false, true}) {
            String prefix = egress ? "egress.ip-permission." : "ip-permission.";
            filters.withAll(prefix + "cidr", of(egress, SecurityGroupRule::cidrIpv4))
                    .withAll(prefix + "from-port", of(egress, SecurityGroupRule::fromPort))
                    .withAll(prefix + "to-port", of(egress, SecurityGroupRule::toPort))
                    .withAll(prefix + "protocol", of(egress, SecurityGroupRule::protocol))
                    .withAll(prefix + "group-id", of(egress, SecurityGroupRule::referencedGroupId))
                    .withAll(prefix + "group-name", of(egress, rule -> rule.referencedGroupId() == null ? null
                            : cloud.world.securityGroups.find(rule.referencedGroupId())
                                    .map(SecurityGroup::groupName).orElse(null)))
                    .withAll(prefix + "user-id", of(egress, rule -> rule.referencedGroupId() == null ? null
                            : cloud.world.accountId))
                    .withAll(prefix + "ipv6-cidr", of(egress, SecurityGroupRule::cidrIpv6))
                    .withAll(prefix + "prefix-list-id", group -> List.of());
        }
        return filters;
    }

    private static Function<SecurityGroup, List<Object>> of(boolean egress, Function<SecurityGroupRule, ?> value) {
        return group -> group.rules().stream().filter(rule -> rule.egress() == egress)
                .flatMap(rule -> Stream.<Object>ofNullable(value.apply(rule))).toList();
    }

    void register(Registrar registrar) {
        registrar.add("CreateSecurityGroup", CreateSecurityGroupRequest::builder, this::create);
        registrar.add("DescribeSecurityGroups", DescribeSecurityGroupsRequest::builder, this::describe);
        registrar.add("DeleteSecurityGroup", DeleteSecurityGroupRequest::builder, this::delete);
    }

    private CreateSecurityGroupResponse create(CreateSecurityGroupRequest request) {
        String name = Invalid.required(request.groupName(), "GroupName").strip();
        String description = Invalid.required(request.description(), "GroupDescription");
        check(name, "GroupName", "security group name");
        check(description, "GroupDescription", "security group description");
        if (name.startsWith("sg-")) {
            throw Invalid.value(name, "GroupName", "Group names may not be in the format sg-*.");
        }
        Vpc vpc = request.vpcId() == null ? groups.defaultVpc() : cloud.find.vpc(request.vpcId());
        if (name.equals("default")) {
            throw new AwsException("InvalidGroup.Reserved",
                    "Cannot use reserved security group name: default");
        }
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "security-group");
        if (groups.byName(name, vpc.id()).isPresent()) {
            throw new AwsException("InvalidGroup.Duplicate",
                    "The security group '" + name + "' already exists for VPC '" + vpc.id() + "'");
        }
        if (cloud.world.securityGroups.all().size() >= MOST_GROUPS) {
            throw new AwsException("SecurityGroupLimitExceeded",
                    "The maximum number of security groups has been reached.");
        }
        SecurityGroup group = new SecurityGroup(cloud.ids.next("sg"), vpc.id(), name, description, false,
                List.of(new VpcParts(cloud).allOut()), cloud.now());
        cloud.world.securityGroups.put(group);
        cloud.tags.put(group.id(), tags);
        return CreateSecurityGroupResponse.builder().groupId(group.id()).tags(cloud.tags.list(group.id()))
                .securityGroupArn(views.arn(group)).build();
    }

    private static void check(String text, String parameter, String what) {
        if (!text.chars().allMatch(c -> c < 128)) {
            throw Invalid.value(text, parameter, "Character sets beyond ASCII are not supported.");
        }
        if (text.length() > LONGEST_NAME || !text.matches(ALLOWED)) {
            throw Invalid.value("Invalid " + what + ". Valid values are strings less than 256 characters from the "
                    + "following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        }
    }

    private DescribeSecurityGroupsResponse describe(DescribeSecurityGroupsRequest request) {
        List<SecurityGroup> rows = cloud.find.rows(request.groupIds(), cloud.find::securityGroup,
                cloud.world.securityGroups.all(), SecurityGroup::createdAt);
        if (!request.groupNames().isEmpty()) {
            List<SecurityGroup> named = request.groupNames().stream().map(groups::inDefaultVpc).toList();
            rows = rows.stream().filter(named::contains).toList();
        }
        Page<SecurityGroup> page = cloud.paging.page(filters.apply(rows, request.filters()), SecurityGroup::id,
                request.maxResults(), request.nextToken());
        return DescribeSecurityGroupsResponse.builder().securityGroups(page.rows().stream().map(views::of).toList())
                .nextToken(page.nextToken()).build();
    }

    private DeleteSecurityGroupResponse delete(DeleteSecurityGroupRequest request) {
        SecurityGroup group = request.groupId() == null && request.groupName() != null
                ? groups.inDefaultVpc(request.groupName()) : cloud.findSurely.securityGroup(request.groupId());
        if (group.isDefault()) {
            throw new AwsException("CannotDelete", "the specified group: \"" + group.id()
                    + "\" name: \"default\" cannot be deleted by a user");
        }
        if (isUsed(group.id())) {
            throw Invalid.dependency("resource " + group.id() + " has a dependent object");
        }
        cloud.world.securityGroups.remove(group.id());
        cloud.tags.forget(group.id());
        group.rules().forEach(rule -> cloud.tags.forget(rule.id()));
        return DeleteSecurityGroupResponse.builder().returnValue(true).groupId(group.id()).build();
    }

    /** A rule of the group itself that names it does no harm. */
    private boolean isUsed(String groupId) {
        return !cloud.interfaces.withGroup(groupId).isEmpty()
                || !cloud.world.securityGroups.where(other -> !other.id().equals(groupId)
                        && other.rules().stream().anyMatch(rule -> groupId.equals(rule.referencedGroupId())))
                        .isEmpty();
    }
}
