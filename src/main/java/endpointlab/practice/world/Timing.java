package endpointlab.practice.world;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Draws durations from the {@link Transition} table. The draw depends only on the seed, the transition and a key
 * (such as the resource's name), never on the order of calls, so that runs with the same seed repeat even when
 * things happen at the same time.
 *
 * @param seed the world's seed
 */
public record Timing(long seed) {

    public Duration draw(Transition transition, String key) {
        long mixed = seed * 0x9E3779B97F4A7C15L + transition.ordinal() * 0xBF58476D1CE4E5B9L + key.hashCode();
        long span = transition.longest().minus(transition.shortest()).toMillis();
        return transition.shortest().plusMillis(new SplittableRandom(mixed).nextLong(span + 1));
    }
}
