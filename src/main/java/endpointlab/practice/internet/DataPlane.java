package endpointlab.practice.internet;

import endpointlab.clock.LabClock;
import endpointlab.ip.Ipv4;
import endpointlab.network.Flow;
import endpointlab.network.NameResolver;
import endpointlab.network.NetworkSnapshot;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.internet.ConnectFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Opens connections of the practice internet: asks the judge about the world as it is now, and bridges what may pass
 * to the real server on loopback. Nothing on the real network is ever dialled: of the hosts outside the VPCs only
 * {@link InternetHosts} answer.
 *
 * <p>As in AWS, a rule that changes is seen by new connections; those that are open go on, unless an instance at one
 * of their ends is terminated. Safe for use by any thread.
 */
public final class DataPlane implements AutoCloseable {

    /** How long Linux tries to connect with its default of six repeated SYN packets, in lab time. */
    public static final Duration LINUX_CONNECT_TIMEOUT = Duration.ofSeconds(127);

    private final Supplier<NetworkSnapshot> snapshots;
    private final ReachabilityJudge judge;
    private final NameResolver resolver;
    private final LabClock clock;
    private final Listeners listeners = new Listeners();
    private final Announcements announcements = new Announcements();
    private final Dialer dialer = new Dialer(announcements);
    private final InternetHosts hosts;

    /** @param snapshots gives the network as it is at the moment it is asked */
    public DataPlane(Supplier<NetworkSnapshot> snapshots, ReachabilityJudge judge, NameResolver resolver,
                     LabClock clock) {
        this.snapshots = snapshots;
        this.judge = judge;
        this.resolver = resolver;
        this.clock = clock;
        this.hosts = new InternetHosts(announcements);
    }

    /** How a caller lets lab time pass while nobody answers. */
    @FunctionalInterface
    public interface Pause {

        /** @throws IOException if the caller no longer wants the connection */
        void sleep(Duration lab) throws InterruptedException, IOException;
    }

    public Listeners listeners() {
        return listeners;
    }

    public Announcements announcements() {
        return announcements;
    }

    /** As {@link #connect(Flow.Source, String, int, Duration, Pause)}, sleeping on the lab clock. */
    public Connection connect(Flow.Source source, String host, int port, Duration timeout)
            throws ConnectFailure, IOException, InterruptedException {
        return connect(source, host, port, timeout, clock::sleep);
    }

    /**
     * Opens a TCP connection. While nobody answers it asks again whenever Linux would repeat its SYN packet, so a
     * rule that is added meanwhile lets it through.
     *
     * @param host    IPv4 literal or DNS name
     * @param timeout how long to wait for an answer, in lab time
     * @throws ConnectFailure if it could not be opened
     */
    public Connection connect(Flow.Source source, String host, int port, Duration timeout, Pause pause)
            throws ConnectFailure, IOException, InterruptedException {
        Instant started = clock.now();
        SynSchedule schedule = new SynSchedule(timeout);
        while (true) {
            Optional<Connection> connection = attempt(source, host, port, started);
            if (connection.isPresent()) {
                return connection.get();
            }
            Optional<Duration> next = schedule.nextPause();
            if (next.isEmpty()) {
                throw new ConnectFailure(Kind.TIMED_OUT, host, port, timeout);
            }
            pause.sleep(next.get());
        }
    }

    private Optional<Connection> attempt(Flow.Source source, String host, int port, Instant started)
            throws ConnectFailure, IOException {
        Path.Outcome outcome = outcome(Flow.tcp(source, host, port));
        if (outcome instanceof Path.Delivered delivered) {
            OptionalInt at = listeners.loopbackPort(delivered.instanceId(), delivered.port());
            return Optional.of(dial(source, host, port, at, delivered.sourceSeen(), delivered.instanceId(), started));
        }
        if (outcome instanceof Path.Left left) {
            OptionalInt at = hosts.loopbackPort(host, port);
            return hosts.isKnown(host)
                    ? Optional.of(dial(source, host, port, at, left.sourceSeen(), instanceOf(source), started))
                    : Optional.empty();
        }
        if (outcome instanceof Path.Dropped) {
            return Optional.empty();
        }
        Kind kind = outcome instanceof Path.Unresolvable ? Kind.UNRESOLVABLE : Kind.REFUSED;
        throw new ConnectFailure(kind, host, port, since(started));
    }

