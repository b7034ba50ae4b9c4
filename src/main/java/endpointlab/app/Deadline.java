package endpointlab.app;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * When all of a lab must be gone.
 *
 * @param at lab time
 */
record Deadline(Instant at) {

    /** So long after the first of what stands was begun; if nothing stands, so long from now. */
    static Deadline of(Duration life, LabState state, Instant now) {
        Instant begun = state.resources().values().stream().filter(ResourceState::mayExist)
                .map(ResourceState::intentAt).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(now);
        return new Deadline(begun.plus(life));
    }

    /** Zero if it has passed. */
    Duration left(Instant now) {
        Duration left = Duration.between(now, at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean passed(Instant now) {
        return !now.isBefore(at);
    }
}
