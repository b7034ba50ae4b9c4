package endpointlab.export;

import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.ResourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A lab with the values of its fields: what the exports are told from. */
record LabValues(Lab lab, FieldValues fields) {

    /** Value of an input that is a literal or a field; empty if the resource has no such input. */
    Optional<String> value(ResourceSpec spec, String input) {
        return Optional.ofNullable(spec.inputs().get(input)).map(Input::parse).map(this::value);
    }

    private String value(Input input) {
        if (input instanceof Input.FieldReference field) {
            return fields.value(field.key());
        }
        if (input instanceof Input.Literal literal) {
            return literal.value();
        }
        throw new IllegalArgumentException("known only when the lab runs: " + input);
    }

    /** The resource that an input refers to. */
    ResourceSpec referred(ResourceSpec spec, String input) {
        if (Input.parse(spec.inputs().get(input)) instanceof Input.ResourceReference reference) {
            return lab.resource(reference.resourceId());
        }
        throw new IllegalArgumentException(spec.id() + " refers to nothing in " + input);
    }

    /** What inputs refer to, by resource and attribute, in the order of the inputs' names. */
    static List<Input.ResourceReference> references(Map<String, String> inputs) {
        List<Input.ResourceReference> found = new ArrayList<>();
        new TreeMap<>(inputs).values().forEach(text -> {
            if (Input.parse(text) instanceof Input.ResourceReference reference) {
                found.add(reference);
            }
        });
        return found;
    }
}
