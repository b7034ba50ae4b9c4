package endpointlab.lab;

import java.util.List;
import java.util.Map;

/**
 * One AWS resource (or one act on a resource, such as an attachment) that the lab makes.
 *
 * @param id      name within the lab, such as {@code service-vpc}
 * @param kind    which handler makes it, such as {@code vpc}
 * @param step    step that makes it
 * @param substep sub-step that makes it, such as {@code 7.2}; {@code null} if the step has none
 * @param inputs  by name: a literal, {@code ${field:step-1.cidr}} for an editable value, {@code ${run}} for the
 *                run's id, or {@code ${service-vpc.id}} for what another resource has; such references are the
 *                edges of the graph
 * @param after   ids of resources that must be ready before, though no input names them
 */
public record ResourceSpec(String id, String kind, int step, String substep, Map<String, String> inputs,
                           List<String> after) {

    public ResourceSpec {
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
        after = after == null ? List.of() : List.copyOf(after);
    }
}
