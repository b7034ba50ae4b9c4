package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** What a request asks of a Network Load Balancer's listener. Every method throws {@link AwsException}. */
final class ListenerSettings {

    private static final Set<String> PROTOCOLS_LACKING = Set.of("TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC");

    private ListenerSettings() {
    }

    static void checkProtocol(String protocol) {
        if (protocol == null) {
            throw ElbErrors.validation("A listener protocol must be specified");
        }
        if (PROTOCOLS_LACKING.contains(protocol)) {
            throw ElbErrors.lacking("Listeners with protocol '" + protocol + "'");
        }
        if (!protocol.equals("TCP")) {
            throw ElbErrors.validation(
                    "Listener protocol '" + protocol + "' must be one of 'UDP, TCP, TCP_UDP, TLS'");
        }
    }

    static int port(Integer port) {
        if (port == null) {
            throw ElbErrors.validation("A listener port must be specified");
        }
        return ElbValues.range("port", port, 0, 1, ElbValues.LAST_PORT);
    }

    /** The one group that the actions forward to. */
    static String targetGroupArn(List<Action> actions) {
        if (actions.size() != 1) {
            throw ElbErrors.validation("Exactly one default action must be specified");
        }
        Action action = actions.get(0);
        if (!"forward".equals(action.typeAsString())) {
            throw new AwsException("InvalidLoadBalancerAction",
                    "Actions of type '" + action.typeAsString() + "' are not supported for network load balancers");
        }
        List<String> groups = action.forwardConfig() == null ? List.of()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn).toList();
        if (groups.size() > ElbLimit.TARGET_GROUPS_PER_ACTION.most()) {
            throw ElbErrors.lacking("Actions with more than one target group");
        }
        String arn = action.targetGroupArn() != null ? action.targetGroupArn()
                : groups.stream().findFirst().orElse(null);
        if (arn == null) {
            throw ElbErrors.validation("A target group ARN must be specified for a forward action");
        }
        if (!groups.isEmpty() && !groups.contains(arn)) {
            throw ElbErrors.validation("The target groups of 'TargetGroupArn' and 'ForwardConfig' must be the same");
        }
        return arn;
    }
}
