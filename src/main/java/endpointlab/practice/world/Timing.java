package endpointlab.practice.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Draws durations from the {@link Transition} table and remembers what was drawn for which resource, so that the
 * critical path of a lab can be told afterwards.
 *
 * <p>A draw depends only on the seed, the transition and a key that is the same in every run (such as the resource's
 * name), never on ids or on the order of calls, so that runs with the same seed repeat even when things happen at
 * the same time. Safe for use by any thread.
 */
public final class Timing {

    private final long seed;
    private final List<Drawn> drawn;

    public Timing(long seed) {
        this(seed, List.of());
    }

    /** @param before what was drawn before the world was saved */
    Timing(long seed, List<Drawn> before) {
        this.seed = seed;
        this.drawn = new CopyOnWriteArrayList<>(before);
    }

    /**
     * One duration that a resource was given.
     *
     * @param resourceId AWS id or ARN
     */
    public record Drawn(String resourceId, Transition transition, Duration duration) {
    }

    /**
     * @param key        the same in every run, such as the {@code Name} tag or the group name
     * @param resourceId AWS id or ARN of what is in transition
     */
    public Duration draw(Transition transition, String key, String resourceId) {
        long mixed = seed * 0x9E3779B97F4A7C15L + transition.ordinal() * 0xBF58476D1CE4E5B9L + key.hashCode();
        long span = transition.longest().minus(transition.shortest()).toMillis();
        Duration duration = transition.shortest().plusMillis(new SplittableRandom(mixed).nextLong(span + 1));
        drawn.add(new Drawn(resourceId, transition, duration));
        return duration;
    }

    /** All draws so far, oldest first. */
    public List<Drawn> drawn() {
        return List.copyOf(drawn);
    }
}
