package endpointlab.run;

import endpointlab.clock.Cancellation;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Looks for what the run itself may have made without knowing its id. */
final class OwnResources {

    /** What was made by a call whose answer was never saved may not be visible before, in lab time. */
    private static final Duration SURELY_VISIBLE = Duration.ofSeconds(45);
    private static final Duration FIND_EVERY = Duration.ofSeconds(2);

    private final Engine engine;
    private final Cancellation cancellation;

    OwnResources(Engine engine, Cancellation cancellation) {
        this.engine = engine;
        this.cancellation = cancellation;
    }

    /** Whether a call that made it may have been sent so short a time ago that its result isn't visible yet. */
    boolean maybeInvisible(ResourceState state) {
        return state.intentAt() != null && engine.clock().now().isBefore(state.intentAt().plus(SURELY_VISIBLE));
    }

    /** Ids found; asks again for a while if there are none and that may be because it is too early. */
    List<String> find(ResourceState state, Supplier<List<String>> find) {
        return find(maybeInvisible(state), find);
    }

    /** As {@link #find}, after a call that was sent just now, however long ago it was first meant to be. */
    List<String> findJustMade(Supplier<List<String>> find) {
        return find(true, find);
    }

    private List<String> find(boolean early, Supplier<List<String>> find) {
        List<String> found = find.get();
        for (Duration slept = Duration.ZERO; early && found.isEmpty() && slept.compareTo(SURELY_VISIBLE) < 0;
                slept = slept.plus(FIND_EVERY)) {
            cancellation.sleep(engine.clock(), FIND_EVERY);
            found = find.get();
        }
        return found;
    }
}
