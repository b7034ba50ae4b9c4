package endpointlab.ui.diagram;

import endpointlab.lab.Mask;
import endpointlab.lab.ResourceStatus;

/**
 * All that one place of the diagram shows, ready to be drawn.
 *
 * @param id         spec id of its main resource
 * @param kind       the main resource's kind, such as {@code load-balancer}
 * @param step       number of the step that makes it
 * @param name       name as the learner knows it
 * @param label      the name as it is drawn, in one line or two
 * @param address    second line; empty if it has none yet
 * @param statusText third line: AWS's own word or ours, with the time it has taken so far
 * @param current    whether the step that makes it is the one the learner looks at
 */
public record PlaceView(String id, String kind, int step, ResourceStatus status, String name, String label,
                        String address, String statusText, boolean current) {

    /** Whether it stands in the cloud in some form. */
    public boolean lit() {
        return status != ResourceStatus.NOT_MADE && status != ResourceStatus.DELETED;
    }

    PlaceView masked() {
        return new PlaceView(id, kind, step, status, name, label, Mask.hide(address), statusText, current);
    }
}
