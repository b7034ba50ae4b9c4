package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunHandle;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.ui.wizard.ExpectedTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The lab run once on the practice cloud, up to the check of step 16, and a second time with a security group that
 * keeps HTTP out: the states on the way, and those that follow from them.
 */
final class Course implements AutoCloseable {

    private static final String ENDPOINT = "endpoint";
    private static final String LOAD_BALANCER = "load-balancer";
    private static final int LAST = 17;
    private static final Duration SINCE_STEP_BEGAN = Duration.ofSeconds(75);

    private final RealLab lab;
    private final Path home;
    private final Journal journal = new Journal();
    private final LabState sixDone;
    private final LabState fourteenDone;
    private final LabState asked;
    private final ExpectedTimes usual;
    private RealLab troubled;

    Course(Path home) throws IOException {
        this.home = home;
        lab = new RealLab(home.resolve("lab"));
        usual = new ExpectedTimes(lab.lab().id());
        lab.session().addListener(journal);
        sixDone = run(lab.session().runTo(6, false));
        run(lab.session().runStep(7));
        fourteenDone = run(lab.session().runTo(14, false));
        asked = run(lab.session().runStep(15));
        run(lab.session().accept());
        run(lab.session().runTo(16, false));
    }

    private LabState run(RunHandle handle) {
        RunResult result = handle.result().join();
        assertThat(result.problems()).isEmpty();
        return lab.session().state();
    }

    RealLab lab() {
        return lab;
    }

    Journal journal() {
        return journal;
    }

    LabState fresh() {
        LabState done = done();
        Map<Integer, StepState> open = new LinkedHashMap<>();
        done.steps().keySet().forEach(step -> open.put(step, StepState.OPEN));
        return new LabState(done.schema(), done.labId(), done.runId(), done.mode(), done.region(), done.accountId(),
                done.seed(), done.prefix(), Map.of(), everything(spec -> ResourceState.notMade(spec.specId())),
                open, done.createdAt(), done.createdAt());
    }

    LabState sixDone() {
        return asIfAtAwsPace(sixDone);
    }

    LabState makingLoadBalancer() {
        return asIfAtAwsPace(journal.first(state -> state.resource(LOAD_BALANCER).awsId() != null
                && state.resource("target-group").status() == ResourceStatus.READY));
    }

    /** Steps are timed by the clock on the wall, of which this run took a thousandth: as long as they usually take. */
    private LabState asIfAtAwsPace(LabState state) {
        LabState stretched = state;
        for (Map.Entry<Integer, StepState> entry : state.steps().entrySet()) {
            StepState step = entry.getValue();
            if (step.startedAt() != null) {
                boolean running = step.finishedAt() == null;
                Instant started = running ? Instant.now().minus(SINCE_STEP_BEGAN) : step.startedAt();
                Instant finished = running ? null : started.plus(usual.of(String.valueOf(entry.getKey())));
                stretched = stretched.withStep(entry.getKey(), new StepState(step.status(), started, finished,
                        step.check(), step.problem()));
            }
        }
        return stretched;
    }

    WaitInfo loadBalancerWait() {
        return journal.wait(LOAD_BALANCER, "wait.load-balancer");
    }

    LabState fourteenDone() {
        return asIfAtAwsPace(fourteenDone);
    }

    LabState asked() {
        return asIfAtAwsPace(asked);
    }

    LabState rejected() {
        LabState state = asked().withResource(ENDPOINT, was -> with(was, ResourceStatus.FAILED, "rejected", null));
        Problem problem = new Problem("EndpointRejected", "problem.endpoint-rejected.cause",
                "problem.endpoint-rejected.remedy", List.of(), "", "", "");
        return state.withStep(15, new StepState(StepState.Status.FAILED, state.changedAt(), state.changedAt(), null,
                problem));
    }

    LabState done() {
        return asIfAtAwsPace(lab.session().state());
    }

    /** The first step failed because AWS gives no further VPC. */
    LabState noMoreVpcs() {
        LabState state = fresh();
        Problem problem = new Problem("VpcLimitExceeded", "problem.quota.cause", "problem.quota.remedy",
                List.of("VPC"), "CreateVpc", "The maximum number of VPCs has been reached.",
                "5f6b7c3e-8d1a-4c62-9f0e-2b7d4a91c358");
        Instant now = state.createdAt();
        return state.withResource("service-vpc", was -> new ResourceState(was.specId(), ResourceStatus.FAILED, null,
                        null, Map.of(), null, problem, now, now, null, null))
                .withStep(1, new StepState(StepState.Status.FAILED, now, now.plusSeconds(2), null, problem));
    }

