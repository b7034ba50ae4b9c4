package endpointlab.app;

import endpointlab.files.AtomicFile;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.store.CloudRecord;
import endpointlab.store.CloudRecords;
import endpointlab.store.LabHome;
import endpointlab.store.LabStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The labs that are kept in a home, and which of them a command means. */
final class LabShelf {

    private static final Logger LOG = LoggerFactory.getLogger(LabShelf.class);

    private final LabHome home;
    private final LabStore store;
    private final CloudRecords clouds;
    private final List<Problem> problems = new ArrayList<>();

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

    /**
     * Makes a lab's folder ready for the one process that works on it now.
     *
     * @param found the lab as it was found before the lock on it was taken
     * @return the lab as it is saved now
     * @throws endpointlab.lab.ProblemException if the state can't be used any more
     */
    LabState nowMine(LabState found) {
        try {
            AtomicFile.removeLeftTemporaries(home.lab(found.runId()));
        } catch (IOException readOnly) {
            LOG.warn("what a killed process left can't be removed", readOnly);
        }
        return store.load(found.runId()).map(LabStore.Loaded::state).orElse(found);
    }

    /** What the learner should know of the labs that were looked for so far, though they can be used. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private List<LabState> candidates(Optional<CloudAddress> asked) {
        List<LabStore.Loaded> all = store.all();
        all.forEach(lab -> lab.problem().ifPresent(problems::add));
        return all.stream().map(LabStore.Loaded::state).filter(state -> asked.isEmpty() || livesElsewhere(state)).toList();
    }

    /** Whether its cloud is one that was named by its address. */
    boolean livesElsewhere(LabState state) {
        return cloud(state.runId()).map(CloudRecord::endpointUrl).isPresent();
    }
}
