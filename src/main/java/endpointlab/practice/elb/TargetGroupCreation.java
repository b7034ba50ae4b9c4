package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.HealthCheck;
import endpointlab.practice.world.Entities.TargetGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;

/**
 * CreateTargetGroup for TCP groups of instances with TCP health checks.
 *
 * <p>Source: CreateTargetGroup in the ELBv2 API Reference: defaults and ranges; a repeat with the same name and
 * settings returns the group that exists. Assumed: tags are no part of these settings, and texts that no public log
 * showed.
 */
final class TargetGroupCreation {

    private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE",
            "QUIC", "TCP_QUIC");
    private static final Set<String> TARGET_TYPES = Set.of("instance", "ip", "lambda", "alb");
    private static final int LAST_PORT = 65_535;

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
        checkWord(type, "targetType", TARGET_TYPES, "instance", "Target groups of type");
        if (request.protocolAsString() == null) {
            throw ElbErrors.validation("A protocol must be specified");
        }
        checkWord(request.protocolAsString(), "protocol", PROTOCOLS, "TCP", "Target groups with protocol");
        if (request.port() == null) {
            throw ElbErrors.validation("A port must be specified");
        }
        int port = range("port", request.port(), 0, 1, LAST_PORT);
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
        return new TargetGroup(name, name, "TCP", port, request.vpcId(), type, healthCheck(request), Map.of(),
                List.of(), cloud.now());
    }

    private static HealthCheck healthCheck(CreateTargetGroupRequest request) {
        String protocol = Objects.requireNonNullElse(request.healthCheckProtocolAsString(), "TCP");
        checkWord(protocol, "healthCheckProtocol", PROTOCOLS, "TCP", "Health checks with protocol");
        if (Boolean.FALSE.equals(request.healthCheckEnabled())) {
            throw ElbErrors.validation("Health checks cannot be disabled for target type 'instance'");
        }
        if (request.healthCheckPath() != null) {
            throw ElbErrors.validation("Health check path is not supported for health checks with protocol TCP");
        }
        if (request.matcher() != null) {
            throw ElbErrors.validation("Health check matcher is not supported for health checks with protocol TCP");
        }
        int interval = range("healthCheckIntervalSeconds", request.healthCheckIntervalSeconds(), 30, 5, 300);
        int timeout = range("healthCheckTimeoutSeconds", request.healthCheckTimeoutSeconds(), 10, 2, 120);
        if (request.healthCheckTimeoutSeconds() != null && timeout > interval) {
            throw ElbErrors.validation("Health check timeout '" + timeout
                    + "' must be smaller than or equal to the interval '" + interval + "'");
        }
        return new HealthCheck("TCP", healthCheckPort(request.healthCheckPort()), null, interval,
                Math.min(timeout, interval),
                range("healthyThresholdCount", request.healthyThresholdCount(), 5, 2, 10),
                range("unhealthyThresholdCount", request.unhealthyThresholdCount(), 2, 2, 10));
    }

    private static String healthCheckPort(String port) {
        String checked = Objects.requireNonNullElse(port, "traffic-port");
        boolean number = checked.matches("[1-9]\\d{0,4}") && Integer.parseInt(checked) <= LAST_PORT;
        if (!number && !checked.equals("traffic-port")) {
            throw ElbErrors.validation("Health check port '" + port + "' must be 'traffic-port' or a number");
        }
        return checked;
    }

    private static void checkWord(String word, String parameter, Set<String> known, String served, String what) {
        if (!known.contains(word)) {
            throw ElbErrors.validation("1 validation error detected: Value '" + word + "' at '" + parameter
                    + "' failed to satisfy constraint: Member must satisfy enum value set: " + known.stream()
                    .sorted().toList());
        }
        if (!word.equals(served)) {
            throw ElbErrors.lacking(what + " '" + word + "'");
        }
    }

    private static int range(String parameter, Integer value, int otherwise, int least, int most) {
        int checked = value == null ? otherwise : value;
        if (checked < least || checked > most) {
            throw ElbErrors.validation("1 validation error detected: Value '" + checked + "' at '" + parameter
                    + "' failed to satisfy constraint: Member must be between " + least + " and " + most);
        }
        return checked;
    }
}
