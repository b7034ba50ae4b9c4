package endpointlab.resource;

import endpointlab.lab.InboundRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Instances and what they are made with, made by hand. */
final class InstancesByHand {

    static final Map<String, Function<ResourceWork, List<Sighting>>> FINDERS = Map.of(
            "key-pair", InstancesByHand::keys, "security-group", InstancesByHand::groups,
            "security-group-rules", InstancesByHand::rules, "instance", InstancesByHand::instances);
    private static final Set<String> ENDED = Set.of("terminated", "shutting-down");
    private static final String RESOLVED = "resolve:";

    private InstancesByHand() {
    }

    /** What instances are launched with is its name, so a key pair of another name is another one. */
    private static List<Sighting> keys(ResourceWork work) {
        return work.aws().read(DescribeKeyPairsRequest.builder().build(), work.aws().ec2()::describeKeyPairs).keyPairs()
                .stream().map(pair -> Sighting.of(pair.keyPairId(), pair.tags())
                        .named("KeyName", work.input("key-name"), pair.keyName())).toList();
    }

    private static List<Sighting> groups(ResourceWork work) {
        return allGroups(work).filter(group -> !group.groupName().equals("default"))
                .map(group -> Sighting.of(group.groupId(), group.tags())
                        .named("GroupName", work.input("group-name"), group.groupName())
                        .connected(work.input("vpc").equals(group.vpcId()))
                        .value("Description", work.input("description"), group.description())
                        .value("VpcId", work.input("vpc"), group.vpcId())).toList();
    }

    /** A group without rules has none that were made by hand. Those that are missing are told by a look. */
    private static List<Sighting> rules(ResourceWork work) {
        return allGroups(work).filter(group -> work.input("security-group").equals(group.groupId()))
                .filter(group -> !group.ipPermissions().isEmpty()).map(group -> {
                    Set<InboundRule> others = new LinkedHashSet<>();
                    group.ipPermissions().forEach(permission -> permission.ipRanges()
                            .forEach(range -> others.add(SecurityGroupRulesHandler.rule(permission, range))));
                    InboundRule.parseAll(work.input("rules")).forEach(others::remove);
                    Sighting seen = Sighting.of(group.groupId()).connected(true);
                    others.forEach(other -> seen.value("IpPermissions", "", other));
                    return seen;
                }).toList();
    }

    private static Stream<SecurityGroup> allGroups(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeSecurityGroupsRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeSecurityGroups, DescribeSecurityGroupsResponse::nextToken).stream()
                .flatMap(page -> page.securityGroups().stream());
    }

    private static List<Sighting> instances(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeInstancesRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeInstances, DescribeInstancesResponse::nextToken).stream()
                .flatMap(page -> page.reservations().stream())
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> !ENDED.contains(instance.state().nameAsString()))
                .map(instance -> sighting(work, instance)).toList();
    }

    /**
     * The image is compared only if it was planned by its id: what a parameter resolves to changes with every release.
     */
    private static Sighting sighting(ResourceWork work, Instance instance) {
        Sighting seen = Sighting.of(instance.instanceId(), instance.tags()).named(work.input("name"))
                .connected(work.input("subnet").equals(instance.subnetId()))
                .value("SubnetId", work.input("subnet"), instance.subnetId())
                .value("KeyName", work.input("key-name"), instance.keyName())
                .value("AssociatePublicIpAddress", work.flag("public-ip"), hasPublicAddress(instance));
        if (!work.input("ami").startsWith(RESOLVED)) {
            seen.value("ImageId", work.input("ami"), instance.imageId());
        }
        if (seen.likeness() > 0) {
            compareUserData(seen, work.inputs().getOrDefault("user-data", ""), userData(work, instance.instanceId()));
        }
        return seen;
    }

    /** AWS assigns the address with the interface, before the instance runs. */
    private static boolean hasPublicAddress(Instance instance) {
        return instance.publicIpAddress() != null || instance.networkInterfaces().stream()
                .anyMatch(one -> one.association() != null && one.association().publicIp() != null);
    }

    private static String userData(ResourceWork work, String instance) {
        DescribeInstanceAttributeRequest request = DescribeInstanceAttributeRequest.builder().instanceId(instance)
                .attribute(InstanceAttributeName.USER_DATA).build();
        AttributeValue value = work.aws().read(request, work.aws().ec2()::describeInstanceAttribute).userData();
        return value == null || value.value() == null ? ""
                : new String(Base64.getMimeDecoder().decode(value.value()), StandardCharsets.UTF_8);
    }

    /** Tells the first line that differs; line ends and what follows the last line don't count. */
    private static void compareUserData(Sighting seen, String planned, String found) {
        List<String> wanted = planned.strip().lines().toList();
        List<String> there = found.strip().lines().toList();
        for (int i = 0; i < Math.max(wanted.size(), there.size()); i++) {
            String line = i < wanted.size() ? wanted.get(i) : "";
            String other = i < there.size() ? there.get(i) : "";
            if (!line.equals(other)) {
                // The end of the plan is no empty plan: a script with more lines does something else.
                seen.value("UserData", "[" + (i + 1) + "] " + line, "[" + (i + 1) + "] " + other);
                return;
            }
        }
    }
}
