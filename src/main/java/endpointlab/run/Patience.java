package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.Expectation;
import endpointlab.resource.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Waits for one resource to become ready or to be gone, and says so while it waits. */
final class Patience {

    /** What was made just now may be invisible to some of AWS's servers for that long, in lab time. */
    private static final Duration INVISIBLE = Duration.ofMinutes(2);
    /** At a fast pace the calls and the machines' real work take longer than the lab time that is waited for. */
    private static final Duration SHORTEST_BUDGET_ON_THE_WALL = Duration.ofSeconds(20);

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
        Wait wait = new Wait(spec, engine.handler(spec).ready());
        wait.scheduleFrom(engine.keeper().resource(spec.id()).intentAt());
        Look look = first;
        try {
            while (goesOn(look, decided, wait)) {
                Look seen = look;
                engine.keeper().resource(spec.id(), was -> ResourceChanges.waiting(was, seen));
                wait.pause(seen.awsState(), seen.calm());
                look = engine.handler(spec).look(works.toMake(spec));
            }
            return look;
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    private static boolean goesOn(Look look, boolean decided, Wait wait) {
        return switch (look.status()) {
            case NOT_YET -> true;
            case HELD -> decided;
            case GONE -> wait.slept.compareTo(INVISIBLE) < 0;
            case READY, FAILED -> false;
        };
    }

    /** Waits until a look says so; the first look is taken after a moment. */
    void untilGone(ResourceSpec spec, Expectation expectation, Supplier<Boolean> gone) {
        Wait wait = new Wait(spec, expectation);
        try {
            do {
                wait.pause("", false);
            } while (!gone.get());
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    /** One wait, its looks spread as expected. */
    private final class Wait {

        private final ResourceSpec spec;
        private final Expectation expectation;
        private final Instant since = engine.clock().now();
        private final long sinceNanos = System.nanoTime();
        private Instant scheduleFrom = since;
        private Duration slept = Duration.ZERO;

        Wait(ResourceSpec spec, Expectation expectation) {
            this.spec = spec;
            this.expectation = expectation;
        }

        /** It was begun at that lab time, by a program that has ended meanwhile; {@code null} if not. */
        void scheduleFrom(Instant begun) {
            if (begun != null && begun.isBefore(since)) {
                scheduleFrom = begun;
            }
        }

        void pause(String awsState, boolean calm) {
            if (isOver()) {
                throw new ProblemException(new Problem("TookTooLong", "problem.took-too-long.cause",
                        "problem.took-too-long.remedy", List.of(spec.id(),
                        String.valueOf(expectation.budget().toMinutes())), "", "", ""), null);
            }
            engine.waits().waiting(spec.id(), expectation, since, awsState);
            Duration passed = Duration.between(scheduleFrom, engine.clock().now());
            Duration untilNextLook = calm ? expectation.calmEvery() : expectation.nextLook(passed);
            works.cancellation().sleep(engine.clock(), untilNextLook);
            slept = slept.plus(untilNextLook);
        }

        private boolean isOver() {
            Duration wall = Duration.ofNanos(System.nanoTime() - sinceNanos);
            return slept.compareTo(expectation.budget()) > 0 && wall.compareTo(SHORTEST_BUDGET_ON_THE_WALL) > 0;
        }
    }
}
