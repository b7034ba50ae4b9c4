package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.HealthCheck;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/**
 * The TCP health check that a request asks for. Every method throws {@link AwsException}.
 *
 * <p>Source: CreateTargetGroup and ModifyTargetGroup in the ELBv2 API Reference: defaults and ranges. Assumed: texts
 * that no public log showed.
 */
final class HealthCheckSettings {

    private static final String TRAFFIC_PORT = "traffic-port";

    private HealthCheckSettings() {
    }

    static HealthCheck read(CreateTargetGroupRequest request) {
        String protocol = Objects.requireNonNullElse(request.healthCheckProtocolAsString(), "TCP");
        ElbValues.word(protocol, "healthCheckProtocol", ElbValues.PROTOCOLS, "TCP", "Health checks with protocol");
        if (Boolean.FALSE.equals(request.healthCheckEnabled())) {
            throw ElbErrors.validation("Health checks cannot be disabled for target type 'instance'");
        }
        if (request.healthCheckPath() != null) {
            throw ElbErrors.validation("Health check path is not supported for health checks with protocol TCP");
        }
        if (request.matcher() != null) {
            throw ElbErrors.validation("Health check matcher is not supported for health checks with protocol TCP");
        }
        int interval = ElbValues.range("healthCheckIntervalSeconds", request.healthCheckIntervalSeconds(), 30, 5, 300);
        int timeout = ElbValues.range("healthCheckTimeoutSeconds", request.healthCheckTimeoutSeconds(), 10, 2, 120);
        if (request.healthCheckTimeoutSeconds() != null && timeout > interval) {
            throw ElbErrors.validation("Health check timeout '" + timeout
                    + "' must be smaller than or equal to the interval '" + interval + "'");
        }
        return new HealthCheck("TCP", port(request.healthCheckPort()), null, interval, Math.min(timeout, interval),
                ElbValues.range("healthyThresholdCount", request.healthyThresholdCount(), 5, 2, 10),
                ElbValues.range("unhealthyThresholdCount", request.unhealthyThresholdCount(), 2, 2, 10));
    }

    /** What the request doesn't name stays as it was. */
    static HealthCheck changed(HealthCheck before, ModifyTargetGroupRequest request) {
        return read(CreateTargetGroupRequest.builder()
                .healthCheckProtocol(Objects.requireNonNullElse(request.healthCheckProtocolAsString(),
                        before.protocol()))
                .healthCheckEnabled(request.healthCheckEnabled()).healthCheckPath(request.healthCheckPath())
                .matcher(request.matcher())
                .healthCheckPort(Objects.requireNonNullElse(request.healthCheckPort(), before.port()))
                .healthCheckIntervalSeconds(Objects.requireNonNullElse(request.healthCheckIntervalSeconds(),
                        before.intervalSeconds()))
                .healthCheckTimeoutSeconds(Objects.requireNonNullElse(request.healthCheckTimeoutSeconds(),
                        before.timeoutSeconds()))
                .healthyThresholdCount(Objects.requireNonNullElse(request.healthyThresholdCount(),
                        before.healthyThreshold()))
                .unhealthyThresholdCount(Objects.requireNonNullElse(request.unhealthyThresholdCount(),
                        before.unhealthyThreshold()))
                .build());
    }

    private static String port(String port) {
        String checked = Objects.requireNonNullElse(port, TRAFFIC_PORT);
        boolean number = checked.matches("[1-9]\\d{0,4}") && Integer.parseInt(checked) <= ElbValues.LAST_PORT;
        if (!number && !checked.equals(TRAFFIC_PORT)) {
            throw ElbErrors.validation("Health check port '" + port + "' must be 'traffic-port' or a number");
        }
        return checked;
    }
}
