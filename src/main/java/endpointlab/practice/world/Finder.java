package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Vpc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the resources that a request names by id, or answers as EC2 does for an id that does not exist. Use inside
 * {@link World#locked}. Every method throws {@link AwsException}: {@code MissingParameter} for {@code null}, and
 * {@code Invalid….NotFound}.
 */
public final class Finder {

    private final Cloud cloud;
    private final Visibility visibility;

    Finder(Cloud cloud, Visibility visibility) {
        this.cloud = cloud;
        this.visibility = visibility;
    }

    /** Whether the present call sees a resource made at that time, see {@link Visibility#sees}. */
    public boolean sees(Instant createdAt) {
        return visibility.sees(createdAt);
    }

    /**
     * What a Describe is about: the rows named by id, or all that the present call sees.
     *
     * @param ids empty if the request names none
     */
    public <E> List<E> rows(List<String> ids, Function<String, E> byId, List<E> all,
                            Function<E, Instant> createdAt) {
        if (ids.isEmpty()) {
            return all.stream().filter(row -> visibility.sees(createdAt.apply(row))).toList();
        }
        return ids.stream().distinct().map(byId).toList();
    }

    public Vpc vpc(String id) {
        return find(id, "vpcId", cloud.world.vpcs.find(key(id)), Vpc::createdAt, NotFound::vpc);
    }

    public Subnet subnet(String id) {
        return find(id, "subnetId", cloud.world.subnets.find(key(id)), Subnet::createdAt, NotFound::subnet);
    }

    public InternetGateway internetGateway(String id) {
        return find(id, "internetGatewayId", cloud.world.internetGateways.find(key(id)),
                InternetGateway::createdAt, NotFound::internetGateway);
    }

    public RouteTable routeTable(String id) {
        return find(id, "routeTableId", cloud.world.routeTables.find(key(id)), RouteTable::createdAt,
                NotFound::routeTable);
    }

    public SecurityGroup securityGroup(String id) {
        return find(id, "groupId", cloud.world.securityGroups.find(key(id)), SecurityGroup::createdAt,
                NotFound::securityGroup);
    }

    public NetworkAcl networkAcl(String id) {
        return find(id, "networkAclId", cloud.world.networkAcls.find(key(id)), acl -> Instant.EPOCH,
                NotFound::networkAcl);
    }

    public NetworkInterface networkInterface(String id) {
        Optional<NetworkInterface> found = cloud.world.networkInterfaces.find(key(id))
                .filter(one -> !cloud.passed(one.releasedAt()));
        return find(id, "networkInterfaceId", found, NetworkInterface::createdAt, NotFound::networkInterface);
    }

    /** An instance is found until an hour after it was terminated. */
    public Instance instance(String id) {
        Optional<Instance> found = cloud.world.instances.find(key(id))
                .filter(instance -> !InstanceStates.isForgotten(instance, cloud.now()));
        return find(id, "instanceId", found, Instance::launchedAt, NotFound::instance);
    }

    private <E> E find(String id, String parameter, Optional<E> found, Function<E, Instant> createdAt,
                       Function<String, AwsException> notFound) {
        Invalid.required(id, parameter);
        return found.filter(entity -> visibility.sees(createdAt.apply(entity)))
                .orElseThrow(() -> notFound.apply(id));
    }

    private static String key(String id) {
        return id == null ? "" : id;
    }
}
