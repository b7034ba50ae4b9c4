package endpointlab.resource;

import endpointlab.aws.RetryRules;
import java.time.Duration;

/**
 * What deletes wait out. Budgets in lab time, as long as Terraform's or longer (AWS-FACTS 2.4): managed network
 * interfaces have been seen to hold addresses for 20 minutes.
 */
final class Waiting {

    private static final Duration INTERFACES_RELEASED = Duration.ofMinutes(20);
    private static final Duration USERS_GONE = Duration.ofMinutes(10);

    private Waiting() {
    }

    /** Something still uses it or is inside it. */
    static RetryRules dependency(ResourceWork work) {
        return work.repeatable().waitingOut("wait.dependency", INTERFACES_RELEASED,
                "DependencyViolation", "InvalidGroup.InUse");
    }

    /** An endpoint service, a listener or a rule still uses it. */
    static RetryRules inUse(ResourceWork work) {
        return work.repeatable().waitingOut("wait.in-use", USERS_GONE, "ResourceInUse", "ResourceInUseException",
                "ExistingVpcEndpointConnections");
    }
}
