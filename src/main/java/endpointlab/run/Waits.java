package endpointlab.run;

import endpointlab.clock.LabClock;
import endpointlab.lab.Holder;
import endpointlab.resource.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The waits going on, as listeners know them. */
final class Waits {

    private final LabClock clock;
    private final Listeners listeners;
    private final Map<String, WaitInfo> current = new ConcurrentHashMap<>();

    Waits(LabClock clock, Listeners listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    void waiting(String id, Expectation expectation, Instant since, String awsState) {
        tell(new WaitInfo(id, expectation.what(), expectation.why(), since, expectation.usual(), awsState));
    }

    /** A call is refused for now. */
    void waitingOut(String id, String what, String code, List<Holder> holders) {
        WaitInfo known = current.get(id);
        Instant since = known != null && known.what().equals(what) ? known.since() : clock.now();
        tell(new WaitInfo(id, what, what + ".why", since, Duration.ZERO, code, holders));
    }

    void waiting(String id, String what) {
        tell(new WaitInfo(id, what, what + ".why", clock.now(), Duration.ZERO, ""));
    }

    void ended(String id) {
        if (current.remove(id) != null) {
            listeners.tell(listener -> listener.waitEnded(id));
        }
    }

    private void tell(WaitInfo wait) {
        if (!wait.equals(current.put(wait.id(), wait))) {
            listeners.tell(listener -> listener.waiting(wait));
        }
    }
}
