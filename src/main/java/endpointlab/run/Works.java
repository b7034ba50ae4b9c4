package endpointlab.run;

import endpointlab.aws.AwsCaller;
import endpointlab.clock.Cancellation;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.Account;
import endpointlab.resource.ResourceWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts together what a handler is told, from the state as it is now. */
final class Works {

    /** So long after something was made, a not-found answer may mean that it isn't visible everywhere yet. */
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** At a fast pace the calls in between alone take more lab time than that. */
    private static final Duration FRESH_ON_THE_WALL = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_FRESH = Duration.ofMinutes(2);
    /** When deleting, a fresh resource that isn't found is asked for a little longer before it counts as gone. */
    private static final Duration WAIT_WHEN_DELETING = Duration.ofSeconds(10);

    private final Engine engine;
    private final Cancellation cancellation;

    Works(Engine engine, Cancellation cancellation) {
        this.engine = engine;
        this.cancellation = cancellation;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** @throws endpointlab.lab.ProblemException if an input isn't known yet */
    ResourceWork toMake(ResourceSpec spec) {
        LabState state = engine.keeper().state();
        Map<String, String> inputs = new Inputs(engine.lab(), state).all(spec.inputs());
        Stream<ResourceState> touched = engine.graph().dependencies(spec.id()).stream().map(state::resource);
        return work(spec, state.resource(spec.id()), inputs, fresh(touched) ? WAIT_FOR_FRESH : Duration.ZERO,
                engine.caller(spec.id(), cancellation));
    }

    /** As {@link #toMake}, as if the run stood at {@code state}. */
    ResourceWork toLook(ResourceSpec spec, LabState state) {
        return work(spec, state.resource(spec.id()), new Inputs(engine.lab(), state).all(spec.inputs()),
                Duration.ZERO, engine.caller(spec.id(), cancellation));
    }

    /** Asks once in a run whose account it is in, of which some inputs are made. */
    void learnAccount() {
        if (engine.keeper().state().accountId().isEmpty()) {
            String account = Account.id(engine.caller("", cancellation));
            engine.keeper().change(was -> was.withAccount(account));
        }
    }

    /** Whether all inputs are known; else it can't have been made. */
    boolean knowsAll(ResourceSpec spec) {
        return knowsAll(spec, engine.keeper().state());
    }

    boolean knowsAll(ResourceSpec spec, LabState state) {
        return new Inputs(engine.lab(), state).known(spec.inputs()).keySet().containsAll(spec.inputs().keySet());
    }

    /** Work with as many inputs as are known. */
    ResourceWork toDelete(ResourceSpec spec) {
        return toDelete(spec, engine.keeper().resource(spec.id()));
    }

    ResourceWork toDelete(ResourceSpec spec, ResourceState as) {
        Map<String, String> inputs = new Inputs(engine.lab(), engine.keeper().state()).known(spec.inputs());
        return toDelete(spec, as, engine.caller(spec.id(), cancellation));
    }

    /** Work that tells {@code refusals} when AWS refuses to delete it for now. */
    ResourceWork toDelete(ResourceSpec spec, Refusals refusals) {
        return toDelete(spec, engine.keeper().resource(spec.id()),
                engine.calls().caller(spec.id(), cancellation, refusals));
    }

    private ResourceWork toDelete(ResourceSpec spec, ResourceState as, AwsCaller aws) {
        Map<String, String> inputs = new Inputs(engine.lab(), engine.keeper().state()).known(spec.inputs());
        return work(spec, as, inputs, fresh(Stream.of(as)) ? WAIT_WHEN_DELETING : Duration.ZERO, aws);
    }

    private ResourceWork work(ResourceSpec spec, ResourceState state, Map<String, String> inputs,
                              Duration freshFor, AwsCaller aws) {
        return new ResourceWork(engine.keeper().state().runId(), spec.id(), inputs, state, freshFor, aws,
                engine.keys(),
                (id, attributes) -> engine.keeper().resource(spec.id(),
                        was -> ResourceChanges.made(was, id, attributes)));
    }

    /** Its status is younger than its intent if the call that made it was refused for some time. */
    private boolean fresh(Stream<ResourceState> touched) {
        Duration wall = engine.clock().toLab(FRESH_ON_THE_WALL);
        Instant since = engine.clock().now().minus(FRESH.compareTo(wall) < 0 ? wall : FRESH);
        return touched.flatMap(state -> Stream.of(state.intentAt(), state.statusAt())).filter(Objects::nonNull)
                .anyMatch(made -> made.isAfter(since));
    }
}
