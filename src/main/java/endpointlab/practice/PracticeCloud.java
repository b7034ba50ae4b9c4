package endpointlab.practice;

import endpointlab.clock.LabClock;
import endpointlab.network.Flow;
import endpointlab.network.NameResolver;
import endpointlab.network.NetworkSnapshot;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.ec2.DefaultVpc;
import endpointlab.practice.ec2.Ec2Operations;
import endpointlab.practice.ec2.MachineSpecs;
import endpointlab.practice.elb.ElbOperations;
import endpointlab.practice.elb.HealthChecker;
import endpointlab.practice.fault.FaultScript;
import endpointlab.practice.fault.Faults;
import endpointlab.practice.internet.DaemonThreads;
import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.internet.SocksServer;
import endpointlab.practice.machine.MachinePark;
import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.machine.Machines;
import endpointlab.practice.policy.Policy;
import endpointlab.practice.policy.PolicyGuard;
import endpointlab.practice.privatelink.PrivateLinkOperations;
import endpointlab.practice.sts.StsOperations;
import endpointlab.practice.wire.ApiServer;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.wire.PracticeCredentials;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.SnapshotBuilder;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Visibility;
import endpointlab.practice.world.World;
import endpointlab.practice.world.WorldStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/**
 * An AWS of our own, in this process: EC2, ELBv2 and STS on loopback HTTP for real SDK clients, a practice internet
 * behind a SOCKS5 proxy, and machines with real SSH and web servers. One simulated account in one Region. Everything
 * listens on 127.0.0.1 only and nothing dials the real network.
 */
public final class PracticeCloud implements AutoCloseable {

    private final StartedParts started = new StartedParts();
    private final Cloud cloud;
    private final SnapshotBuilder snapshots;
    private final ReachabilityJudge judge = new ReachabilityJudge();
    private final PracticeCredentials credentials = NewCredentials.random();
    private final Faults faults;
    private final PolicyGuard guard;
    private final ApiServer api;
    private final SocksServer socks;

    private PracticeCloud(PracticeOptions options, RequestInterceptor interceptor) throws IOException {
        try {
            WorldStore store = started.add(WorldStore.open(options.directory().resolve("world.json"),
                    () -> new World(accountId(options.seed()), options.region(), options.seed()), options.pace()));
            LabClock clock = store.clock();
            cloud = new Cloud(store.world(), clock, store.timing(),
                    new Visibility(false, store.world().seed, clock));
            snapshots = new SnapshotBuilder(cloud.world);
            faults = new Faults(cloud, StsOperations.userArn(cloud.world));
            guard = new PolicyGuard(cloud, StsOperations.userArn(cloud.world));
            if (store.isNew()) {
                DefaultVpc.createIn(cloud);
            }
            DataPlane plane = started.add(new DataPlane(this::network, judge, new NameResolver(), clock));
            MachinePark machines = started.add(new MachinePark(plane, clock, store.timing(), cloud.world.region,
                    options.directory().resolve("machines")));
            machines.restore();
            agree(machines);
            ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                    DaemonThreads.named("practice-health"));
            started.add(scheduler::shutdownNow);
            started.add(HealthChecker.start(cloud, machines, scheduler));
            api = started.add(startApi(options, interceptor, machines));
            socks = started.add(SocksServer.start(plane, clock, options.socksPort()));
        } catch (IOException | RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    /**
     * Starts a practice cloud: a new one, or the one that the directory holds, which has aged meanwhile.
     *
     * @throws IOException if a port is taken, or the directory can't be read or written
     */
    public static PracticeCloud start(PracticeOptions options) throws IOException {
        return new PracticeCloud(options, RequestInterceptor.none());
    }

    /** As {@link #start(PracticeOptions)}, with something that looks at every call first. */
    public static PracticeCloud start(PracticeOptions options, RequestInterceptor interceptor) throws IOException {
        return new PracticeCloud(options, interceptor);
    }

    /** A kill may have come between saving an instance and booting (or powering off) its machine. */
    private void agree(MachinePark machines) {
        List<MachineSpec> living = MachineSpecs.ofLiving(cloud.world);
        Set<String> wanted = living.stream().map(MachineSpec::instanceId).collect(Collectors.toSet());
        List<String> there = machines.instanceIds();
        there.stream().filter(id -> !wanted.contains(id)).forEach(machines::terminate);
        living.stream().filter(spec -> !there.contains(spec.instanceId())).forEach(machines::launch);
    }

    /** Twelve digits, as AWS's account ids. */
    private static String accountId(long seed) {
        return String.valueOf(new SplittableRandom(seed).nextLong(100_000_000_000L, 1_000_000_000_000L));
    }

    private ApiServer startApi(PracticeOptions options, RequestInterceptor interceptor, Machines machines)
            throws IOException {
        OperationTable ec2 = new OperationTable();
        Ec2Operations.register(ec2, cloud, machines);
        PrivateLinkOperations.register(ec2, cloud);
        OperationTable elb = new OperationTable();
        ElbOperations.register(elb, cloud);
        OperationTable sts = new OperationTable();
        StsOperations.register(sts, cloud.world);
        return ApiServer.builder(cloud.world.region, credentials)
                .operations(AwsService.EC2, ec2)
                .operations(AwsService.ELB, elb)
                .operations(AwsService.STS, sts)
                .port(options.apiPort())
                .interceptor(new Interceptors(List.of(interceptor, faults, guard)))
                .clock(faults.clock())
                .start();
    }

    /** Where SDK clients point their endpoint override, for all three services. */
    public URI endpoint() {
        return api.endpoint();
    }

    /** The practice internet's SOCKS5 proxy. */
    public InetSocketAddress socks() {
        return new InetSocketAddress("127.0.0.1", socks.port());
    }

    public PracticeCredentials credentials() {
        return credentials;
    }

    public String region() {
        return cloud.world.region;
    }

    public LabClock clock() {
        return cloud.clock;
    }

    /** Switches a fault script on, from the next call on, in place of the one before. */
    public void faults(FaultScript script) {
        faults.switchTo(script);
    }

    /**
     * Puts the one user under a policy, from the next call on. Before, and after {@link Policy#allowEverything}, the
     * user may do everything.
     */
    public void enforce(Policy policy) {
        guard.enforce(policy);
    }

    /** The public address that the learner's laptop has in the practice internet. */
    public void setLaptopAddress(String publicIp) {
        socks.setClientAddress(publicIp);
    }

    /** As {@link #setLaptopAddress} set it last. */
    public String laptopAddress() {
        return socks.clientAddress();
    }

    /** The network as it is now. */
    public NetworkSnapshot network() {
        return cloud.world.locked(() -> snapshots.at(cloud.now()));
    }

    /** The way that a connection would take through the network as it is now. */
    public Path way(Flow flow) {
        return judge.judge(network(), flow);
    }

    /** How long each resource was given for each of its changes, in lab time, oldest first. */
    public List<Timing.Drawn> transitions() {
        return cloud.timing.drawn();
    }

    /** How often each action was called since the start, by IAM's name such as {@code ec2:CreateVpc}. */
    public Map<String, Long> calls() {
        return api.calls();
    }

    /** Ends all servers and machines; the world is saved and goes on ageing. */
    @Override
    public void close() {
        started.close();
    }
}
