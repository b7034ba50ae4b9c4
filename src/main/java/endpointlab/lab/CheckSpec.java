package endpointlab.lab;

import java.util.List;
import java.util.Map;

/**
 * Something the lab looks at instead of making it: step 7's page and step 16's connectivity test.
 *
 * @param id     name within the lab, such as {@code public-page}
 * @param kind   which probe runs it: {@code http-page} or {@code ssh-curl}
 * @param inputs as {@link ResourceSpec#inputs()}
 * @param after  ids of resources that must be ready before
 */
public record CheckSpec(String id, String kind, int step, String substep, Map<String, String> inputs,
                        List<String> after) {

    public CheckSpec {
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
        after = after == null ? List.of() : List.copyOf(after);
    }
}
