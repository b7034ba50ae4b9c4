package endpointlab.run;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.network.Flow;
import endpointlab.practice.ec2.DefaultVpc;
import endpointlab.practice.ec2.Ec2Operations;
import endpointlab.practice.elb.ElbOperations;
import endpointlab.practice.elb.HealthChecker;
import endpointlab.practice.fault.Faults;
import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.machine.Machines;
import endpointlab.practice.privatelink.PrivateLinkOperations;
import endpointlab.practice.sts.StsOperations;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.ApiServer;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.wire.PracticeCredentials;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Visibility;
import endpointlab.practice.world.World;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** The practice cloud's API with its eventual consistency, and machines that serve as soon as they run. */
public final class TestCloud implements AutoCloseable {

    public static final PracticeCredentials CREDENTIALS =
            new PracticeCredentials("AKIAPRACTICE00000000", "practice/secret+of=nobody");

    public final World world = new World("123456789012", "us-east-1", 7);
    public final LabClock clock;
    public final Timing timing = new Timing(7);
    /** What the faults are told of; switch them on with {@link Faults#switchTo}. */
    public final Faults faults;
    public final AtomicReference<RequestInterceptor> interceptor = new AtomicReference<>(RequestInterceptor.none());

    /** Whether machines that are up listen; yes unless a test says otherwise. */
    public final AtomicReference<BooleanSupplier> listening = new AtomicReference<>(() -> true);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(TestCloud::daemon);
    private final HealthChecker health;
    private final ApiServer api;

    public TestCloud(Pace pace) throws IOException {
        clock = LabClock.startingNow(pace);
        Cloud cloud = new Cloud(world, clock, timing, new Visibility(false, 7, clock));
        DefaultVpc.createIn(cloud);
        faults = new Faults(cloud, StsOperations.userArn(world));
        Machines machines = new ServingMachines();
        OperationTable ec2 = new OperationTable();
        Ec2Operations.register(ec2, cloud, machines);
        PrivateLinkOperations.register(ec2, cloud);
        OperationTable elb = new OperationTable();
        ElbOperations.register(elb, cloud);
        OperationTable sts = new OperationTable();
        StsOperations.register(sts, world);
        health = HealthChecker.start(cloud, machines, scheduler);
        api = ApiServer.builder(world.region, CREDENTIALS).operations(AwsService.EC2, ec2)
                .operations(AwsService.ELB, elb).operations(AwsService.STS, sts)
                .interceptor(new Both()).clock(faults.clock()).start();
    }

    /** The faults, and inside of them what a test looks at calls with. */
    private final class Both implements RequestInterceptor {

        @Override
        public void before(ApiCall call) throws InterruptedException {
            interceptor.get().before(call);
        }

        @Override
        public SdkPojo around(ApiCall call, Operation operation) throws InterruptedException {
            return faults.around(call, () -> interceptor.get().around(call, operation));
        }
    }

    public URI endpoint() {
        return api.endpoint();
    }

    /** How often each action was called, by IAM's name such as {@code ec2:CreateVpc}. */
    public Map<String, Long> calls() {
        return api.calls();
    }

    @Override
    public void close() {
        health.close();
        api.close();
        scheduler.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "test-cloud");
        thread.setDaemon(true);
        return thread;
    }

    private final class ServingMachines implements Machines {

        private final Set<String> up = ConcurrentHashMap.newKeySet();

        @Override
        public void launch(MachineSpec spec) {
            up.add(spec.instanceId());
        }

        @Override
        public void terminate(String instanceId) {
            up.remove(instanceId);
        }

        @Override
        public String consoleOutput(String instanceId) {
            return "console of " + instanceId;
        }

        @Override
        public boolean isListening(String instanceId, int port) {
            return up.contains(instanceId) && listening.get().getAsBoolean();
        }

        @Override
        public OptionalInt httpStatus(Flow flow, String path) {
            return OptionalInt.empty();
        }
    }
}
