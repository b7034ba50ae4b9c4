package endpointlab.ui.wizard;

import endpointlab.lab.ResourceStatus;
import java.time.Duration;
import java.util.List;

/**
 * Where a step stands, in the diagram's vocabulary.
 *
 * @param word     key of the word that says it
 * @param shown    measured lab time if it was begun, else the expected time
 * @param measured whether {@code shown} was measured
 * @param expected how long it usually takes in AWS
 */
public record StepSummary(int number, String group, ResourceStatus status, String word, Duration shown,
                          boolean measured, Duration expected, List<SubstepSummary> substeps) {

    public boolean done() {
        return status == ResourceStatus.READY;
    }
}
