package endpointlab.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a lab's data fit together: everything named exists, exactly once, and comes in a possible order. */
final class LabConsistency {

    private final Lab lab;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> fields;
    private final Set<String> resources;
    private final Map<Integer, Set<String>> substeps;

    private LabConsistency(Lab lab) {
        this.lab = lab;
        this.fields = unique("field", lab.fields().stream().map(FieldSpec::key).toList());
        this.resources = unique("resource", lab.resources().stream().map(ResourceSpec::id).toList());
        unique("check", lab.checks().stream().map(CheckSpec::id).toList());
        unique("step", lab.steps().stream().map(step -> String.valueOf(step.number())).toList());
        this.substeps = lab.steps().stream().collect(Collectors.toMap(LabStep::number,
                step -> step.substeps().stream().map(LabStep.Substep::id).collect(Collectors.toSet()),
                (first, second) -> first));
    }

    /** @throws LabFormatException naming every fault found */
    static void check(Lab lab) {
        LabConsistency consistency = new LabConsistency(lab);
        consistency.checkFields();
        lab.resources().forEach(spec -> consistency.checkPart("resource " + spec.id(), spec.kind(), spec.step(),
                spec.substep(), spec.inputs(), spec.after()));
        lab.checks().forEach(spec -> consistency.checkPart("check " + spec.id(), spec.kind(), spec.step(),
                spec.substep(), spec.inputs(), spec.after()));
        if (!consistency.faults.isEmpty()) {
            throw new LabFormatException("lab " + lab.id() + ": " + String.join("; ", consistency.faults));
        }
        new ResourceGraph(lab);
    }

    private Set<String> unique(String what, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name == null) {
                faults.add("a " + what + " has no name");
            } else if (!seen.add(name)) {
                faults.add(what + " " + name + " stands twice");
            }
        }
        return seen;
    }

    private void checkFields() {
        for (LabStep step : lab.steps()) {
            for (FieldSpec field : step.fields()) {
                String where = "field " + field.key();
                if (field.type() == null || field.value() == null) {
                    faults.add(where + " lacks a type or a value");
                }
                if (field.within() != null && !fields.contains(field.within())) {
                    faults.add(where + " lies within the unknown field " + field.within());
                }
                checkPlace(where, step.number(), field.substep());
            }
        }
    }

    private void checkPart(String where, String kind, int step, String substep, Map<String, String> inputs,
                           List<String> after) {
        if (kind == null) {
            faults.add(where + " has no kind");
        }
        checkPlace(where, step, substep);
        inputs.forEach((name, value) -> checkInput(where + ", input " + name, value));
        after.stream().filter(id -> !resources.contains(id))
                .forEach(id -> faults.add(where + " comes after the unknown resource " + id));
    }

    private void checkPlace(String where, int step, String substep) {
        if (!substeps.containsKey(step)) {
            faults.add(where + " belongs to the unknown step " + step);
        } else if (substep != null && !substeps.get(step).contains(substep)) {
            faults.add(where + " belongs to the unknown sub-step " + substep);
        }
    }

    private void checkInput(String where, String value) {
        try {
            Input input = Input.parse(value);
            if (input instanceof Input.FieldReference field && !fields.contains(field.key())) {
                faults.add(where + " names the unknown field " + field.key());
            } else if (input instanceof Input.ResourceReference other && !resources.contains(other.resourceId())) {
                faults.add(where + " names the unknown resource " + other.resourceId());
            }
        } catch (IllegalArgumentException noReference) {
            faults.add(where + ": " + noReference.getMessage());
        }
    }
}
