package endpointlab.practice.testcloud;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.practice.ec2.Ec2Operations;
import endpointlab.practice.elb.ElbOperations;
import endpointlab.practice.privatelink.PrivateLinkOperations;
import endpointlab.practice.sts.StsOperations;
import endpointlab.practice.wire.AnswerRecorder;
import endpointlab.practice.wire.ApiServer;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.wire.PracticeCredentials;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.practice.wire.TestClients;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.Visibility;
import endpointlab.practice.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A world behind the real server with real SDK clients. Its lab time goes as slowly as wall time, so that nothing
 * moves by itself; {@link #advance} restarts the cloud at a later time, as a practice lab that was closed meanwhile.
 */
public final class TestPractice implements AutoCloseable {

    private static final PracticeCredentials CREDENTIALS =
            new PracticeCredentials("AKIAPRACTICE00000000", "practice/secret+of=nobody");

    public final World world = new World("123456789012", "us-east-1", 7);
    /** Looks at every call first; lets all pass unless a test sets another. */
    public final AtomicReference<RequestInterceptor> interceptor = new AtomicReference<>(RequestInterceptor.none());
    public final FakeMachines machines = new FakeMachines();
    public final NetworkFixture network = new NetworkFixture(this);
    private final Pace pace;
    private Cloud cloud;
    private ApiServer api;
    private TestClients clients;

    public TestPractice() {
        this(Pace.AWS);
    }

    public TestPractice(Pace pace) {
        this.pace = pace;
        start(Instant.parse("2026-11-25T00:00:00Z"));
    }

    public Cloud cloud() {
        return cloud;
    }

    public Instant now() {
        return cloud.now();
    }

    public Ec2Client ec2() {
        return clients.ec2();
    }

    public ElasticLoadBalancingV2Client elb() {
        return clients.elb();
    }

    public StsClient sts() {
        return clients.sts();
    }

    /** A client that repeats calls by these rules. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C retrying(B builder,
                                                                                        RetryStrategy rules) {
        return clients.retrying(builder, rules);
    }

    public URI endpoint() {
        return api.endpoint();
    }

    /** The latest answer to one of the clients, as it came over the wire. */
    public AnswerRecorder answers() {
        return clients.answers();
    }

    /** Lets lab time pass. */
    public void advance(Duration lab) {
        Instant then = now().plus(lab);
        stop();
        start(then);
    }

    /** Lets pass what the transition takes at most. */
    public void advance(Transition transition) {
        advance(transition.longest());
    }

    private void start(Instant now) {
        LabClock clock = LabClock.startingAt(now, pace);
        cloud = new Cloud(world, clock, new Timing(world.seed), new Visibility(true, world.seed, clock));
        OperationTable ec2 = new OperationTable();
        OperationTable elb = new OperationTable();
        OperationTable sts = new OperationTable();
        Ec2Operations.register(ec2, cloud, machines);
        PrivateLinkOperations.register(ec2, cloud);
        ElbOperations.register(elb, cloud);
        StsOperations.register(sts, world);
        try {
            api = ApiServer.builder(world.region, CREDENTIALS).operations(AwsService.EC2, ec2)
                    .operations(AwsService.ELB, elb).operations(AwsService.STS, sts)
                    .interceptor(call -> interceptor.get().before(call)).start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        clients = new TestClients(api.endpoint(), world.region, CREDENTIALS);
    }

    private void stop() {
        clients.close();
        api.close();
    }

    @Override
    public void close() {
        stop();
    }
}
