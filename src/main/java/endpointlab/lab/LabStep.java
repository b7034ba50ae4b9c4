package endpointlab.lab;

import java.util.List;

/**
 * One of the lab's steps, in the learner's order.
 *
 * @param number   1 to 17
 * @param minutes  planned for it in a class
 * @param group    {@code provider}, {@code customer}, {@code connect} or {@code cleanup}
 * @param substeps in order; a step without parts has none
 * @param fields   what the learner may edit before the step runs
 */
public record LabStep(int number, int minutes, String group, List<Substep> substeps, List<FieldSpec> fields) {

    public LabStep {
        substeps = substeps == null ? List.of() : List.copyOf(substeps);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /**
     * A part of a step that can be run and looked at by itself.
     *
     * @param id such as {@code 7.3}
     */
    public record Substep(String id) {
    }
}
