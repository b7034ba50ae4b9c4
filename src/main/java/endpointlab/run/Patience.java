package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.Expectation;
import endpointlab.resource.Look;
import endpointlab.resource.ResourceHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Waits for one resource to become ready or to be gone, and says so while it waits. */
final class Patience {

    /** What was made just now may be invisible to some of AWS's servers for that long. */
    private static final Duration INVISIBLE = Duration.ofMinutes(2);

    private final Engine engine;
    private final Works works;

    Patience(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    /**
     * Waits until it is ready, failed, gone or held by a person.
     *
     * @param first   what is known already
     * @param decided whether the decision has been taken, so that being held will end, too
     * @throws ProblemException if it takes longer than the handler's budget
     */
    Look untilReady(ResourceSpec spec, Look first, boolean decided) {
        ResourceHandler handler = engine.handler(spec);
        Expectation expectation = handler.ready();
        Instant since = engine.clock().now();
        Instant begun = engine.keeper().resource(spec.id()).intentAt();
        Instant scheduleFrom = begun == null || begun.isAfter(since) ? since : begun;
        Look look = first;
        try {
            while (goesOn(look, decided, since)) {
                Look seen = look;
                engine.keeper().resource(spec.id(), was -> ResourceChanges.waiting(was, seen));
                engine.waits().waiting(spec.id(), expectation, since, look.awsState());
                pause(spec, expectation, since, look.calm() ? expectation.calmEvery()
                        : expectation.nextLook(Duration.between(scheduleFrom, engine.clock().now())));
                look = handler.look(works.toMake(spec));
            }
            return look;
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    private boolean goesOn(Look look, boolean decided, Instant since) {
        return switch (look.status()) {
            case NOT_YET -> true;
            case HELD -> decided;
            case GONE -> engine.clock().now().isBefore(since.plus(INVISIBLE));
            case READY, FAILED -> false;
        };
    }

    /** Waits until a look says so; the first look is taken after a moment. */
    void untilGone(ResourceSpec spec, Expectation expectation, Supplier<Boolean> gone) {
        Instant since = engine.clock().now();
        try {
            do {
                engine.waits().waiting(spec.id(), expectation, since, "");
                pause(spec, expectation, since,
                        expectation.nextLook(Duration.between(since, engine.clock().now())));
            } while (!gone.get());
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    private void pause(ResourceSpec spec, Expectation expectation, Instant since, Duration untilNextLook) {
        if (engine.clock().now().isAfter(since.plus(expectation.budget()))) {
            throw new ProblemException(new Problem("TookTooLong", "problem.took-too-long.cause",
                    "problem.took-too-long.remedy", List.of(spec.id(),
                    String.valueOf(expectation.budget().toMinutes())), "", "", ""), null);
        }
        works.cancellation().sleep(engine.clock(), untilNextLook);
    }
}
