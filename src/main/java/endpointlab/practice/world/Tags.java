package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.ResourceTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The tags of all resources. Use inside {@link World#locked}.
 *
 * <p>Source: EC2 User Guide, "Tag restrictions": 50 tags, keys up to 128 and values up to 256 characters, keys do
 * not begin with {@code aws:}.
 */
public final class Tags {

    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final World world;

    Tags(World world) {
        this.world = world;
    }

    /** Tags of a resource by key; empty if it has none. */
    public Map<String, String> of(String resourceId) {
        return world.tags.find(resourceId).map(ResourceTags::tags).orElse(Map.of());
    }

    /** Tags of a resource as the EC2 model has them. */
    public List<Tag> list(String resourceId) {
        return of(resourceId).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList();
    }

    /**
     * As {@link #list}, for the resources whose answers leave {@code Tags} out when there are none: VPCs, subnets,
     * security groups, instances and volumes. Source: the sample answers of the EC2 API and CLI References.
     *
     * @return {@code null} if it has none
     */
    public List<Tag> listOrNone(String resourceId) {
        List<Tag> tags = list(resourceId);
        return tags.isEmpty() ? null : tags;
    }

    /** The {@code Name} tag, or else {@code otherwise}: the key that stays the same from run to run. */
    public static String nameOr(Map<String, String> tags, String otherwise) {
        return tags.getOrDefault("Name", otherwise);
    }

    /**
     * Reads the tags that a create gives to what it makes.
     *
     * @param specifications from the request
     * @param allowed        the resource types the operation may tag, such as {@code vpc}
     * @return tags by resource type, an entry for every allowed type
     * @throws AwsException {@code InvalidParameterValue} for another type or a bad tag
     */
    public static Map<String, Map<String, String>> atCreation(List<TagSpecification> specifications,
                                                              String... allowed) {
        Map<String, Map<String, String>> byType = new LinkedHashMap<>();
        for (String type : allowed) {
            byType.put(type, new LinkedHashMap<>());
        }
        for (TagSpecification specification : specifications) {
            String type = specification.resourceTypeAsString();
            if (type == null) {
                throw Invalid.value("Tag specification resource type must have a value");
            }
            if (!byType.containsKey(type)) {
                throw Invalid.value("'" + type + "' is not a valid taggable resource type for this operation.");
            }
            byType.get(type).putAll(read(specification.tags()));
        }
        return byType;
    }

    /** As {@link #atCreation} for an operation that makes resources of one type. */
    public static Map<String, String> forOne(List<TagSpecification> specifications, String type) {
        return atCreation(specifications, type).get(type);
    }

    /**
     * Reads tags of the EC2 model.
     *
     * @throws AwsException {@code InvalidParameterValue} for a bad or repeated tag, {@code TagLimitExceeded}
     */
    public static Map<String, String> read(List<Tag> tags) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String value = tag.value() == null ? "" : tag.value();
            check(tag.key(), value);
            if (read.put(tag.key(), value) != null) {
                throw Invalid.value("Duplicate tag key '" + tag.key() + "' specified.");
            }
        }
        checkCount(read.size());
        return read;
    }

    private static void checkCount(int tags) {
        if (tags > MOST_TAGS) {
            throw new AwsException("TagLimitExceeded",
                    "The maximum number of tags for a resource has been reached.");
        }
    }

    /** @throws AwsException {@code InvalidParameterValue} if there is no key */
    public static void requireKey(String key) {
        if (key == null || key.isEmpty()) {
            throw Invalid.value("Tag key cannot be empty.");
        }
    }

    private static void check(String key, String value) {
        requireKey(key);
        if (key.startsWith("aws:")) {
            throw Invalid.value("Tag keys starting with 'aws:' are reserved for internal use");
        }
        if (key.length() > LONGEST_KEY) {
            throw Invalid.value("Tag key exceeds the maximum length of " + LONGEST_KEY + " characters");
        }
        if (value.length() > LONGEST_VALUE) {
            throw Invalid.value("Tag value exceeds the maximum length of " + LONGEST_VALUE + " characters");
        }
    }

    /** Asks whether a resource may have these tags in addition. @throws AwsException {@code TagLimitExceeded} */
    public void requireRoom(String resourceId, Map<String, String> tags) {
        checkCount(together(resourceId, tags).size());
    }

    /**
     * Adds tags to a resource, replacing values of keys it has.
     *
     * @throws AwsException {@code TagLimitExceeded}
     */
    public void put(String resourceId, Map<String, String> tags) {
        requireRoom(resourceId, tags);
        if (!tags.isEmpty()) {
            world.tags.put(new ResourceTags(resourceId, together(resourceId, tags)));
        }
    }

    private Map<String, String> together(String resourceId, Map<String, String> tags) {
        Map<String, String> all = new LinkedHashMap<>(of(resourceId));
        all.putAll(tags);
        return all;
    }

    /** Takes keys away from a resource; keys it does not have are no error. */
    public void remove(String resourceId, Set<String> keys) {
        Map<String, String> left = new LinkedHashMap<>(of(resourceId));
        if (left.keySet().removeAll(keys)) {
            world.tags.put(new ResourceTags(resourceId, left));
        }
    }

    /** Forgets a resource that is gone. */
    public void forget(String resourceId) {
        world.tags.remove(resourceId);
    }
}
