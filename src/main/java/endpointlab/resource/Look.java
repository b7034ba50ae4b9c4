package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.Problem;
import java.util.List;
import java.util.Map;

/**
 * What one look at a resource showed.
 *
 * @param awsState   AWS's own state word, as on the wire; empty if it has none
 * @param attributes what is known of it, for other resources to refer to and for the learner to see
 * @param problem    why it failed; {@code null} otherwise
 * @param calm       whether nothing can come of it for a while, so that looking often is idle
 * @param differences settings that somebody changed since it was made
 */
public record Look(Status status, String awsState, Map<String, String> attributes, Problem problem, boolean calm,
                   List<Difference> differences) {

    /** Where the resource stands. */
    public enum Status {
        /** Not there, or not yet visible. */
        GONE,
        NOT_YET,
        READY,
        /** It waits for a person's decision. */
        HELD,
        /** It will never be ready. */
        FAILED
    }

    public Look {
        attributes = Map.copyOf(attributes);
        differences = List.copyOf(differences);
    }

    private Look(Status status, String awsState, Map<String, String> attributes, Problem problem, boolean calm) {
        this(status, awsState, attributes, problem, calm, List.of());
    }

    /** The same, with what differs from how it should be. */
    Look differing(List<Difference> found) {
        return new Look(status, awsState, attributes, problem, calm, found);
    }

    static Look gone() {
        return new Look(Status.GONE, "", Map.of(), null, false);
    }

    static Look notYet(String awsState, Map<String, String> attributes) {
        return new Look(Status.NOT_YET, awsState, attributes, null, false);
    }

    static Look notYetForLong(String awsState, Map<String, String> attributes) {
        return new Look(Status.NOT_YET, awsState, attributes, null, true);
    }

    static Look ready(String awsState, Map<String, String> attributes) {
        return new Look(Status.READY, awsState, attributes, null, false);
    }

    /** Ready as soon as it is made; it has no states. */
    static Look ready() {
        return ready("", Map.of());
    }

    static Look held(String awsState, Map<String, String> attributes) {
        return new Look(Status.HELD, awsState, attributes, null, false);
    }

    static Look failed(String awsState, Problem problem) {
        return failed(awsState, Map.of(), problem);
    }

    /** As {@link #failed(String, Problem)}, where others can still be told by what is known of it. */
    static Look failed(String awsState, Map<String, String> attributes, Problem problem) {
        return new Look(Status.FAILED, awsState, attributes, problem, false);
    }

    /** READY if {@code awsState} is the state wanted, else NOT_YET. */
    static Look readyWhen(String wanted, String awsState, Map<String, String> attributes) {
        return wanted.equalsIgnoreCase(awsState) ? ready(awsState, attributes) : notYet(awsState, attributes);
    }
}
