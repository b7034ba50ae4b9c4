package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import endpointlab.practice.world.Entities.ClientToken;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.ResourceTags;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Entities.VpcEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * One simulated AWS account in one Region: everything that exists in it. Every read and every change happens inside
 * {@link #locked}, so an operation sees and leaves a consistent world.
 *
 * <p>A world that is kept on disk (see {@link WorldStore}) returns from a {@code locked} that changed it only once
 * the change is saved, so that no answer of an operation is lost when the process is killed right after it.
 */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private long serial;
    private Instant moment;
    private volatile LongConsumer saved = version -> { };

    public final String accountId;
    public final String region;
    public final long seed;

    public final Table<Vpc> vpcs = new Table<>();
    public final Table<Subnet> subnets = new Table<>();
    public final Table<InternetGateway> internetGateways = new Table<>();
    public final Table<RouteTable> routeTables = new Table<>();
    public final Table<NetworkAcl> networkAcls = new Table<>();
    public final Table<SecurityGroup> securityGroups = new Table<>();
    public final Table<KeyPair> keyPairs = new Table<>();
    public final Table<NetworkInterface> networkInterfaces = new Table<>();
    public final Table<Instance> instances = new Table<>();
    public final Table<LoadBalancer> loadBalancers = new Table<>();
    public final Table<Listener> listeners = new Table<>();
    public final Table<TargetGroup> targetGroups = new Table<>();
    public final Table<EndpointService> endpointServices = new Table<>();
    public final Table<VpcEndpoint> vpcEndpoints = new Table<>();
    public final Table<ClientToken> clientTokens = new Table<>();

    /** By resource id (ARN for ELB); use {@link Tags} instead of this. */
    public final Table<ResourceTags> tags = new Table<>();

    public World(String accountId, String region, long seed) {
        this.accountId = accountId;
        this.region = region;
        this.seed = seed;
    }

    /**
     * Runs {@code work} while no other thread reads or changes the world. May be nested.
     *
     * @return what {@code work} returned, once any change it made is saved
     */
    public <T> T locked(Supplier<T> work) {
        T result;
        long before;
        long after;
        lock.lock();
        try {
            before = version();
            result = work.get();
            after = version();
        } finally {
            if (lock.getHoldCount() == 1) {
                moment = null;
            }
            lock.unlock();
        }
        if (after != before && !lock.isHeldByCurrentThread()) {
            saved.accept(after);
        }
        return result;
    }

    /** As {@link #locked(Supplier)}, for work without a result. */
    public void locked(Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    /**
     * The lab time, which stands still inside {@link #locked}: an operation happens at one moment, however slow the
     * processor and however fast the lab's clock are, so that its answer shows what it made as it was made.
     */
    Instant now(LabClock clock) {
        if (!lock.isHeldByCurrentThread()) {
            return clock.now();
        }
        if (moment == null) {
            moment = clock.now();
        }
        return moment;
    }

    /** How many changes were made so far; grows with every change. Call it inside {@link #locked}. */
    public long version() {
        long changes = 0;
        for (Table<?> table : tables()) {
            changes += table.changes();
        }
        return changes;
    }

    /** The next number of the sequence that ids are made from. Call it inside {@link #locked}. */
    long nextSerial() {
        return ++serial;
    }

    long serial() {
        return serial;
    }

    void continueAt(long lastSerial) {
        serial = lastSerial;
    }

    /** @param waiter returns once the version given to it, or a later one, is saved */
    void savedBy(LongConsumer waiter) {
        saved = waiter;
    }

    private List<Table<?>> tables() {
        return List.of(vpcs, subnets, internetGateways, routeTables, networkAcls, securityGroups, keyPairs,
                networkInterfaces, instances, loadBalancers, listeners, targetGroups, endpointServices, vpcEndpoints,
                clientTokens, tags);
    }
}
