package endpointlab.practice.fault;

import endpointlab.practice.policy.Wildcards;
import endpointlab.practice.wire.ApiCall;
import java.time.Duration;
import java.util.List;

/**
 * Which calls a fault meets.
 *
 * @param operations  patterns of actions, with or without IAM's service prefix
 * @param first       number of the first call met, of those that the operations fit; from 1
 * @param last        number of the last call met
 * @param probability that such a call is met, from 0 to 1
 * @param from        lab time after the script was switched on
 * @param until       lab time after the script was switched on
 */
record Selection(List<String> operations, long first, long last, double probability, Duration from,
                 Duration until) {

    boolean fits(ApiCall call) {
        return operations.stream().anyMatch(pattern -> Wildcards.matchIgnoringCase(pattern,
                pattern.contains(":") ? call.iamAction() : call.action()));
    }

    /** @param since lab time since the script was switched on */
    boolean isTime(Duration since) {
        return since.compareTo(from) >= 0 && since.compareTo(until) < 0;
    }
}
