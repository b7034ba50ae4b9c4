package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Finder;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.ResourceTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** EC2's taggable resources: an id's prefix tells the type, and the type how to look the id up. */
final class TaggedResources {

    private final Cloud cloud;
    private final Map<String, BiConsumer<Finder, String>> looks = new HashMap<>();

    TaggedResources(Cloud cloud) {
        this.cloud = cloud;
        looks.put("vpc", (finder, id) -> finder.vpc(id));
        looks.put("subnet", (finder, id) -> finder.subnet(id));
        looks.put("internet-gateway", (finder, id) -> finder.internetGateway(id));
        looks.put("route-table", (finder, id) -> finder.routeTable(id));
        looks.put("network-acl", (finder, id) -> finder.networkAcl(id));
        looks.put("security-group", (finder, id) -> finder.securityGroup(id));
        looks.put("security-group-rule", (finder, id) -> rule(id));
        looks.put("network-interface", (finder, id) -> finder.networkInterface(id));
        looks.put("instance", (finder, id) -> finder.instance(id));
        looks.put("volume", (finder, id) -> volume(id));
        looks.put("key-pair", (finder, id) -> keyPair(id));
        looks.put("vpc-endpoint", (finder, id) -> vpcEndpoint(id));
        looks.put("vpc-endpoint-service", (finder, id) -> endpointService(id));
    }

    /** AWS's name for the type of resource that has such an id; empty if it is none of EC2's. */
    Optional<String> typeOf(String id) {
        return ResourceTypes.ofId(id);
    }

    /** @throws AwsException {@code InvalidID} or {@code Invalid….NotFound} */
    void require(String id, Finder finder) {
        String type = typeOf(id).orElseThrow(() -> new AwsException("InvalidID", "The ID '" + id + "' is not valid"));
        looks.get(type).accept(finder, id);
    }

    /** Whether there is such a resource, be it in a state such as {@code terminated}. */
    boolean exists(String id) {
        try {
            require(id, cloud.findSurely);
            return true;
        } catch (AwsException gone) {
            return false;
        }
    }

    private void rule(String id) {
        new SecurityGroups(cloud).ofRule(id);
    }

    private void volume(String id) {
        if (cloud.world.instances.where((Instance one) -> id.equals(one.volumeId())
                && !cloud.passed(one.terminatedAt())).isEmpty()) {
            throw NotFound.volume(id);
        }
    }

    private void keyPair(String id) {
        if (cloud.world.keyPairs.find(id).isEmpty()) {
            throw NotFound.keyPair(id);
        }
    }

    private void vpcEndpoint(String id) {
        if (cloud.world.vpcEndpoints.find(id).filter(one -> !cloud.passed(one.deletedAt())).isEmpty()) {
            throw NotFound.vpcEndpoint(id);
        }
    }

    private void endpointService(String id) {
        if (cloud.world.endpointServices.find(id).filter(one -> !cloud.passed(one.deletedAt())).isEmpty()) {
            throw NotFound.endpointService(id);
        }
    }
}
