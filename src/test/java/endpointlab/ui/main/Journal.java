package endpointlab.ui.main;

import endpointlab.lab.LabState;
import endpointlab.run.CallSummary;
import endpointlab.run.LabListener;
import endpointlab.run.WaitInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Writes down what a session tells. */
final class Journal implements LabListener {

    private final List<LabState> states = new CopyOnWriteArrayList<>();
    private final List<WaitInfo> waits = new CopyOnWriteArrayList<>();
    private final List<CallSummary> calls = new CopyOnWriteArrayList<>();

    @Override
    public void changed(LabState before, LabState after) {
        states.add(after);
    }

    @Override
    public void waiting(WaitInfo wait) {
        waits.add(wait);
    }

    @Override
    public void called(CallSummary call) {
        calls.add(call);
    }

    List<LabState> states() {
        return states;
    }

    List<CallSummary> calls() {
        return calls;
    }

    /** The first state like that. */
    LabState first(Predicate<LabState> like) {
        return states.stream().filter(like).findFirst().orElseThrow();
    }

    /** The last that was told of waiting for {@code id} in these words. */
    WaitInfo wait(String id, String what) {
        return waits.stream().filter(wait -> wait.id().equals(id) && wait.what().equals(what))
                .reduce((earlier, later) -> later).orElseThrow();
    }
}
