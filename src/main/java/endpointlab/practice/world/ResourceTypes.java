package endpointlab.practice.world;

import java.util.Map;
import java.util.Optional;

/**
 * AWS's names for the types of EC2's resources, which the prefix of an id tells.
 *
 * <p>Source: EC2 API Reference, TagSpecification; Service Authorization Reference for EC2.
 */
public final class ResourceTypes {

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("vpc", "vpc"),
            Map.entry("subnet", "subnet"),
            Map.entry("igw", "internet-gateway"),
            Map.entry("rtb", "route-table"),
            Map.entry("acl", "network-acl"),
            Map.entry("sg", "security-group"),
            Map.entry("sgr", "security-group-rule"),
            Map.entry("eni", "network-interface"),
            Map.entry("i", "instance"),
            Map.entry("vol", "volume"),
            Map.entry("key", "key-pair"),
            Map.entry("vpce", "vpc-endpoint"),
            Map.entry("vpce-svc", "vpc-endpoint-service"));

    private ResourceTypes() {
    }

    /** Empty if it is no id of a resource that the practice cloud has. */
    public static Optional<String> ofId(String id) {
        int hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? Optional.empty() : Optional.ofNullable(BY_PREFIX.get(id.substring(0, hyphen)));
    }
}
