package endpointlab.practice.fault;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.world.Mixing;
import endpointlab.practice.world.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A script that is switched on, and what it has counted since. Whether a call is met depends on the seed, the fault,
 * the action and how many calls of that action the fault has seen, never on the order of different actions, so that
 * runs repeat though calls are made at the same time.
 */
final class RunningScript {

    private final FaultScript script;
    private final Instant since;
    private final List<AtomicLong> seen;
    private final List<Map<String, AtomicLong>> seenOfAction;

    /** @param since lab time */
    RunningScript(FaultScript script, Instant since) {
        this.script = script;
        this.since = since;
        this.seen = script.faults().stream().map(fault -> new AtomicLong()).toList();
        this.seenOfAction = new ArrayList<>();
        script.faults().forEach(fault -> seenOfAction.add(new ConcurrentHashMap<>()));
    }

    boolean isEmpty() {
        return script.faults().isEmpty();
    }

    /** Whether a fault counts what the call adds to. */
    boolean counts(ApiCall call) {
        return script.faults().stream().anyMatch(fault -> fault.effect().counts() && fault.selection().fits(call));
    }

    /** What is to be done to a call, in the script's order; counts the call. */
    List<Effect> effects(ApiCall call, Effect.Place place) {
        List<Effect> due = new ArrayList<>();
        Duration passed = Duration.between(since, place.cloud().now());
        for (int i = 0; i < script.faults().size(); i++) {
            Fault fault = script.faults().get(i);
            Selection selection = fault.selection();
            if (selection.isTime(passed) && selection.fits(call) && fault.effect().concerns(call, place)
                    && meets(i, selection, call.iamAction())) {
                due.add(fault.effect());
            }
        }
        return due;
    }

    private boolean meets(int index, Selection selection, String action) {
        long number = seen.get(index).incrementAndGet();
        long ofAction = seenOfAction.get(index).computeIfAbsent(action, first -> new AtomicLong()).incrementAndGet();
        long mixed = Mixing.mix(Mixing.mix(Mixing.mix(script.seed(), index), action), ofAction);
        return number >= selection.first() && number <= selection.last()
                && Mixing.fraction(mixed) < selection.probability();
    }

    /** The lag of replicas at a lab time; empty for the usual. */
    Optional<Visibility.Lag> lag(Instant now) {
        return current(now).map(Fault::lag).filter(Objects::nonNull).findFirst();
    }

    /** How far AWS's clock is ahead of this computer's at a lab time. */
    Duration skew(Instant now) {
        return current(now).map(Fault::skew).filter(Objects::nonNull).findFirst().orElse(Duration.ZERO);
    }

    private Stream<Fault> current(Instant now) {
        Duration passed = Duration.between(since, now);
        return script.faults().stream().filter(fault -> fault.selection().isTime(passed));
    }
}
