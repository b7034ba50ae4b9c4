package endpointlab.run;

import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which resources a lab's fields go into, and so how long each may be changed. */
final class FieldUses {

    private final Map<String, Set<String>> users = new HashMap<>();

    FieldUses(Lab lab) {
        for (ResourceSpec spec : lab.resources()) {
            for (String text : spec.inputs().values()) {
                if (Input.parse(text) instanceof Input.FieldReference field) {
                    users.computeIfAbsent(field.key(), key -> new LinkedHashSet<>()).add(spec.id());
                }
            }
        }
    }

    /** Whether nothing that uses the field has been made yet. */
    boolean editable(String fieldKey, LabState state) {
        return users.getOrDefault(fieldKey, Set.of()).stream().map(state::resource)
                .allMatch(FieldUses::untouched);
    }

    /** @param value {@code null} for the lab's own */
    static LabState with(LabState was, String fieldKey, String value) {
        Map<String, String> values = new LinkedHashMap<>(was.values());
        if (value == null) {
            values.remove(fieldKey);
        } else {
            values.put(fieldKey, value);
        }
        return new LabState(was.schema(), was.labId(), was.runId(), was.mode(), was.region(), was.accountId(),
                was.seed(), was.prefix(), values, was.resources(), was.steps(), was.createdAt(), was.changedAt());
    }

    private static boolean untouched(ResourceState state) {
        return !state.mayExist() || state.status() == ResourceStatus.FAILED && state.awsId() == null;
    }
}