    /** Somebody changed a security group outside the lab. */
    LabState drifted() {
        Problem problem = new Problem("Drift", "problem.drift-differs.cause", "problem.drift-differs.remedy",
                List.of(done().resource("web-security-group-rules").awsId(),
                        "IpPermissions: tcp/80/0.0.0.0/0 → –"), "", "", "");
        return done().withResource("web-security-group-rules",
                was -> with(was, ResourceStatus.DRIFTED, null, problem));
    }

    /** The customer's side is gone, the load balancer is going. */
    LabState halfDeleted() {
        LabState state = done().withStep(LAST, new StepState(StepState.Status.RUNNING,
                Instant.now().minus(SINCE_STEP_BEGAN), null, null, null));
        for (ResourceSpec spec : lab.lab().resources()) {
            boolean gone = List.of("endpoint-connection", ENDPOINT, "customer-route", "endpoint-service-permission",
                    "endpoint-service", "customer-instance", "listener").contains(spec.id());
            boolean going = List.of(LOAD_BALANCER, "web-server").contains(spec.id());
            state = gone ? deleted(state, spec.id())
                    : going ? state.withResource(spec.id(), was -> with(was, ResourceStatus.DELETING, null, null))
                    : state;
        }
        return state;
    }

    /** A learner's own instance stands in the provider's subnet. */
    LabState heldByAnother() {
        LabState state = allDeleted();
        Problem problem = held(state.resource("service-subnet").awsId());
        for (String id : List.of("service-subnet", "service-vpc")) {
            state = state.withResource(id, was -> with(was, ResourceStatus.FAILED, null, problem));
        }
        return state.withStep(LAST, new StepState(StepState.Status.FAILED, end(), end().plusSeconds(312), null,
                problem));
    }

    private static Problem held(String subnet) {
        return new Problem("DependencyViolation", "problem.held-by-others.cause", "problem.held-by-others.remedy",
                List.of(subnet, "i-0c1d2e3f4a5b60718 (my-test)"), "DeleteSubnet", "The subnet '" + subnet
                + "' has dependencies and cannot be deleted.", "0d7f5c1e-42bb-4f0a-9a53-6f1f0a7be6c2");
    }

    /** What {@link #heldByAnother} leaves. */
    RunResult leftOver(LabState state) {
        String instance = "i-0c1d2e3f4a5b60718";
        String subnet = state.resource("service-subnet").awsId();
        String vpc = state.resource("service-vpc").awsId();
        return new RunResult(RunResult.Outcome.LEFT_OVER, List.of(held(subnet)), List.of(
                new Leftover("instance", instance, "running", "vpc",
                        "aws ec2 terminate-instances --instance-ids " + instance + " --region us-east-1"),
                new Leftover("subnet", subnet, "available", "tag",
                        "aws ec2 delete-subnet --subnet-id " + subnet + " --region us-east-1"),
                new Leftover("vpc", vpc, "available", "tag",
                        "aws ec2 delete-vpc --vpc-id " + vpc + " --region us-east-1")));
    }

    LabState allDeleted() {
        LabState state = done();
        for (ResourceSpec spec : lab.lab().resources()) {
            state = deleted(state, spec.id());
        }
        return state.withStep(LAST, new StepState(StepState.Status.DONE, end(), end().plusSeconds(312), null, null));
    }

    /** Lab time at which clean-up begins in these states. */
    Instant end() {
        return lab.session().state().resource("endpoint").readyAt().plus(Duration.ofMinutes(20));
    }

    private LabState deleted(LabState state, String id) {
        return state.withResource(id, was -> new ResourceState(id, ResourceStatus.DELETED, was.awsId(), null,
                was.attributes(), null, null, end(), was.intentAt(), was.readyAt(), end()));
    }

    private ResourceState with(ResourceState was, ResourceStatus status, String word, Problem problem) {
        return new ResourceState(was.specId(), status, was.awsId(), was.clientToken(), was.attributes(), word,
                problem, end(), was.intentAt(), was.readyAt(), null);
    }

    private Map<String, ResourceState> everything(UnaryOperator<ResourceState> change) {
        Map<String, ResourceState> changed = new LinkedHashMap<>();
        done().resources().forEach((id, state) -> changed.put(id, change.apply(state)));
        return changed;
    }

    /** A lab whose customer security group lets SSH in and nothing else; its check has failed. */
    RealLab troubled() {
        if (troubled == null) {
            try {
                troubled = new RealLab(home.resolve("troubled"), Map.of("step-14.sg-rules", "tcp/22/0.0.0.0/0"));
            } catch (IOException noPort) {
                throw new java.io.UncheckedIOException(noPort);
            }
            RunResult result = troubled.session().runTo(16, true).result().join();
            assertThat(result.outcome()).isEqualTo(RunResult.Outcome.FAILED);
        }
        return troubled;
    }

    LabState stopped() {
        return asIfAtAwsPace(troubled().session().state());
    }

    @Override
    public void close() {
        lab.close();
        if (troubled != null) {
            troubled.close();
        }
    }
}
