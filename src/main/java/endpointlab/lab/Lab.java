package endpointlab.lab;

import java.util.List;

/**
 * A lab as data: what {@code labs/<id>/lab.json} holds.
 *
 * @param id        folder name, such as {@code vpc-endpoint-service}
 * @param steps     in the learner's order
 * @param resources in the learner's order
 */
public record Lab(String id, List<LabStep> steps, List<ResourceSpec> resources, List<CheckSpec> checks) {

    public Lab {
        steps = List.copyOf(steps);
        resources = List.copyOf(resources);
        checks = List.copyOf(checks);
    }

    /** @throws IllegalArgumentException if the lab has no such resource */
    public ResourceSpec resource(String resourceId) {
        return resources.stream().filter(spec -> spec.id().equals(resourceId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resource " + resourceId + " in lab " + id));
    }

    public List<FieldSpec> fields() {
        return steps.stream().flatMap(step -> step.fields().stream()).toList();
    }
}
