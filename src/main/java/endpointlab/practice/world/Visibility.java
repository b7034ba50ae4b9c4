package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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

    private static final Lag USUAL = new Lag(Transition.VISIBLE.longest(), 0.25);

    private final boolean immediate;
    private final long seed;
    private final LabClock clock;
    private final AtomicLong calls = new AtomicLong();
    private volatile Supplier<Optional<Lag>> unusual = Optional::empty;

    /**
     * How far replicas lag behind.
     *
     * @param longest of all lags, in lab time
     * @param share   of the calls that meet a replica that lags, from 0 to 1
     */
    public record Lag(Duration longest, double share) {
    }

    /** @param immediate {@code true} if everything is seen at once, by every call */
    public Visibility(boolean immediate, long seed, LabClock clock) {
        this.immediate = immediate;
        this.seed = seed;
        this.clock = clock;
    }

    /** @param lag asked at each call; empty for the usual lag */
    public void lagAs(Supplier<Optional<Lag>> lag) {
        unusual = lag;
    }

    /** Whether the present call sees a resource that was made at {@code createdAt}; asking again is another call. */
    public boolean sees(Instant createdAt) {
        Duration age = Duration.between(createdAt, clock.now());
        Optional<Lag> asked = unusual.get();
        Lag lag = asked.orElse(USUAL);
        if (immediate && asked.isEmpty() || age.compareTo(lag.longest()) >= 0) {
            return true;
        }
        long mixed = Mixing.mix(seed, calls.incrementAndGet());
        if (Mixing.fraction(mixed) >= lag.share()) {
            return true;
        }
        double lagMillis = lag.longest().toMillis() * Mixing.fraction(Mixing.mix(mixed, 1));
        return age.toMillis() >= lagMillis;
    }
}
