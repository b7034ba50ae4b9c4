package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Finder;
import endpointlab.practice.world.NotFound;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** EC2's taggable resources: an id's prefix tells the type, and the type how to look the id up. */
final class TaggedResources {

    private final Cloud cloud;
    private final Map<String, Kind> kinds = new HashMap<>();

    TaggedResources(Cloud cloud) {
        this.cloud = cloud;
        kinds.put("vpc", new Kind("vpc", (finder, id) -> finder.vpc(id)));
        kinds.put("subnet", new Kind("subnet", (finder, id) -> finder.subnet(id)));
        kinds.put("igw", new Kind("internet-gateway", (finder, id) -> finder.internetGateway(id)));
        kinds.put("rtb", new Kind("route-table", (finder, id) -> finder.routeTable(id)));
        kinds.put("acl", new Kind("network-acl", (finder, id) -> finder.networkAcl(id)));
        kinds.put("sg", new Kind("security-group", (finder, id) -> finder.securityGroup(id)));
        kinds.put("sgr", new Kind("security-group-rule", (finder, id) -> rule(id)));
        kinds.put("eni", new Kind("network-interface", (finder, id) -> finder.networkInterface(id)));
        kinds.put("i", new Kind("instance", (finder, id) -> finder.instance(id)));
        kinds.put("vol", new Kind("volume", (finder, id) -> volume(id)));
        kinds.put("key", new Kind("key-pair", (finder, id) -> keyPair(id)));
        kinds.put("vpce", new Kind("vpc-endpoint", (finder, id) -> vpcEndpoint(id)));
        kinds.put("vpce-svc", new Kind("vpc-endpoint-service", (finder, id) -> endpointService(id)));
    }

    /** @param find throws if there is no such resource */
    private record Kind(String type, BiConsumer<Finder, String> find) {
    }

    /** AWS's name for the type of resource that has such an id; empty if it is none of EC2's. */
    Optional<String> typeOf(String id) {
        return kind(id).map(Kind::type);
    }

    /** @throws AwsException {@code InvalidID} or {@code Invalid….NotFound} */
    void require(String id, Finder finder) {
        kind(id).orElseThrow(() -> new AwsException("InvalidID", "The ID '" + id + "' is not valid"))
                .find().accept(finder, id);
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

    private Optional<Kind> kind(String id) {
        int hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? Optional.empty() : Optional.ofNullable(kinds.get(id.substring(0, hyphen)));
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
