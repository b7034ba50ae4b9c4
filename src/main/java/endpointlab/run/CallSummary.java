package endpointlab.run;

import java.time.Duration;
import java.time.Instant;

/**
 * One AWS call that ended, in plain words for screens and logs.
 *
 * @param at        lab time at which it was sent
 * @param wall      wall time it took, all attempts and waits between them included
 * @param service   {@code ec2}, {@code elasticloadbalancing} or {@code sts}
 * @param action    AWS's action name, such as {@code CreateVpc}
 * @param kind      {@code create}, {@code describe}, {@code delete} or {@code modify}
 * @param poll      whether it only looked whether something awaited has come
 * @param subject   resource or check it was made for; empty if for the run as a whole
 * @param attempts  requests sent, at least 1
 * @param errorCode AWS's error code; empty if it went well
 * @param requestId AWS's request id; empty if unknown
 */
public record CallSummary(Instant at, Duration wall, String service, String action, String kind, boolean poll,
                          String subject, int attempts, String errorCode, String requestId) {
}
