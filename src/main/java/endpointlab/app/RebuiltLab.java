package endpointlab.app;

import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.resource.Sweep.Found;
import endpointlab.run.LabSession;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The state of a lab as far as the tags tell, for clean-up. What carries the lab's tags is known by its id. What has no
 * tags of its own, such as a route, may exist if all that it joins does. Which values were edited isn't told, and makes
 * no difference to deleting.
 */
final class RebuiltLab {

    private final Lab lab;

    RebuiltLab(Lab lab) {
        this.lab = lab;
    }

    LabState of(FoundLab found) {
        LabState begun = LabSession.newState(lab, found.runId(), found.place().mode(), found.region(), 0,
                found.owner().orElse(""), Map.of());
        Map<String, String> ids = new HashMap<>();
        for (Found part : found.parts()) {
            lab.resources().stream().filter(spec -> isFor(part, spec))
                    .forEach(spec -> ids.putIfAbsent(spec.id(), part.leftover().awsId()));
        }
        LabState state = begun.withAccount(found.accountId());
        for (ResourceSpec spec : lab.resources()) {
            if (ids.containsKey(spec.id()) || !isTagged(spec) && references(spec).allMatch(ids::containsKey)) {
                state = state.withResource(spec.id(), was -> maybe(spec, ids.get(spec.id())));
            }
        }
        return state;
    }

    /** Whether something that was found is this resource of the lab. */
    static boolean isFor(Found part, ResourceSpec spec) {
        return spec.id().equals(part.specId()) && spec.kind().equals(part.leftover().kind());
    }

    /** The input that becomes the tag {@code Name}; nothing if the kind has no tags that a sweep looks at. */
    static Stream<String> nameInput(ResourceSpec spec) {
        return Stream.of("name", "group-name", "key-name").filter(spec.inputs()::containsKey).limit(1)
                .map(spec.inputs()::get);
    }

    private static boolean isTagged(ResourceSpec spec) {
        return nameInput(spec).findAny().isPresent();
    }

    private static Stream<String> references(ResourceSpec spec) {
        return spec.inputs().values().stream().map(Input::parse)
                .filter(Input.ResourceReference.class::isInstance).map(Input.ResourceReference.class::cast)
                .map(Input.ResourceReference::resourceId);
    }

    /** As if the call that makes it may have been sent. */
    private static ResourceState maybe(ResourceSpec spec, String awsId) {
        return new ResourceState(spec.id(), ResourceStatus.CREATING, awsId, null, Map.of(), null, null, null, null,
                null, null);
    }
}
