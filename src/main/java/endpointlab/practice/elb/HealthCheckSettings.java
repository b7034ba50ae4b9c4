package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.HealthCheck;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/**
 * The TCP or HTTP health check that a request asks for. Every method throws {@link AwsException}.
 *
 * <p>Source: CreateTargetGroup, ModifyTargetGroup and Matcher in the ELBv2 API Reference: defaults and ranges.
 * Assumed: texts that no public log showed.
 */
final class HealthCheckSettings {

    private static final String HTTP = "HTTP";
    private static final String TRAFFIC_PORT = "traffic-port";
    private static final int LONGEST_PATH = 1_024;

    private HealthCheckSettings() {
    }

    static HealthCheck read(CreateTargetGroupRequest request) {
        String protocol = Objects.requireNonNullElse(request.healthCheckProtocolAsString(), "TCP");
        ElbValues.word(protocol, "healthCheckProtocol", ElbValues.PROTOCOLS, Set.of("TCP", HTTP),
                "Health checks with protocol");
        boolean http = protocol.equals(HTTP);
        if (Boolean.FALSE.equals(request.healthCheckEnabled())) {
            throw ElbErrors.validation("Health checks cannot be disabled for target type 'instance'");
        }
        int interval = ElbValues.range("healthCheckIntervalSeconds", request.healthCheckIntervalSeconds(), 30, 5, 300);
        int timeout = ElbValues.range("healthCheckTimeoutSeconds", request.healthCheckTimeoutSeconds(),
                http ? 6 : 10, 2, 120);
        if (request.healthCheckTimeoutSeconds() != null && timeout > interval) {
            throw ElbErrors.validation("Health check timeout '" + timeout
                    + "' must be smaller than or equal to the interval '" + interval + "'");
        }
        return new HealthCheck(protocol, port(request.healthCheckPort()), path(request.healthCheckPath(), http),
                matcher(request.matcher(), http), interval, Math.min(timeout, interval),
                ElbValues.range("healthyThresholdCount", request.healthyThresholdCount(), 5, 2, 10),
                ElbValues.range("unhealthyThresholdCount", request.unhealthyThresholdCount(), 2, 2, 10));
    }

    /** What the request doesn't name stays as it was. */
    static HealthCheck changed(HealthCheck before, ModifyTargetGroupRequest request) {
        String protocol = Objects.requireNonNullElse(request.healthCheckProtocolAsString(), before.protocol());
        boolean stays = protocol.equals(before.protocol());
        Matcher matcher = stays && before.matcher() != null ? Matcher.builder().httpCode(before.matcher()).build()
                : null;
        return read(CreateTargetGroupRequest.builder().healthCheckProtocol(protocol)
                .healthCheckEnabled(request.healthCheckEnabled())
                .healthCheckPath(request.healthCheckPath() == null && stays ? before.path() : request.healthCheckPath())
                .matcher(request.matcher() == null ? matcher : request.matcher())
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

    private static String path(String path, boolean http) {
        if (!http && path != null) {
            throw ElbErrors.validation("Health check path is not supported for health checks with protocol TCP");
        }
        if (path != null && (!path.matches("/[!-~]*") || path.length() > LONGEST_PATH)) {
            throw ElbErrors.validation("Health check path '" + path + "' must begin with a '/' character and can be up "
                    + "to " + LONGEST_PATH + " printable ASCII characters, with no spaces");
        }
        return http ? Objects.requireNonNullElse(path, "/") : null;
    }

    private static String matcher(Matcher matcher, boolean http) {
        if (!http && matcher != null) {
            throw ElbErrors.validation("Health check matcher is not supported for health checks with protocol TCP");
        }
        String codes = matcher == null || matcher.httpCode() == null ? HttpCodes.DEFAULT : matcher.httpCode();
        if (!HttpCodes.isValid(codes)) {
            throw ElbErrors.validation("Health check matcher HTTP code '" + codes
                    + "' must be within '200-599' inclusive");
        }
        return http ? codes : null;
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
