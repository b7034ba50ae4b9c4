package endpointlab.lab;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of one resource of a running lab.
 *
 * @param specId      id in the lab
 * @param awsId       AWS id or ARN; {@code null} until the create call returned
 * @param clientToken token of the create call, saved before it is sent; {@code null} if the call has none
 * @param attributes  what others refer to or the learner sees, such as {@code public-ip} or {@code dns-name}
 * @param awsState    AWS's own state word as last seen; {@code null} if it has none
 * @param problem     why it failed; {@code null} unless failed
 * @param statusAt   lab time since when the status holds; {@code null} while not made
 * @param intentAt    lab time at which the intent was saved; {@code null} if never
 * @param readyAt     lab time at which it was seen ready; {@code null} if never
 * @param deletedAt   lab time at which it was seen gone; {@code null} if not
 */
public record ResourceState(String specId, ResourceStatus status, String awsId, String clientToken,
                            Map<String, String> attributes, String awsState, Problem problem, Instant statusAt,
                            Instant intentAt, Instant readyAt, Instant deletedAt) {

    public ResourceState {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    public static ResourceState notMade(String specId) {
        return new ResourceState(specId, ResourceStatus.NOT_MADE, null, null, Map.of(), null, null, null, null,
                null, null);
    }

    /** Whether a call that makes it may have been sent and it is not known to be gone. */
    public boolean mayExist() {
        return status != ResourceStatus.NOT_MADE && status != ResourceStatus.DELETED;
    }
}
