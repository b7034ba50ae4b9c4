package endpointlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.lab.CheckResult;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A practice cloud and sessions on it, one after the other, that share what would be on disk. */
final class PracticeLab implements AutoCloseable {

    static final String RUN = "test0run";

    final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    final TestCloud cloud;
    final AwsConnection aws;
    final Path directory;
    final List<LabState> saved = Collections.synchronizedList(new ArrayList<>());
    final List<CallSummary> calls = Collections.synchronizedList(new ArrayList<>());
    final List<WaitInfo> waits = Collections.synchronizedList(new ArrayList<>());
    final List<Probe> probes = new ArrayList<>(List.of(new SeenProbe("http-page"), new SeenProbe("ssh-curl")));
    final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test-worker");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicInteger savesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final List<LabSession> sessions = new ArrayList<>();

    PracticeLab(Path directory) throws IOException {
        this(directory, Pace.INSTANT);
    }

    PracticeLab(Path directory, Pace pace) throws IOException {
        this.directory = directory;
        this.cloud = new TestCloud(pace);
        this.aws = AwsConnection.to(cloud.endpoint(), "us-east-1", TestCloud.CREDENTIALS.accessKeyId(),
                TestCloud.CREDENTIALS.secretAccessKey());
    }

    /** A session on the state as last saved, as after a start of the program. */
    LabSession open() {
        return open(lastSaved());
    }

    LabSession open(LabState state) {
        LabSession session = new LabSession(new LabSession.Parts(lab, state, this::save, aws, new Keys(), probes,
                cloud.clock, workers));
        session.addListener(new LabListener() {
            @Override
            public void called(CallSummary call) {
                calls.add(call);
            }

            @Override
            public void waiting(WaitInfo wait) {
                waits.add(wait);
            }
        });
        sessions.add(session);
        return session;
    }

    LabState lastSaved() {
        synchronized (saved) {
            return saved.isEmpty() ? LabSession.newState(lab, RUN, "practice", "us-east-1", 7, "", Map.of())
                    : saved.get(saved.size() - 1);
        }
    }

    static RunResult result(RunHandle handle) {
        try {
            return handle.result().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    static RunResult done(RunHandle handle) {
        RunResult result = result(handle);
        assertThat(result.problems()).isEmpty();
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
        return result;
    }

    ResourceStatus status(String specId) {
        return lastSaved().resource(specId).status();
    }

    /** Everything after this many saves is lost, as if the program had been killed. */
    void killAfter(int saves) {
        savesLeft.set(saves);
    }

    private void save(LabState state) throws IOException {
        if (savesLeft.getAndDecrement() <= 0) {
            throw new IOException("killed");
        }
        saved.add(state);
    }

    /** Of everything that the lab makes there is exactly what it should make. */
    void assertMadeOnce() {
        assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(3);
        assertThat(aws.ec2().describeInternetGateways().internetGateways()).hasSize(3);
        assertThat(aws.ec2().describeRouteTables().routeTables()).hasSize(5);
        assertThat(aws.ec2().describeSecurityGroups().securityGroups()).hasSize(5);
        assertThat(aws.ec2().describeSubnets(request -> request.filters(filter -> filter.name("tag:LabRun")
                .values(RUN))).subnets()).hasSize(2);
        assertThat(aws.ec2().describeKeyPairs().keyPairs()).hasSize(1);
        assertThat(aws.ec2().describeInstances().reservations()).flatMap(one -> one.instances()).hasSize(2);
        assertThat(aws.ec2().describeVpcEndpoints().vpcEndpoints()).hasSize(1);
        assertThat(aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations()).hasSize(1);
        assertThat(aws.elb().describeLoadBalancers().loadBalancers()).hasSize(1);
        assertThat(aws.elb().describeTargetGroups().targetGroups()).hasSize(1);
    }

    /** A fresh account has its default VPC and nothing else. */
    void assertOnlyTheAccountsOwnIsLeft() {
        assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(1);
        assertThat(aws.ec2().describeInternetGateways().internetGateways()).hasSize(1);
        assertThat(aws.ec2().describeRouteTables().routeTables()).hasSize(1);
        assertThat(aws.ec2().describeSecurityGroups().securityGroups()).hasSize(1);
        assertThat(aws.ec2().describeKeyPairs().keyPairs()).isEmpty();
        assertThat(aws.ec2().describeNetworkInterfaces().networkInterfaces()).isEmpty();
        assertThat(aws.ec2().describeInstances().reservations()).flatMap(one -> one.instances())
                .allMatch(one -> one.state().nameAsString().equals("terminated"));
        assertThat(aws.ec2().describeVpcEndpoints().vpcEndpoints())
                .allMatch(one -> one.stateAsString().equals("deleted"));
        assertThat(aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations()).isEmpty();
        assertThat(aws.elb().describeLoadBalancers().loadBalancers()).isEmpty();
        assertThat(aws.elb().describeTargetGroups().targetGroups()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    long count(String action) {
        return cloud.calls().entrySet().stream().filter(call -> call.getKey().endsWith(":" + action))
                .mapToLong(Map.Entry::getValue).sum();
    }

    @Override
    public void close() {
        sessions.forEach(LabSession::close);
        aws.close();
        workers.shutdownNow();
        cloud.close();
    }

    /** Looks at nothing and says that all is as expected; what it was asked is kept. */
    static final class SeenProbe implements Probe {

        private final String kind;
        final List<ProbeRequest> requests = Collections.synchronizedList(new ArrayList<>());
        volatile Optional<Problem> problem = Optional.empty();
        volatile Consumer<ProbeRequest> before = request -> { };

        SeenProbe(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public CheckResult run(ProbeRequest request) {
            requests.add(request);
            before.accept(request);
            return new CheckResult("look", 0, "page", "page", "", "");
        }

        @Override
        public Optional<Problem> verdict(ProbeRequest request, CheckResult result) {
            return problem;
        }
    }

    private final class Keys implements KeyFiles {

        @Override
        public Path save(String name, String privateKey) throws IOException {
            return Files.writeString(directory.resolve(name), privateKey, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Path> find(String name) {
            return Optional.of(directory.resolve(name)).filter(Files::exists);
        }

        @Override
        public void delete(String name) throws IOException {
            Files.deleteIfExists(directory.resolve(name));
        }
    }
}
