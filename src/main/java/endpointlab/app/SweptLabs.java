package endpointlab.app;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ProblemException;
import endpointlab.run.LabSession;
import endpointlab.store.LabStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up labs that a sweep found, one after the other, and tells how that ended for all of them together. */
final class SweptLabs {

    private static final Logger LOG = LoggerFactory.getLogger(SweptLabs.class);

    private final Surroundings around;
    private final Report report;
    private final Lab lab;
    private final LabShelf own;
    private final LabShelf others;
    private final List<LabWork.Ended> all = new ArrayList<>();
    private boolean cancelled;

    SweptLabs(Surroundings around, Report report, Lab lab, LabShelf own) {
        this.around = around;
        this.report = report;
        this.lab = lab;
        this.own = own;
        this.others = new LabShelf(own.home().swept());
    }

    /** One that fails doesn't stop the others; an interrupt does. */
    void cleanUp(List<FoundLab> labs) {
        for (FoundLab found : labs) {
            LabWork.Ended ended = cleanUp(found);
            all.add(ended);
            if (ended.exit() == ExitCode.CANCELLED) {
                return;
            }
        }
    }

    /** Nothing more is done. */
    void cancelled() {
        cancelled = true;
    }

    /**
     * How all that ended.
     *
     * @param ok     whether nothing else went wrong
     * @param wallMs how long it took
     */
    LabWork.Ended ended(boolean ok, long wallMs) {
        int exit = cancelled || has(ExitCode.CANCELLED) ? ExitCode.CANCELLED
                : !ok || has(ExitCode.FAILED) ? ExitCode.FAILED
                : has(ExitCode.LEFT_OVER) ? ExitCode.LEFT_OVER : ExitCode.DONE;
        Map<String, Integer> calls = new TreeMap<>();
        all.forEach(one -> one.end().calls().forEach((kind, number) -> calls.merge(kind, number, Integer::sum)));
        boolean known = !all.isEmpty() && all.stream().allMatch(one -> one.end().leftover().isPresent());
        OptionalInt leftover = known ? OptionalInt.of(all.stream().mapToInt(one ->
                one.end().leftover().getAsInt()).sum()) : OptionalInt.empty();
        return new LabWork.Ended(new Report.End(exit == ExitCode.DONE, exit == ExitCode.CANCELLED, leftover, wallMs,
                OptionalLong.empty(), calls), exit);
    }

    private boolean has(int exit) {
        return all.stream().anyMatch(one -> one.exit() == exit);
    }

    private LabWork.Ended cleanUp(FoundLab found) {
        Optional<LabState> kept = kept(found);
        LabShelf shelf = kept.isPresent() ? own : others;
        LabWork.Ended ended = new LabWork(around, report, lab).attempt(shelf, kept.orElseGet(() -> rebuilt(found)),
                true, found.place().way(), LabWork.Task.cleaningUp("sweep"));
        if (kept.isEmpty() && ended.exit() == ExitCode.DONE) {
            forget(found.runId());
        }
        return ended;
    }

    /**
     * What is kept here of the lab, if it is one of this home and can be read; else the tags must do. Anybody may
     * write a tag, so the account and the Region must be those of the lab as well.
     */
    private Optional<LabState> kept(FoundLab found) {
        String runId = found.runId();
        try {
            return own.store().load(runId).map(LabStore.Loaded::state)
                    .filter(state -> state.region().equals(found.region()))
                    .filter(state -> state.accountId().isEmpty() || state.accountId().equals(found.accountId()));
        } catch (ProblemException unreadable) {
            LOG.warn("the lab {} is cleaned up by its tags alone", runId, unreadable);
            return Optional.empty();
        }
    }

    /** Clean-up finds by the tags what exists. Which values were edited isn't told, and makes no difference to it. */
    private LabState rebuilt(FoundLab found) {
        return LabSession.newState(lab, found.runId(), found.place().mode(), found.region(), 0,
                found.owner().orElse(""), Map.of()).withAccount(found.accountId()).unsure();
    }

    private void forget(String runId) {
        try {
            others.store().remove(runId);
        } catch (IOException unusable) {
            LOG.warn("what was kept of {} can't be removed", runId, unusable);
        }
    }
}
