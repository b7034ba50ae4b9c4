package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Transition;
import endpointlab.probe.HttpPageProbe;
import endpointlab.probe.SocksDialer;
import endpointlab.probe.SshCurlProbe;
import endpointlab.run.CallSummary;
import endpointlab.run.LabListener;
import endpointlab.run.LabSession;
import endpointlab.run.RunHandle;
import endpointlab.run.RunResult;
import endpointlab.store.LabHome;
import endpointlab.store.LabKeyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A lab on a cloud of its own whose making and deleting is measured. */
final class BenchmarkLab implements AutoCloseable {

    private static final String RUN = "bench000";
    private static final int LAST_MAKING_STEP = 16;

    private static final Set<Transition> AWAITED = Set.of(Transition.VPC_AVAILABLE, Transition.SUBNET_AVAILABLE,
            Transition.INSTANCE_RUNNING, Transition.LOAD_BALANCER_ACTIVE, Transition.TARGET_FIRST_CHECK,
            Transition.ENDPOINT_SERVICE_USABLE, Transition.ENDPOINT_REQUESTED, Transition.ENDPOINT_AVAILABLE,
            Transition.INSTANCE_TERMINATED, Transition.LOAD_BALANCER_RELEASED, Transition.ENDPOINT_DELETED,
            Transition.ENDPOINT_SERVICE_DELETED);
    /** A target is healthy after five passes, ten seconds apart. */
    private static final Duration CHECKS_AFTER_THE_FIRST = Duration.ofSeconds(40);

    private final PracticeCloud cloud;
    private final AwsConnection aws;
    private final LabSession session;
    private final AtomicLong callNanos = new AtomicLong();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "benchmark-lab");
        thread.setDaemon(true);
        return thread;
    });

    BenchmarkLab(Path home, Pace pace) throws IOException {
        this(home, pace, 1);
    }

    /** @param rarer how many times as long as it would the engine waits each time before it looks again */
    BenchmarkLab(Path home, Pace pace, double rarer) throws IOException {
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", pace, 11, home.resolve("practice")));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        AtomicReference<LabState> saved = new AtomicReference<>(
                LabSession.newState(lab, RUN, "practice", "us-east-1", 11, "", Map.of()));
        SocksDialer dialer = new SocksDialer(cloud.socks());
        session = new LabSession(new LabSession.Parts(lab, saved.get(), saved::set, aws,
                new LabKeyFiles(new LabHome(home), RUN),
                List.of(new HttpPageProbe(dialer), new SshCurlProbe(dialer)),
                LabClock.startingAt(cloud.clock().now(), new Pace("measured", pace.factor() / rarer)), workers));
        session.addListener(new LabListener() {
            @Override
            public void called(CallSummary call) {
                if (!call.poll() && call.attempts() == 1) {
                    callNanos.addAndGet(call.wall().toNanos());
                }
            }
        });
    }

    AwsConnection aws() {
        return aws;
    }

    void make() throws Exception {
        done(session.runTo(LAST_MAKING_STEP, true));
    }

    void cleanUp() throws Exception {
        done(session.cleanUp());
    }

    /** @return wall time */
    Duration runAll() throws Exception {
        long began = System.nanoTime();
        make();
        cleanUp();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void done(RunHandle handle) throws Exception {
        RunResult result = handle.result().get(20, TimeUnit.MINUTES);
        assertThat(result.problems()).isEmpty();
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
    }

    /**
     * Wall time that the same calls would have taken one after another: each call's own time, and after each change
     * the time that the cloud was given for it.
     */
    Duration oneAfterAnother() {
        Duration waits = cloud.transitions().stream().filter(drawn -> AWAITED.contains(drawn.transition()))
                .map(Timing.Drawn::duration).reduce(CHECKS_AFTER_THE_FIRST, Duration::plus);
        return cloud.clock().toWall(waits).plusNanos(callNanos.get());
    }

    /** Requests that the cloud has answered. */
    long calls() {
        return calls(action -> true);
    }

    /** Of these the ones that looked at something. */
    long describes() {
        return calls(action -> action.contains(":Describe"));
    }

    private long calls(Predicate<String> which) {
        return cloud.calls().entrySet().stream().filter(action -> which.test(action.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
    }

    @Override
    public void close() {
        session.close();
        aws.close();
        workers.shutdownNow();
        cloud.close();
    }
}
