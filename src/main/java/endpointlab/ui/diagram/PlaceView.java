package endpointlab.ui.diagram;

import endpointlab.lab.ResourceStatus;
import java.util.List;

/**
 * All that one place of the diagram shows, ready to be drawn.
 *
 * @param id         spec id of its main resource
 * @param kind       the main resource's kind, such as {@code load-balancer}
 * @param step       number of the step that makes it
 * @param name       name as the learner knows it
 * @param address    second line; empty if it has none yet
 * @param statusText third line: AWS's own word or ours, with the time it has taken so far
 * @param awsId      AWS id or ARN; empty until it has one
 * @param current    whether the step that makes it is the one the learner looks at
 * @param details    more attributes as label and value in turn, for the card
 */
public record PlaceView(String id, String kind, int step, ResourceStatus status, String name, String address,
                        String statusText, String awsId, boolean current, List<String> details) {

    public PlaceView {
        details = List.copyOf(details);
    }

    /** Whether it stands in the cloud in some form. */
    public boolean lit() {
        return status != ResourceStatus.NOT_MADE && status != ResourceStatus.DELETED;
    }
}
