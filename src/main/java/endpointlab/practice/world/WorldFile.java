package endpointlab.practice.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The content of a world's file: all of the world at one moment.
 *
 * @param format   number of this form, to tell files of other versions
 * @param serial   last number of the sequence that ids are made from
 * @param pace     lab seconds per wall second while it was saved
 * @param labTime  lab time of the moment
 * @param wallTime wall time of the moment
 * @param drawn    all durations drawn so far
 */
record WorldFile(int format, String accountId, String region, long seed, long serial, double pace, Instant labTime,
                 Instant wallTime, List<Vpc> vpcs, List<Subnet> subnets, List<InternetGateway> internetGateways,
                 List<RouteTable> routeTables, List<NetworkAcl> networkAcls, List<SecurityGroup> securityGroups,
                 List<KeyPair> keyPairs, List<NetworkInterface> networkInterfaces, List<Instance> instances,
                 List<LoadBalancer> loadBalancers, List<Listener> listeners, List<TargetGroup> targetGroups,
                 List<EndpointService> endpointServices, List<VpcEndpoint> vpcEndpoints,
                 List<ClientToken> clientTokens, List<ResourceTags> tags, List<Timing.Drawn> drawn) {

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The world as it is now; call it inside {@link World#locked}. */
    static WorldFile of(World world, LabClock clock, Timing timing) {
        return new WorldFile(FORMAT, world.accountId, world.region, world.seed, world.serial(),
                clock.pace().factor(), clock.now(), Instant.now(), world.vpcs.all(), world.subnets.all(),
                world.internetGateways.all(), world.routeTables.all(), world.networkAcls.all(),
                world.securityGroups.all(), world.keyPairs.all(), world.networkInterfaces.all(),
                world.instances.all(), world.loadBalancers.all(), world.listeners.all(), world.targetGroups.all(),
                world.endpointServices.all(), world.vpcEndpoints.all(), world.clientTokens.all(),
                world.tags.all(), timing.drawn());
    }

    World toWorld() {
        World world = new World(accountId, region, seed);
        world.continueAt(serial);
        fill(world.vpcs, vpcs);
        fill(world.subnets, subnets);
        fill(world.internetGateways, internetGateways);
        fill(world.routeTables, routeTables);
        fill(world.networkAcls, networkAcls);
        fill(world.securityGroups, securityGroups);
        fill(world.keyPairs, keyPairs);
        fill(world.networkInterfaces, networkInterfaces);
        fill(world.instances, instances);
        fill(world.loadBalancers, loadBalancers);
        fill(world.listeners, listeners);
        fill(world.targetGroups, targetGroups);
        fill(world.endpointServices, endpointServices);
        fill(world.vpcEndpoints, vpcEndpoints);
        fill(world.clientTokens, clientTokens);
        fill(world.tags, tags);
        return world;
    }

    /** @param rows {@code null} if the file was saved by a version that did not know the table */
    private static <E extends Entity> void fill(Table<E> table, List<E> rows) {
        if (rows != null) {
            rows.forEach(table::put);
        }
    }

    /** As JSON in UTF-8. */
    byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException ourOwnRecords) {
            throw new IllegalStateException(ourOwnRecords);
        }
    }

    /** @throws IOException if it is no world's file, or one of another version */
    static WorldFile fromBytes(byte[] content) throws IOException {
        WorldFile read = JSON.readValue(content, WorldFile.class);
        if (read == null || read.format != FORMAT || read.accountId == null || read.region == null
                || read.labTime == null || read.wallTime == null || read.drawn == null) {
            throw new IOException("not a world of format " + FORMAT);
        }
        return read;
    }
}
