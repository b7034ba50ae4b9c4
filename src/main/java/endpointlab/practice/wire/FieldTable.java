package endpointlab.practice.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The fields of one SDK request type or of a structure in one, by their name in a request.
 *
 * @param byName   every field
 * @param required those that must be there
 */
record FieldTable(Map<String, SdkField<?>> byName, List<SdkField<?>> required) {

    /** @param builder of the SDK type; the SDK nests its builders in their types */
    static FieldTable of(SdkPojo builder, RequiredParameters requiredParameters) {
        Map<String, SdkField<?>> byName = new HashMap<>();
        for (SdkField<?> field : builder.sdkFields()) {
            byName.put(field.locationName(), field);
        }
        String type = builder.getClass().getEnclosingClass().getSimpleName();
        List<SdkField<?>> required = new ArrayList<>();
        for (String name : requiredParameters.of(type)) {
            required.add(byName.get(name));
        }
        return new FieldTable(Map.copyOf(byName), List.copyOf(required));
    }
}
