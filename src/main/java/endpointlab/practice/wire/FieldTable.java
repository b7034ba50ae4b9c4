package endpointlab.practice.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The fields of one SDK request type or of a structure in one, by their name in a request.
 *
 * @param byName   every field
 * @param required names of those that AWS's service model calls required
 */
record FieldTable(Map<String, SdkField<?>> byName, List<String> required) {

    static FieldTable of(SdkPojo type) {
        Map<String, SdkField<?>> byName = new HashMap<>();
        List<String> required = new ArrayList<>();
        for (SdkField<?> field : type.sdkFields()) {
            byName.put(field.locationName(), field);
            if (field.containsTrait(RequiredTrait.class)) {
                required.add(field.locationName());
            }
        }
        return new FieldTable(Map.copyOf(byName), List.copyOf(required));
    }
}
