package endpointlab.app;

import endpointlab.lab.LabState;
import endpointlab.store.CloudRecord;
import endpointlab.store.CloudRecords;
import endpointlab.store.LabHome;
import endpointlab.store.LabStore;
import java.util.List;
import java.util.Optional;

/** The labs that are kept in a home, and which of them a command means. */
final class LabShelf {

    private final LabHome home;
    private final LabStore store;
    private final CloudRecords clouds;

    LabShelf(LabHome home) {
        this.home = home;
        this.store = new LabStore(home);
        this.clouds = new CloudRecords(home);
    }

    LabHome home() {
        return home;
    }

    LabStore store() {
        return store;
    }

    Optional<CloudRecord> cloud(String runId) {
        return clouds.find(runId);
    }

    void remember(String runId, CloudRecord cloud) {
        clouds.save(runId, cloud);
    }

    /**
     * The lab to go on with: the unfinished one that was changed last. If a cloud of another process is asked for,
     * only labs that live in such a one; its address may have changed since.
     */
    Optional<LabState> unfinished(Optional<CloudAddress> asked) {
        return candidates(asked).stream().filter(state -> !state.finished()).findFirst();
    }

    /** As {@link #unfinished}, else the finished lab that was changed last. */
    Optional<LabState> latest(Optional<CloudAddress> asked) {
        return unfinished(asked).or(() -> candidates(asked).stream().findFirst());
    }

    private List<LabState> candidates(Optional<CloudAddress> asked) {
        return store.all().stream().filter(state -> asked.isEmpty() || livesElsewhere(state)).toList();
    }

    private boolean livesElsewhere(LabState state) {
        return cloud(state.runId()).map(CloudRecord::endpointUrl).isPresent();
    }
}
