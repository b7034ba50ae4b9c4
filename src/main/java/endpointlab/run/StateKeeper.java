package endpointlab.run;

import endpointlab.clock.LabClock;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Holds the state of a run: every change is saved first and told after. Changes come one at a time.
 *
 * <p>What could not be saved is kept all the same and goes with the next change: it tells what exists in AWS.
 */
final class StateKeeper {

    private final StateStore store;
    private final LabClock clock;
    private final Listeners listeners;
    private volatile LabState state;

    StateKeeper(LabState state, StateStore store, LabClock clock, Listeners listeners) {
        this.state = state;
        this.store = store;
        this.clock = clock;
        this.listeners = listeners;
    }

    LabState state() {
        return state;
    }

    /** A change that may be lost, because it follows from the state itself; it is saved with the next one. */
    synchronized void correct(UnaryOperator<LabState> change) {
        state = change.apply(state);
    }

    ResourceState resource(String specId) {
        return state.resource(specId);
    }

    /** @throws ProblemException if the change could not be saved */
    void resource(String specId, UnaryOperator<ResourceState> change) {
        change(was -> {
            ResourceState before = was.resource(specId);
            ResourceState changed = change.apply(before);
            return changed.equals(before) ? was : was.withResource(specId, resource -> dated(before, changed));
        });
    }

    /** @throws ProblemException if the change could not be saved */
    synchronized void change(UnaryOperator<LabState> change) {
        LabState before = state;
        LabState changed = change.apply(before);
        if (changed.equals(before)) {
            return;
        }
        LabState after = at(Instant.now(), changed);
        state = after;
        try {
            store.save(after);
        } catch (IOException failure) {
            throw new ProblemException(new Problem("StateNotSaved", "problem.state-not-saved.cause",
                    "problem.state-not-saved.remedy", List.of(), "", String.valueOf(failure.getMessage()), ""),
                    failure);
        }
        listeners.tell(listener -> listener.changed(before, after));
    }

    private ResourceState dated(ResourceState before, ResourceState changed) {
        Instant since = changed.status() == ResourceStatus.NOT_MADE ? null
                : changed.status() == before.status() ? before.statusAt() : clock.now();
        return new ResourceState(changed.specId(), changed.status(), changed.awsId(), changed.clientToken(),
                changed.attributes(), changed.awsState(), changed.problem(), since, changed.intentAt(),
                changed.readyAt(), changed.deletedAt());
    }

    private static LabState at(Instant now, LabState state) {
        return new LabState(state.schema(), state.labId(), state.runId(), state.mode(), state.region(),
                state.accountId(), state.seed(), state.prefix(), state.values(), state.resources(), state.steps(),
                state.createdAt(), now);
    }
}