    private Connection dial(Flow.Source source, String host, int port, OptionalInt at, String sourceSeen,
                            String instanceId, Instant started) throws ConnectFailure, IOException {
        if (at.isEmpty()) {
            throw new ConnectFailure(Kind.REFUSED, host, port, since(started));
        }
        String address = resolve(source, host).stream().findFirst().orElse(host);
        Dialer.Call call = new Dialer.Call(at.getAsInt(), address, sourceSeen, instanceId, instanceOf(source));
        return dialer.dial(call, since(started))
                .orElseThrow(() -> new ConnectFailure(Kind.REFUSED, host, port, since(started)));
    }

    /**
     * Opens a connection that never leaves the host of an instance: to its own processes or to the metadata service.
     *
     * @param sourceSeen source address that the service sees
     * @param at         where the service really listens on loopback; empty if it doesn't
     * @throws ConnectFailure if nothing listens
     */
    public Connection connectWithinHost(Flow.FromInstance source, String sourceSeen, String address, int port,
                                        OptionalInt at) throws ConnectFailure, IOException {
        String instanceId = source.instanceId();
        if (at.isEmpty()) {
            throw new ConnectFailure(Kind.REFUSED, address, port, Duration.ZERO);
        }
        Dialer.Call call = new Dialer.Call(at.getAsInt(), address, sourceSeen, instanceId, instanceId);
        return dialer.dial(call, Duration.ZERO)
                .orElseThrow(() -> new ConnectFailure(Kind.REFUSED, address, port, Duration.ZERO));
    }

    /** What becomes of a flow now. */
    public Path.Outcome outcome(Flow flow) {
        return judge.judge(snapshots.get(), flow).outcome();
    }

    /** Whether a connection to a host on the internet would get out and its answers back. */
    public boolean reachesInternet(Flow.Source source, String host, int port) {
        return outcome(Flow.tcp(source, host, port)) instanceof Path.Left;
    }

    /** What the name resolver answers to somebody at {@code source}; empty if the name has no address. */
    public List<String> resolve(Flow.Source source, String name) {
        if (Ipv4.isValid(name)) {
            return List.of(name);
        }
        NetworkSnapshot snapshot = snapshots.get();
        return vpcOf(snapshot, source).map(vpcId -> resolver.fromVpc(snapshot, vpcId, name))
                .orElseGet(() -> resolver.fromInternet(snapshot, name));
    }

    /** The network interface of an instance as it is now. */
    public Optional<NetworkSnapshot.NetworkInterface> interfaceOf(String instanceId) {
        NetworkSnapshot snapshot = snapshots.get();
        return Optional.ofNullable(snapshot.instances().get(instanceId))
                .map(instance -> snapshot.networkInterfaces().get(instance.networkInterfaceId()));
    }

    /** The subnet of an instance as it is now. */
    public Optional<NetworkSnapshot.Subnet> subnetOf(String instanceId) {
        return interfaceOf(instanceId).map(eni -> snapshots.get().subnets().get(eni.subnetId()));
    }

    /** Ends every connection from or to the instance. */
    public void cut(String instanceId) {
        listeners.closeAll(instanceId);
        dialer.cut(instanceId);
    }

    @Override
    public void close() {
        dialer.close();
        hosts.close();
    }

    private Optional<String> vpcOf(NetworkSnapshot snapshot, Flow.Source source) {
        return source instanceof Flow.FromInstance
                ? interfaceOf(instanceOf(source)).map(NetworkSnapshot.NetworkInterface::vpcId)
                : Optional.empty();
    }

    private Duration since(Instant started) {
        return Duration.between(started, clock.now());
    }

    private static String instanceOf(Flow.Source source) {
        return source instanceof Flow.FromInstance instance ? instance.instanceId() : "";
    }
}
