package endpointlab.lab;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything that outlives the app about one run of a lab. Immutable; each change is a new value, saved before
 * anybody is told of it. Holds no credential and no key.
 *
 * @param schema    version of this file's form
 * @param runId     8 lower-case letters and digits; the value of the tag {@code LabRun} on all that the run makes
 * @param mode      {@code practice} or {@code aws}
 * @param seed      of the practice cloud; 0 in AWS mode
 * @param prefix    student prefix, empty if none
 * @param values    edited fields by key; fields not in here have the lab's value
 * @param resources by spec id, all of the lab's
 * @param steps     by number, all of the lab's
 */
public record LabState(int schema, String labId, String runId, String mode, String region, String accountId,
                       long seed, String prefix, Map<String, String> values, Map<String, ResourceState> resources,
                       Map<Integer, StepState> steps, Instant createdAt, Instant changedAt) {

    public static final int SCHEMA = 1;
    public static final String PRACTICE = "practice";
    public static final String AWS = "aws";

    public LabState {
        values = Map.copyOf(values);
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Whether it works in the user's own account, where everything costs money. */
    public boolean inAws() {
        return mode.equals(AWS);
    }

    public ResourceState resource(String specId) {
        return resources.getOrDefault(specId, ResourceState.notMade(specId));
    }

    /** Whether it was cleaned up: the lab's last step is done and nothing that it made may still exist. */
    public boolean finished() {
        StepState last = steps.get(Collections.max(steps.keySet()));
        return last.status() == StepState.Status.DONE && resources.values().stream()
                .noneMatch(ResourceState::mayExist);
    }

    public LabState withResource(String specId, UnaryOperator<ResourceState> change) {
        Map<String, ResourceState> changed = new LinkedHashMap<>(resources);
        changed.put(specId, change.apply(resource(specId)));
        return new LabState(schema, labId, runId, mode, region, accountId, seed, prefix, values, changed, steps,
                createdAt, changedAt);
    }

    public LabState withStep(int number, StepState step) {
        Map<Integer, StepState> changed = new LinkedHashMap<>(steps);
        changed.put(number, step);
        return new LabState(schema, labId, runId, mode, region, accountId, seed, prefix, values, resources, changed,
                createdAt, changedAt);
    }

    /** The run with these edited fields, by key. */
    public LabState withValues(Map<String, String> edited) {
        return new LabState(schema, labId, runId, mode, region, accountId, seed, prefix, edited, resources, steps,
                createdAt, changedAt);
    }

    /** The run as one that belongs to this account. */
    public LabState withAccount(String id) {
        return new LabState(schema, labId, runId, mode, region, id, seed, prefix, values, resources, steps, createdAt,
                changedAt);
    }

    /** The run as it was begun, with the values as they are now: nothing made, no step done. */
    public LabState begun() {
        Map<String, ResourceState> none = new LinkedHashMap<>();
        resources.keySet().forEach(specId -> none.put(specId, ResourceState.notMade(specId)));
        Map<Integer, StepState> open = new LinkedHashMap<>();
        steps.keySet().forEach(number -> open.put(number, StepState.OPEN));
        return new LabState(schema, labId, runId, mode, region, accountId, seed, prefix, values, none, open,
                createdAt, createdAt);
    }

    /**
     * The run as if every call may have been sent and no answer been saved. Whoever goes on with it finds by the tags
     * what exists.
     */
    public LabState unsure() {
        Map<String, ResourceState> unknown = new LinkedHashMap<>();
        resources.keySet().forEach(specId -> unknown.put(specId, new ResourceState(specId, ResourceStatus.CREATING,
                null, null, Map.of(), null, null, null, null, null, null)));
        return new LabState(schema, labId, runId, mode, region, accountId, seed, prefix, values, unknown, steps,
                createdAt, changedAt);
    }
}
