package endpointlab.ui.wizard;

import endpointlab.lab.ResourceStatus;
import java.time.Duration;

/**
 * Where a part of a step stands.
 *
 * @param shown    measured time if it was begun, else the expected time
 * @param measured whether {@code shown} was measured
 */
public record SubstepSummary(String id, ResourceStatus status, Duration shown, boolean measured) {
}
