package endpointlab.practice.policy;

import endpointlab.practice.ec2.Images;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.ResourceTypes;
import endpointlab.practice.world.World;
import java.util.Map;
import java.util.function.Function;

/**
 * ARNs and tags of resources by what requests call them. Use inside {@link World#locked}.
 *
 * <p>Source: Service Authorization Reference, "Resource types defined by Amazon EC2".
 */
final class Arns {

    private final Cloud cloud;

    Arns(Cloud cloud) {
        this.cloud = cloud;
    }

    /** @param name id, name or ARN; {@code *} for any */
    String of(AwsService service, String type, String name) {
        if (name.startsWith("arn:")) {
            return name;
        }
        World world = cloud.world;
        String account = type.equals("image") ? "" : world.accountId;
        return "arn:aws:" + service.signingName() + ":" + world.region + ":" + account + ":" + type + "/" + name;
    }

    /** What a resource is called in its ARN, by what a request calls it: its id, for key pairs the name. */
    String arnName(String type, String asked) {
        return switch (type) {
            case "key-pair" -> key(asked, KeyPair::keyName);
            case "security-group" -> asked.startsWith("sg-") ? asked : groupId(asked);
            case "route-table" -> asked.startsWith("rtbassoc-") ? tableOf(asked) : asked;
            case "image" -> Images.idOf(cloud.world.region, asked).orElse(Authorization.ANY);
            default -> asked;
        };
    }

    /** @param arnName from {@link #arnName} */
    Map<String, String> tags(String type, String arnName) {
        return cloud.tags.of(type.equals("key-pair") ? key(arnName, KeyPair::id) : arnName);
    }

    /** The type that an id or ARN tells; of an unknown one the id itself. */
    static String typeOf(String id) {
        return ResourceTypes.ofId(id).orElse(id);
    }

    private String key(String nameOrId, Function<KeyPair, String> what) {
        return cloud.world.keyPairs.where(pair -> pair.keyName().equals(nameOrId) || pair.id().equals(nameOrId))
                .stream().findFirst().map(what).orElse(nameOrId);
    }

    private String groupId(String name) {
        return cloud.world.securityGroups.where(group -> group.groupName().equals(name)
                        && cloud.world.vpcs.find(group.vpcId()).filter(Vpc::isDefault).isPresent()).stream()
                .findFirst().map(SecurityGroup::id).orElse(name);
    }

    private String tableOf(String associationId) {
        return cloud.world.routeTables.where(table -> table.associations().stream()
                        .anyMatch(association -> association.id().equals(associationId))).stream()
                .findFirst().map(RouteTable::id).orElse(Authorization.ANY);
    }
}
