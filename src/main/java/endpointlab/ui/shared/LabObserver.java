package endpointlab.ui.shared;

import endpointlab.lab.LabState;
import endpointlab.run.CallSummary;
import endpointlab.run.LabListener;
import endpointlab.run.LabSession;
import endpointlab.run.WaitInfo;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What happens in a lab's session, brought to the JavaFX thread: the latest state, the waits under way and the calls
 * so far. All screens of a lab look at one observer.
 */
public final class LabObserver implements LabListener {

    private static final int CALLS_KEPT = 2_000;

    private final ReadOnlyObjectWrapper<LabState> state = new ReadOnlyObjectWrapper<>(this, "state");
    private final ObservableList<WaitInfo> waits = FXCollections.observableArrayList();
    private final ObservableList<CallSummary> calls = FXCollections.observableArrayList();
    private final Consumer<LabState> latestState = FxThread.latest(state::set);

    /** Starts to look at {@code session}; to be called on the JavaFX thread. */
    public LabObserver(LabSession session) {
        this(session.state());
        session.addListener(this);
    }

    /** Knows only {@code first} until it is told more as a {@link LabListener}. */
    public LabObserver(LabState first) {
        state.set(first);
    }

    public ReadOnlyObjectProperty<LabState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Waits under way, the longest-running first. */
    public ObservableList<WaitInfo> waits() {
        return waits;
    }

    /** Calls that ended, oldest first; only the latest two thousand are kept. */
    public ObservableList<CallSummary> calls() {
        return calls;
    }

    @Override
    public void changed(LabState before, LabState after) {
        latestState.accept(after);
    }

    @Override
    public void waiting(WaitInfo wait) {
        FxThread.run(() -> {
            int known = indexOf(wait.id());
            if (known >= 0) {
                waits.set(known, wait);
            } else {
                waits.add(wait);
            }
        });
    }

    @Override
    public void waitEnded(String id) {
        FxThread.run(() -> waits.removeIf(wait -> wait.id().equals(id)));
    }

    @Override
    public void called(CallSummary call) {
        FxThread.run(() -> {
            if (calls.size() >= CALLS_KEPT) {
                calls.remove(0);
            }
            calls.add(call);
        });
    }

    private int indexOf(String id) {
        for (int i = 0; i < waits.size(); i++) {
            if (waits.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
