package endpointlab.practice.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Reads members of requests by the names that the service models give them. */
final class Members {

    private Members() {
    }

    /** The texts in a member; {@code A.B} is member B of the structures in A, {@code A|B} the texts of both. */
    static List<String> texts(SdkPojo request, String path) {
        List<String> found = new ArrayList<>();
        for (String alternative : path.split("\\|")) {
            values(request, alternative.split("\\.")).map(String::valueOf).forEach(found::add);
        }
        return found;
    }

    private static Stream<?> values(SdkPojo structure, String... path) {
        Stream<?> here = each(value(structure, path[0]));
        if (path.length == 1) {
            return here;
        }
        String[] rest = Stream.of(path).skip(1).toArray(String[]::new);
        return here.filter(SdkPojo.class::isInstance).flatMap(inner -> values((SdkPojo) inner, rest));
    }

    private static Object value(SdkPojo structure, String name) {
        for (SdkField<?> field : structure.sdkFields()) {
            if (field.memberName().equals(name)) {
                return field.getValueOrDefault(structure);
            }
        }
        return null;
    }

    private static Stream<?> each(Object value) {
        return value == null ? Stream.empty() : value instanceof Collection<?> all ? all.stream() : Stream.of(value);
    }

    /** What {@code TagSpecifications} gives to resources of a type. */
    static Map<String, String> tagSpecification(SdkPojo request, String type) {
        Map<String, String> tags = new LinkedHashMap<>();
        values(request, "TagSpecifications").map(SdkPojo.class::cast)
                .filter(each -> texts(each, "ResourceType").contains(type))
                .forEach(each -> tags.putAll(tags(each)));
        return tags;
    }

    /** The member {@code Tags}. */
    static Map<String, String> tags(SdkPojo structure) {
        Map<String, String> tags = new LinkedHashMap<>();
        values(structure, "Tags").map(SdkPojo.class::cast).forEach(tag -> tags.put(
                String.join("", texts(tag, "Key")), String.join("", texts(tag, "Value"))));
        return tags;
    }
}
