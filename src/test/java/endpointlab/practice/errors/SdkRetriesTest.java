package endpointlab.practice.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.wire.AwsException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * AWS-FACTS 2.2: what the SDK's own rules repeat by themselves, told from nothing but the practice cloud's answers. The
 * strategy is the SDK's with four attempts; only its pauses are left out.
 */
class SdkRetriesTest {

    private final TestPractice practice = new TestPractice();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        practice.close();
    }

    private static StandardRetryStrategy rules() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(4)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately()).build();
    }

    private void answerWith(int status, String code) {
        practice.interceptor.set(call -> {
            attempts.incrementAndGet();
            throw new AwsException(status, code, "as the test wants it");
        });
    }

    @ParameterizedTest(name = "{0} {1}: {2} attempts")
    @CsvSource({
        "503, RequestLimitExceeded, 4", "400, RequestLimitExceeded, 4", "400, Throttling, 4",
        "500, InternalError, 4", "503, Unavailable, 4", "500, InsufficientInstanceCapacity, 4",
        "400, RequestTimeout, 4", "400, PriorRequestNotComplete, 4",
        "400, InvalidVpcID.NotFound, 1", "400, DependencyViolation, 1", "400, IncorrectState, 1",
        "403, UnauthorizedOperation, 1", "412, DryRunOperation, 1"})
    void ofEc2(int status, String code, int expected) {
        answerWith(status, code);
        try (Ec2Client ec2 = practice.retrying(Ec2Client.builder(), rules())) {
            assertThat(catchThrowable(ec2::describeVpcs)).hasMessageContaining("as the test wants it");
        }
        assertThat(attempts).hasValue(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2} attempts")
    @CsvSource({"400, Throttling, 4", "500, HealthUnavailable, 4", "400, ResourceInUse, 1", "403, AccessDenied, 1",
        "400, InvalidTarget, 1"})
    void ofElb(int status, String code, int expected) {
        answerWith(status, code);
        try (ElasticLoadBalancingV2Client elb = practice.retrying(ElasticLoadBalancingV2Client.builder(), rules())) {
            assertThat(catchThrowable(elb::describeLoadBalancers)).hasMessageContaining("as the test wants it");
        }
        assertThat(attempts).hasValue(expected);
    }
}
