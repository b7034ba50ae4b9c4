package endpointlab.aws;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the calls for one resource or check of one command. Every method blocks and throws
 * {@link java.util.concurrent.CancellationException} within moments after the command was cancelled, and
 * {@link endpointlab.lab.ProblemException} when AWS's answer is final.
 */
public final class AwsCaller {

    private final AwsCalls calls;
    private final String subject;
    private final Cancellation cancellation;
    private final RetryListener retries;

    AwsCaller(AwsCalls calls, String subject, Cancellation cancellation, RetryListener retries) {
        this.calls = calls;
        this.subject = subject;
        this.cancellation = cancellation;
        this.retries = retries;
    }

    /** Reads something. */
    public <Q extends AwsRequest, R extends AwsResponse> R read(Q request, Function<Q, R> sdk) {
        return read(request, sdk, RetryRules.REPEATABLE);
    }

    /** Reads something, waiting out what {@code rules} say. */
    public <Q extends AwsRequest, R extends AwsResponse> R read(Q request, Function<Q, R> sdk, RetryRules rules) {
        return new AwsCall<>(this, request, sdk, rules).run();
    }

    /** Looks once whether something awaited has come; recorded apart from other reads. */
    public <Q extends AwsRequest, R extends AwsResponse> R poll(Q request, Function<Q, R> sdk) {
        return new AwsCall<>(this, request, sdk, RetryRules.REPEATABLE).asPoll().run();
    }

    /** Changes something that needs no remembering. */
    public <Q extends AwsRequest, R extends AwsResponse> R change(Q request, Function<Q, R> sdk, RetryRules rules) {
        return change(request, sdk, rules, answer -> { });
    }

    /**
     * Changes something.
     *
     * @param done is given the answer the moment it is there, even if the command was cancelled meanwhile
     * @throws UnknownOutcomeException if it isn't known whether the change was made and {@code rules} don't allow to
     *                                 send it again
     */
    public <Q extends AwsRequest, R extends AwsResponse> R change(Q request, Function<Q, R> sdk, RetryRules rules,
                                                                  Consumer<R> done) {
        return new AwsCall<>(this, request, sdk, rules).asChange(done).run();
    }

    public Ec2Client ec2() {
        return calls.connection().ec2();
    }

    public ElasticLoadBalancingV2Client elb() {
        return calls.connection().elb();
    }

    public StsClient sts() {
        return calls.connection().sts();
    }

    public String region() {
        return calls.connection().region();
    }

    public LabClock clock() {
        return calls.clock();
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    AwsCalls calls() {
        return calls;
    }

    String subject() {
        return subject;
    }

    RetryListener retries() {
        return retries;
    }
}
