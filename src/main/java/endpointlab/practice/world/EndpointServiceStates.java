package endpointlab.practice.world;

import endpointlab.practice.world.Entities.EndpointService;
import java.time.Instant;

/**
 * The states of an endpoint service as they are on the wire, told from its times. AWS writes them with a capital
 * first letter, unlike those of endpoints (AWS-FACTS 1.2).
 */
public final class EndpointServiceStates {

    public static final String AVAILABLE = "Available";
    public static final String DELETING = "Deleting";
    public static final String DELETED = "Deleted";

    private EndpointServiceStates() {
    }

    public static String at(EndpointService service, Instant now) {
        if (hasCome(service.deletedAt(), now)) {
            return DELETED;
        }
        return hasCome(service.deletingAt(), now) ? DELETING : AVAILABLE;
    }

    private static boolean hasCome(Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }
}
