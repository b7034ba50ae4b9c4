package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * EC2's eventual consistency: for a moment after a resource was made a call may not see it yet, and whether it does
 * differs from call to call, because calls are answered by different replicas (AWS-FACTS, I-17 and I-18). A call
 * that does not see a resource answers as if it did not exist; a list leaves it out. Nobody ever sees a wrong value.
 *
 * <p>Assumed: one call in four meets a replica that lags, by up to {@link Transition#VISIBLE}. Which one follows
 * from the seed and a count of the calls. Deletes always see what they delete, so that nobody takes a fresh resource
 * for a deleted one.
 */
public final class Visibility {

    private static final int CALLS_PER_LAGGING_REPLICA = 4;

    private final boolean immediate;
    private final long seed;
    private final LabClock clock;
    private final AtomicLong calls = new AtomicLong();

    /** @param immediate {@code true} if everything is seen at once, by every call */
    public Visibility(boolean immediate, long seed, LabClock clock) {
        this.immediate = immediate;
        this.seed = seed;
        this.clock = clock;
    }

    /** Whether the present call sees a resource that was made at {@code createdAt}; asking again is another call. */
    public boolean sees(Instant createdAt) {
        Duration age = Duration.between(createdAt, clock.now());
        if (immediate || age.compareTo(Transition.VISIBLE.longest()) >= 0) {
            return true;
        }
        long mixed = Mixing.mix(seed, calls.incrementAndGet());
        if (Mixing.below(CALLS_PER_LAGGING_REPLICA, mixed) != 0) {
            return true;
        }
        double lagMillis = Transition.VISIBLE.longest().toMillis() * Mixing.fraction(Mixing.mix(mixed, 1));
        return age.toMillis() >= lagMillis;
    }
}
