package endpointlab.ui.diagram;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.util.List;

/**
 * What a place in the diagram shows, told only by the states of its own resources.
 *
 * @param main   state of the resource that gives the place its name
 * @param telling state of the resource whose status the place shows: the main one, or one that belongs to it while
 *                something happens to that
 */
public record PlaceState(ResourceState main, ResourceState telling) {

    private static final List<ResourceStatus> BY_URGENCY = List.of(ResourceStatus.FAILED, ResourceStatus.DRIFTED,
            ResourceStatus.DELETING, ResourceStatus.CREATING, ResourceStatus.WAITING);

    /** @param resources spec ids, the main one first */
    public static PlaceState of(LabState state, List<String> resources) {
        List<ResourceState> states = resources.stream().map(state::resource).toList();
        for (ResourceStatus urgent : BY_URGENCY) {
            for (ResourceState candidate : states) {
                if (candidate.status() == urgent) {
                    return new PlaceState(states.get(0), candidate);
                }
            }
        }
        ResourceState main = states.get(0);
        ResourceState telling = main.status() != ResourceStatus.READY ? main : states.stream()
                .filter(ready -> ready.status() == ResourceStatus.READY && ready.awsState() != null
                        && !ready.awsState().isEmpty())
                .findFirst().orElse(main);
        return new PlaceState(main, telling);
    }

    public ResourceStatus status() {
        return telling.status();
    }
}
