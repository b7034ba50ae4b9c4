package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.TargetGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;

/**
 * CreateTargetGroup for TCP groups of instances with TCP or HTTP health checks.
 *
 * <p>Source: CreateTargetGroup in the ELBv2 API Reference; a repeat with the same name and settings returns the group
 * that exists. Assumed: tags are no part of these settings, and texts that no public log showed.
 */
final class TargetGroupCreation {

    private static final Set<String> TARGET_TYPES = Set.of("instance", "ip", "lambda", "alb");

    private final Cloud cloud;
    private final ElbTags tags;

    TargetGroupCreation(Cloud cloud) {
        this.cloud = cloud;
        this.tags = new ElbTags(cloud);
    }

    /** @throws AwsException for every error answer of CreateTargetGroup */
    TargetGroup create(CreateTargetGroupRequest request) {
        TargetGroup wish = read(request);
        Map<String, String> wishedTags = ElbTags.read(request.tags());
        Optional<TargetGroup> sameName = cloud.world.targetGroups.where(one -> one.name().equals(wish.name()))
                .stream().findFirst();
        if (sameName.isPresent()) {
            return sameName.filter(one -> isAs(one, wish)).orElseThrow(() ->
                    ElbErrors.duplicateName("DuplicateTargetGroupName", "target group", wish.name()));
        }
        if (cloud.world.targetGroups.all().size() >= ElbLimit.TARGET_GROUPS.most()) {
            throw ElbErrors.tooMany("TooManyTargetGroups", "target groups");
        }
        String arn = "arn:aws:elasticloadbalancing:" + cloud.world.region + ":" + cloud.world.accountId
                + ":targetgroup/" + wish.name() + "/" + cloud.ids.hex16();
        TargetGroup made = new TargetGroup(arn, wish.name(), wish.protocol(), wish.port(), wish.vpcId(),
                wish.targetType(), wish.healthCheck(), Map.of(), List.of(), cloud.now());
        cloud.world.targetGroups.put(made);
        tags.put(arn, wishedTags);
        return made;
    }

    private static boolean isAs(TargetGroup existing, TargetGroup wish) {
        return existing.protocol().equals(wish.protocol()) && existing.port() == wish.port()
                && existing.vpcId().equals(wish.vpcId()) && existing.targetType().equals(wish.targetType())
                && existing.healthCheck().equals(wish.healthCheck());
    }

    /** The group that is asked for, without an ARN yet. */
    private TargetGroup read(CreateTargetGroupRequest request) {
        String name = ElbNames.targetGroup(request.name());
        String type = Objects.requireNonNullElse(request.targetTypeAsString(), "instance");
        ElbValues.word(type, "targetType", TARGET_TYPES, Set.of("instance"), "Target groups of type");
        if (request.protocolAsString() == null) {
            throw ElbErrors.validation("A protocol must be specified");
        }
        ElbValues.word(request.protocolAsString(), "protocol", ElbValues.PROTOCOLS, Set.of("TCP"),
                "Target groups with protocol");
        if (request.port() == null) {
            throw ElbErrors.validation("A port must be specified");
        }
        int port = ElbValues.range("port", request.port(), 0, 1, ElbValues.LAST_PORT);
        if (request.vpcId() == null) {
            throw ElbErrors.validation("A VPC ID must be specified");
        }
        if (cloud.world.vpcs.find(request.vpcId()).isEmpty()) {
            throw ElbErrors.validation("The VPC ID '" + request.vpcId() + "' is not found");
        }
        String addresses = request.ipAddressTypeAsString();
        if (addresses != null && !addresses.equals("ipv4")) {
            throw ElbErrors.lacking("Target groups with IP address type '" + addresses + "'");
        }
        return new TargetGroup(name, name, "TCP", port, request.vpcId(), type, HealthCheckSettings.read(request),
                Map.of(), List.of(), cloud.now());
    }
}
