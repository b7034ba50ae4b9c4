package endpointlab.aws;

import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Erases the session token that {@code SignatureDoesNotMatch} repeats: AWS answers with the canonical string that it
 * has signed, all signed headers in it. From here on messages are logged, saved and shown.
 *
 * <p>Source: AWS General Reference, "Troubleshooting signed requests for AWS APIs".
 */
final class TokenEraser implements ExecutionInterceptor {

    private static final Pattern TOKEN = Pattern.compile("(?i)(x-amz-security-token[:=]\\s*)[^\\s'\"&,]+");

    @Override
    public Throwable modifyException(Context.FailedExecution failure, ExecutionAttributes attributes) {
        if (failure.exception() instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                && answer.awsErrorDetails().errorMessage() != null) {
            AwsErrorDetails details = answer.awsErrorDetails();
            String erased = TOKEN.matcher(details.errorMessage()).replaceAll("$1…");
            if (!erased.equals(details.errorMessage())) {
                AwsErrorDetails shown = AwsErrorDetails.builder().errorCode(details.errorCode())
                        .errorMessage(erased).serviceName(details.serviceName())
                        .sdkHttpResponse(details.sdkHttpResponse()).build();
                return answer.toBuilder().message(erased).awsErrorDetails(shown).cause(null).build();
            }
        }
        return failure.exception();
    }
}
