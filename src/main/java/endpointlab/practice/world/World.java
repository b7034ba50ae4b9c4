package endpointlab.practice.world;

import endpointlab.practice.world.Entities.ClientToken;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Entities.VpcEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One simulated AWS account in one Region: everything that exists in it. Every read and every change happens inside
 * {@link #locked}, so an operation sees and leaves a consistent world.
 */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();

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

    /** Tags by resource id (ARN for ELB), each in order of creation. */
    public final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

    public World(String accountId, String region, long seed) {
        this.accountId = accountId;
        this.region = region;
        this.seed = seed;
    }

    /** Runs {@code work} while no other thread reads or changes the world. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
