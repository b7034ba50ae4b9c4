package endpointlab.practice.world;

import endpointlab.practice.world.Entities.VpcEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The states of a VPC endpoint as they are on the wire, told from its times. AWS writes them with a small first
 * letter, unlike the enumeration of its own SDK.
 *
 * <p>Source: VPC PrivateLink Guide, "Interface endpoint lifecycle"; AWS-FACTS 1.2. Assumed: a request never
 * expires.
 */
public final class VpcEndpointStates {

    public static final String PENDING = "pending";
    public static final String PENDING_ACCEPTANCE = "pendingAcceptance";
    public static final String AVAILABLE = "available";
    public static final String REJECTED = "rejected";
    public static final String DELETING = "deleting";
    public static final String DELETED = "deleted";

    /** Assumed: how long a deleted endpoint is still described. */
    private static final Duration DESCRIBED_AFTER_DELETION = Duration.ofMinutes(5);
    private static final Set<String> CONNECTED = Set.of(PENDING, PENDING_ACCEPTANCE, AVAILABLE);

    private VpcEndpointStates() {
    }

    public static String at(VpcEndpoint endpoint, Instant now) {
        if (hasCome(endpoint.deletedAt(), now)) {
            return DELETED;
        }
        if (hasCome(endpoint.deletingAt(), now)) {
            return DELETING;
        }
        if (hasCome(endpoint.rejectedAt(), now)) {
            return REJECTED;
        }
        if (hasCome(endpoint.availableAt(), now)) {
            return AVAILABLE;
        }
        return hasCome(endpoint.requestedAt(), now) && endpoint.acceptedAt() == null ? PENDING_ACCEPTANCE : PENDING;
    }

    /**
     * Whether it holds on to its endpoint service, which then can't be deleted. Source: DeleteVpcEndpointService-
     * Configurations, which names {@code available} and {@code pendingAcceptance}. Assumed: {@code pending}, which
     * lies between the two, counts as well, while an endpoint that is being deleted no longer does.
     */
    public static boolean isConnected(VpcEndpoint endpoint, Instant now) {
        return CONNECTED.contains(at(endpoint, now));
    }

    /** Whether it was deleted so long ago that EC2 no longer knows it. */
    public static boolean isForgotten(VpcEndpoint endpoint, Instant now) {
        return endpoint.deletedAt() != null && hasCome(endpoint.deletedAt().plus(DESCRIBED_AFTER_DELETION), now);
    }

    private static boolean hasCome(Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }
}
