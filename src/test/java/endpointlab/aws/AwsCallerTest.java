package endpointlab.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Cancellation;
import endpointlab.clock.Pace;
import endpointlab.lab.ProblemException;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.BrokenConnection;
import endpointlab.run.TestCloud;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;

class AwsCallerTest {

    private static final CreateVpcRequest CREATE = CreateVpcRequest.builder().cidrBlock("10.9.0.0/16").build();
    private static final DescribeVpcsRequest DESCRIBE = DescribeVpcsRequest.builder().build();

    private final List<CallRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final List<String> waits = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Cancellation cancellation = new Cancellation();
    private TestCloud cloud;
    private AwsConnection connection;
    private AwsCalls calls;
    private AwsCaller aws;

    @BeforeEach
    void start() throws IOException {
        cloud = new TestCloud(Pace.INSTANT);
        connection = AwsConnection.to(cloud.endpoint(), "us-east-1", TestCloud.CREDENTIALS.accessKeyId(),
                TestCloud.CREDENTIALS.secretAccessKey());
        calls = new AwsCalls(connection, cloud.clock, workers, records::add);
        aws = calls.caller("some-vpc", cancellation, (what, fault, budget) -> waits.add(what));
    }

    @AfterEach
    void stop() {
        connection.close();
        cloud.close();
        workers.shutdownNow();
    }

    private void refuse(int times, int status, String code) {
        AtomicInteger left = new AtomicInteger(times);
        cloud.interceptor.set(call -> {
            if (left.getAndDecrement() > 0) {
                throw new AwsException(status, code, "as the test wants it");
            }
        });
    }

    @Test
    void recordsWhatWasSentAndAnswered() {
        aws.change(CREATE, aws.ec2()::createVpc, RetryRules.ONCE);
        aws.poll(DESCRIBE, aws.ec2()::describeVpcs);

        assertThat(records).hasSize(2);
        CallRecord create = records.get(0);
        assertThat(create.service()).isEqualTo("ec2");
        assertThat(create.action()).isEqualTo("CreateVpc");
        assertThat(create.kind()).isEqualTo(CallKind.CREATE);
        assertThat(create.subject()).isEqualTo("some-vpc");
        assertThat(create.request()).isEqualTo(CREATE);
        assertThat(create.requestId()).isNotEmpty();
        assertThat(create.attempts()).isEqualTo(1);
        assertThat(records.get(1).poll()).isTrue();
    }

    @Test
    void waitsOutThrottlingEvenForCallsThatMustNotBeSentTwice() {
        refuse(3, 503, "RequestLimitExceeded");

        aws.change(CREATE, aws.ec2()::createVpc, RetryRules.ONCE);

        assertThat(records.get(0).attempts()).isEqualTo(4);
        assertThat(waits).containsOnly("wait.throttled");
    }

    @Test
    void repeatsReadsAfterPassingTrouble() {
        refuse(2, 500, "InternalError");

        aws.read(DESCRIBE, aws.ec2()::describeVpcs);

        assertThat(records.get(0).attempts()).isEqualTo(3);
    }

    @Test
    void givesUpAfterItsBudget() {
        refuse(Integer.MAX_VALUE, 500, "InternalError");

        ProblemException problem = catchThrowableOfType(ProblemException.class,
                () -> aws.read(DESCRIBE, aws.ec2()::describeVpcs));

        assertThat(problem.problem().code()).isEqualTo("InternalError");
        assertThat(problem.problem().cause()).isEqualTo("problem.server.cause");
        assertThat(records.get(0).attempts()).isBetween(3, 30);
    }

    @Test
    void aFinalAnswerIsAProblemAtOnce() {
        refuse(1, 403, "UnauthorizedOperation");

        ProblemException problem = catchThrowableOfType(ProblemException.class,
                () -> aws.change(CREATE, aws.ec2()::createVpc, RetryRules.REPEATABLE));

        assertThat(problem.problem().code()).isEqualTo("UnauthorizedOperation");
        assertThat(problem.problem().cause()).isEqualTo("problem.permission.cause");
        assertThat(problem.problem().arguments()).containsExactly("CreateVpc");
        assertThat(problem.problem().detail()).isEqualTo("as the test wants it");
        assertThat(problem.problem().requestId()).isNotEmpty();
        assertThat(records.get(0).attempts()).isEqualTo(1);
    }

    @Test
    void noCapacityIsFinalThoughItsStatusIs500() {
        refuse(1, 500, "InsufficientInstanceCapacity");

        ProblemException problem = catchThrowableOfType(ProblemException.class,
                () -> aws.read(DESCRIBE, aws.ec2()::describeVpcs));

        assertThat(problem.problem().cause()).isEqualTo("problem.capacity.cause");
    }

