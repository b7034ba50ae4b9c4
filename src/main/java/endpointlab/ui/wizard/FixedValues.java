package endpointlab.ui.wizard;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a step uses and the learner can't edit there: names of what was made before, and settings of the lab. */
final class FixedValues {

    private static final List<String> SHOWN = List.of("vpc", "subnet", "internet-gateway", "route-table",
            "security-group", "scheme", "load-balancer", "target-group", "instance", "endpoint-service",
            "service-name", "endpoint");
    private static final Set<FieldType> NAMES = EnumSet.of(FieldType.NAME, FieldType.LOAD_BALANCER_NAME,
            FieldType.TARGET_GROUP_NAME, FieldType.SECURITY_GROUP_NAME, FieldType.KEY_NAME);

    private final Lab lab;

    FixedValues(Lab lab) {
        this.lab = lab;
    }

    /**
     * Input names and what stands in them, in an order for reading.
     *
     * @param substep {@code null} for a step without parts
     */
    Map<String, String> of(int step, String substep, LabState state, FieldValues values) {
        List<ResourceSpec> made = lab.resources().stream()
                .filter(spec -> spec.step() == step && Objects.equals(spec.substep(), substep)).toList();
        Set<String> own = new HashSet<>();
        made.forEach(spec -> own.add(spec.id()));
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String name : SHOWN) {
            made.stream().map(spec -> spec.inputs().get(name)).filter(Objects::nonNull).map(Input::parse)
                    .filter(input -> !(input instanceof Input.ResourceReference reference
                            && own.contains(reference.resourceId())))
                    .map(input -> shown(input, state, values)).filter(text -> !text.isEmpty())
                    .findFirst().ifPresent(text -> fixed.put(name, text));
        }
        return fixed;
    }

    private String shown(Input input, LabState state, FieldValues values) {
        if (input instanceof Input.Literal literal) {
            return literal.value();
        }
        if (input instanceof Input.ResourceReference reference) {
            return reference.attribute().equals("id") ? name(lab.resource(reference.resourceId()), values)
                    : state.resource(reference.resourceId()).attributes().getOrDefault(reference.attribute(), "");
        }
        return "";
    }

    private String name(ResourceSpec spec, FieldValues values) {
        for (String input : List.of("name", "group-name", "key-name")) {
            String text = spec.inputs().get(input);
            if (text != null && Input.parse(text) instanceof Input.FieldReference field && isName(field.key())) {
                return values.value(field.key());
            }
        }
        return "";
    }

    private boolean isName(String key) {
        return lab.fields().stream().filter(field -> field.key().equals(key)).map(FieldSpec::type)
                .anyMatch(NAMES::contains);
    }
}
