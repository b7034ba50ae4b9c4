package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.resource.Look;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The changes that one resource's state goes through; {@link StateKeeper} notes since when its status holds. */
final class ResourceChanges {

    private ResourceChanges() {
    }

    /** About to be made; whatever was known of an earlier one is forgotten. */
    static ResourceState intended(ResourceState was, String clientToken, Map<String, String> notes, Instant now) {
        return new ResourceState(was.specId(), ResourceStatus.CREATING, null, clientToken, notes, null, null,
                was.statusAt(), now, null, null);
    }

    /** Its id is known. */
    static ResourceState made(ResourceState was, String awsId, Map<String, String> attributes) {
        return new ResourceState(was.specId(), ResourceStatus.WAITING, awsId, was.clientToken(),
                merged(was, attributes), was.awsState(), null, was.statusAt(), was.intentAt(), null, null);
    }

    /** Looked at, and to be waited for. */
    static ResourceState waiting(ResourceState was, Look look) {
        return new ResourceState(was.specId(), ResourceStatus.WAITING, was.awsId(), was.clientToken(),
                merged(was, look.attributes()), look.awsState(), null, was.statusAt(), was.intentAt(), was.readyAt(), null);
    }

    static ResourceState ready(ResourceState was, Look look, Instant now) {
        return new ResourceState(was.specId(), ResourceStatus.READY, was.awsId(), was.clientToken(),
                merged(was, look.attributes()), look.awsState(), null, was.statusAt(), was.intentAt(),
                was.readyAt() == null ? now : was.readyAt(), null);
    }

    static ResourceState failed(ResourceState was, Problem problem) {
        return with(was, ResourceStatus.FAILED, was.awsState(), problem);
    }

    static ResourceState failed(ResourceState was, Problem problem, String awsState) {
        return with(was, ResourceStatus.FAILED, awsState, problem);
    }

    static ResourceState drifted(ResourceState was, Problem problem, String awsState) {
        return with(was, ResourceStatus.DRIFTED, awsState, problem);
    }

    static ResourceState deleting(ResourceState was, String awsId) {
        return new ResourceState(was.specId(), ResourceStatus.DELETING, awsId, was.clientToken(), was.attributes(),
                was.awsState(), null, was.statusAt(), was.intentAt(), was.readyAt(), null);
    }

    /** Its id stays, so that it can be told what was there. */
    static ResourceState deleted(ResourceState was, Instant now) {
        return new ResourceState(was.specId(), ResourceStatus.DELETED, was.awsId(), was.clientToken(),
                was.attributes(), null, null, was.statusAt(), was.intentAt(), was.readyAt(), now);
    }

    private static ResourceState with(ResourceState was, ResourceStatus status, String awsState, Problem problem) {
        return new ResourceState(was.specId(), status, was.awsId(), was.clientToken(), was.attributes(), awsState,
                problem, was.statusAt(), was.intentAt(), was.readyAt(), null);
    }

    private static Map<String, String> merged(ResourceState was, Map<String, String> news) {
        Map<String, String> attributes = new HashMap<>(was.attributes());
        attributes.putAll(news);
        return attributes;
    }
}
