package endpointlab.practice.world;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The values in an answer, found by the names that AWS's model gives to their members. */
final class AnswerValues {

    private AnswerValues() {
    }

    /**
     * @param path member names such as {@code Placement.Affinity}; lists are walked through
     * @return what stands there, empty if nothing does
     */
    static List<Object> at(SdkPojo answer, String path) {
        Stream<Object> values = Stream.of(answer);
        for (String member : path.split("\\.")) {
            values = values.flatMap(value -> members((SdkPojo) value, member));
        }
        return values.toList();
    }

    private static Stream<Object> members(SdkPojo structure, String name) {
        SdkField<?> field = structure.sdkFields().stream().filter(one -> one.memberName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(structure.getClass() + " has no " + name));
        Object value = field.getValueOrDefault(structure);
        return value instanceof Collection<?> several ? several.stream().map(Object.class::cast)
                : Stream.ofNullable(value);
    }
}
