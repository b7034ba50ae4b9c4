package endpointlab.aws;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a call failed.
 *
 * @param code      AWS's error code; {@link #NO_ANSWER} or another of ours if AWS said nothing
 * @param status    HTTP status; 0 if AWS said nothing
 * @param message   AWS's or the SDK's message
 * @param requestId empty if unknown
 */
public record AwsFault(String code, int status, String message, String requestId) {

    /** The call may have been carried out, but no answer came. */
    public static final String NO_ANSWER = "NoAnswer";
    /** The SDK could not send the call, for want of credentials as a rule. */
    public static final String NOT_SENT = "NotSent";
    /** The name of AWS's server has no address here, so nothing was sent. */
    public static final String NO_ADDRESS = "NoAddress";
    /** Whoever answered could not prove to be AWS, so nothing was sent. */
    public static final String NOT_TRUSTED = "NotTrusted";
    /** The proxy on the way didn't let the call through. */
    public static final String PROXY = "ProxyFailed";

    /** What EC2 and ELBv2 say when asked too often. */
    private static final Set<String> THROTTLED = Set.of("RequestLimitExceeded", "Throttling", "ThrottlingException",
            "ThrottledException", "RequestThrottled", "RequestThrottledException", "EC2ThrottledException",
            "TooManyRequestsException", "SlowDown", "PriorRequestNotComplete");
    /** Answers with a 5xx status that are final all the same. */
    private static final Set<String> FINAL = Set.of("InsufficientInstanceCapacity", "InsufficientCapacity",
            "InsufficientHostCapacity", "InsufficientAddressCapacity");
    private static final Set<String> PASSING = Set.of("InternalError", "InternalFailure", "ServiceUnavailable",
            "Unavailable", "RequestTimeout", "RequestTimeoutException", "HealthUnavailable");

    private static final Set<String> NETWORK = Set.of(NO_ANSWER, NO_ADDRESS, NOT_TRUSTED, PROXY);

    static AwsFault of(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            AwsErrorDetails details = answer.awsErrorDetails();
            String code = details == null || details.errorCode() == null
                    ? codeOf(answer.statusCode()) : details.errorCode();
            String message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
            return new AwsFault(code, answer.statusCode(), message,
                    answer.requestId() == null ? "" : answer.requestId());
        }
        return new AwsFault(withoutAnswer(failure), 0, failure.getMessage(), "");
    }

    private static String withoutAnswer(SdkException failure) {
        String code = NOT_SENT;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return NOT_TRUSTED;
            }
            if (cause instanceof UnknownHostException) {
                return NO_ADDRESS;
            }
            if (cause instanceof IOException) {
                // The JDK tells a proxy's refusal in no other way.
                boolean proxy = String.valueOf(cause.getMessage()).startsWith("Unable to tunnel through proxy");
                code = proxy ? PROXY : NO_ANSWER;
            }
        }
        return code;
    }

    /** The same fault, known to be the proxy's. */
    AwsFault ofProxy() {
        return new AwsFault(PROXY, status, message, requestId);
    }

    /** Whether it lies on the way to AWS. */
    boolean network() {
        return NETWORK.contains(code);
    }

    /** Whether the call was refused only because there were too many; it was not carried out. */
    public boolean throttled() {
        return THROTTLED.contains(code);
    }

    /** Whether the same call may go well a moment later. */
    public boolean passing() {
        return code.equals(NO_ANSWER) || code.equals(NO_ADDRESS) || PASSING.contains(code) || status >= 500 && !FINAL.contains(code);
    }

    /** Whether it is not known if the call was carried out. */
    public boolean outcomeUnknown() {
        return passing() && !throttled() && !code.equals(NO_ADDRESS);
    }

    /** Whether something that the call named isn't there, or not yet visible. */
    public boolean notFound() {
        return code.endsWith("NotFound") || code.endsWith("NotFoundException");
    }

    /** The JDK's HTTP client withholds the body of an answer with status 401, and with it EC2's error code. */
    private static String codeOf(int status) {
        return status == 401 ? "AuthFailure" : "HTTP " + status;
    }
}
