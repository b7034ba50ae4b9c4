package endpointlab.practice.testcloud;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a client sees of an error answer. */
public final class Refusal {

    private Refusal() {
    }

    /** @param text the message or a part of it */
    public static void assertRefused(String code, String text, ThrowingCallable call) {
        assertRefused(400, code, text, call);
    }

    public static void assertRefused(int status, String code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            Assertions.assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            Assertions.assertThat(refused.awsErrorDetails().errorMessage()).contains(text);
            Assertions.assertThat(refused.statusCode()).isEqualTo(status);
        });
    }
}