    @Test
    void notFoundIsWaitedOutOnlyForWhatWasMadeJustNow() {
        DescribeSubnetsRequest request = DescribeSubnetsRequest.builder().build();
        refuse(2, 400, "InvalidSubnetID.NotFound");
        aws.read(request, aws.ec2()::describeSubnets, RetryRules.REPEATABLE.whileNotVisible(Duration.ofMinutes(2)));
        assertThat(records.get(0).attempts()).isEqualTo(3);

        refuse(1, 400, "InvalidSubnetID.NotFound");
        assertThatThrownBy(() -> aws.read(request, aws.ec2()::describeSubnets))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aCallThatMustNotBeSentTwiceIsNotRepeatedWhenNoAnswerComes() {
        cloud.interceptor.set(call -> {
            throw new BrokenConnection();
        });

        UnknownOutcomeException unknown = catchThrowableOfType(UnknownOutcomeException.class,
                () -> aws.change(CREATE, aws.ec2()::createVpc, RetryRules.ONCE));

        assertThat(unknown.action()).isEqualTo("CreateVpc");
        assertThat(unknown.fault().code()).isEqualTo(AwsFault.NO_ANSWER);
        assertThat(records.get(0).attempts()).isEqualTo(1);
    }

    @Test
    void aReadEndsAtOnceWhenCancelledThoughNoAnswerCame() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        cloud.interceptor.set(call -> {
            arrived.countDown();
            release.await();
        });
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                CancellationException.class, () -> aws.read(DESCRIBE, aws.ec2()::describeVpcs)), workers);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThat(outcome.get(1, TimeUnit.SECONDS)).isNotNull();
        release.countDown();
    }

    @Test
    void aChangeInFlightEndsInTheBackgroundAndIsHandedOver() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        cloud.interceptor.set(call -> {
            arrived.countDown();
            release.await();
        });
        AtomicReference<String> made = new AtomicReference<>();
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                CancellationException.class, () -> aws.change(CREATE, aws.ec2()::createVpc, RetryRules.ONCE,
                        answer -> made.set(answer.vpc().vpcId()))), workers);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThat(outcome.get(1, TimeUnit.SECONDS)).isNotNull();
        assertThat(made.get()).isNull();
        CompletableFuture<Void> settled = calls.settled();
        assertThat(settled).isNotDone();
        release.countDown();
        settled.get(10, TimeUnit.SECONDS);
        assertThat(made.get()).startsWith("vpc-");
        await().until(() -> records.size() == 1);
    }

    @Test
    void aWaitBetweenAttemptsEndsAtOnceWhenCancelled() throws Exception {
        refuse(Integer.MAX_VALUE, 503, "RequestLimitExceeded");
        AwsCaller patient = new AwsCalls(connection, endpointlab.clock.LabClock.startingNow(Pace.AWS), workers,
                records::add).caller("", cancellation, (what, fault, budget) -> waits.add(what));
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                CancellationException.class, () -> patient.read(DESCRIBE, patient.ec2()::describeVpcs)), workers);
        await().until(() -> !waits.isEmpty());

        cancellation.cancel();

        assertThat(outcome.get(1, TimeUnit.SECONDS)).isNotNull();
        assertThat(cloud.calls().get("ec2:DescribeVpcs")).isEqualTo(1);
    }

    @Test
    void credentialsNeverReachAProblem() {
        AwsConnection wrong = AwsConnection.to(cloud.endpoint(), "us-east-1", "AKIAWRONG0000000000X", "not-the-secret");
        AwsCaller caller = new AwsCalls(wrong, cloud.clock, workers, records::add)
                .caller("", cancellation, (what, fault, budget) -> { });

        ProblemException problem = catchThrowableOfType(ProblemException.class,
                () -> caller.read(DESCRIBE, caller.ec2()::describeVpcs));

        assertThat(problem.problem().cause()).as(problem.getMessage()).isEqualTo("problem.credentials.cause");
        assertThat(problem.problem().toString()).doesNotContain("AKIAWRONG", "not-the-secret");
        wrong.close();
    }

    @Test
    void aCloudThatIsNotThereIsAProblem() {
        cloud.close();

        ProblemException problem = catchThrowableOfType(ProblemException.class,
                () -> aws.read(DESCRIBE, aws.ec2()::describeVpcs));

        assertThat(problem.problem().code()).isEqualTo(AwsFault.NO_ANSWER);
    }
}
