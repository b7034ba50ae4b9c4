package endpointlab.aws;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Ec2Response;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Response;
import software.amazon.awssdk.services.sts.model.StsResponse;

/**
 * One call that ended, as it was made.
 *
 * @param at       lab time at which it was sent
 * @param wall     wall time it took, all attempts and waits between them included
 * @param service  {@code ec2}, {@code elasticloadbalancing} or {@code sts}
 * @param action   AWS's action name, such as {@code CreateVpc}
 * @param poll     whether it only looked whether something awaited has come
 * @param subject  resource or check it was made for; empty if for the run as a whole
 * @param attempts requests sent, at least 1
 * @param request  what was sent
 * @param response the answer; {@code null} if there was none or it was an error
 * @param fault    why it failed; {@code null} if it went well
 */
public record CallRecord(Instant at, Duration wall, String service, String action, boolean poll, String subject,
                         int attempts, SdkPojo request, SdkPojo response, AwsFault fault) {

    public CallKind kind() {
        return CallKind.of(action);
    }

    /** AWS's request id; empty if unknown. */
    public String requestId() {
        if (fault != null) {
            return fault.requestId();
        }
        return response instanceof Ec2Response ec2 ? ec2.responseMetadata().requestId()
                : response instanceof ElasticLoadBalancingV2Response elb ? elb.responseMetadata().requestId()
                : response instanceof StsResponse sts ? sts.responseMetadata().requestId() : "";
    }
}
