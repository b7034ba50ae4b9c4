package endpointlab.app;

import endpointlab.clock.LabClock;
import endpointlab.cost.Spending;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.preflight.PreflightLine;
import endpointlab.run.WaitInfo;
import endpointlab.run.WorkFound;
import endpointlab.ui.shared.SweepListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the window how the clean-up of one lab goes; what only a terminal says is left out. */
final class SweepTelling implements Report {

    private final String runId;
    private final SweepListener listener;
    private final Map<String, String> deleting = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, WaitInfo> waits = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Leftover> left = new ArrayList<>();

    SweepTelling(String runId, SweepListener listener) {
        this.runId = runId;
        this.listener = listener;
    }

    /** Tells how it ended. */
    void ended(LabWork.Ended ended) {
        listener.ended(runId, new SweepListener.End(switch (ended.exit()) {
            case ExitCode.DONE -> SweepListener.How.DONE;
            case ExitCode.LEFT_OVER -> SweepListener.How.LEFT_OVER;
            case ExitCode.CANCELLED -> SweepListener.How.CANCELLED;
            default -> SweepListener.How.FAILED;
        }, problems, left));
    }

    @Override
    public void resource(String id, String kind, ResourceState state) {
        if (state.status() == ResourceStatus.DELETING) {
            deleting.put(id, kind);
        } else if (deleting.remove(id) != null && state.status() == ResourceStatus.DELETED) {
            deleted.add(id);
        }
        tell();
    }

    @Override
    public void waiting(WaitInfo wait) {
        waits.put(wait.id(), wait);
        tell();
    }

    @Override
    public void waitEnded(String id) {
        waits.remove(id);
        tell();
    }

    private void tell() {
        listener.progress(runId, new SweepListener.Progress(deleted.size(),
                deleting.values().stream().findFirst().orElse(""),
                Optional.of(waits.values()).filter(all -> !all.isEmpty()).map(all -> all.iterator().next())));
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void leftovers(List<Priced> leftovers) {
        leftovers.forEach(one -> left.add(one.left()));
    }

    @Override
    public void begin(LabState state, LabClock clock, boolean resumed) {
        // The listener knows already.
    }

    @Override
    public void identity(Identity identity) {
        // Stands on the page.
    }

    @Override
    public void preflight(PreflightLine line) {
        // Clean-up has none.
    }

    @Override
    public void step(int step, StepState.Status status, long millis) {
        // Clean-up is a single step.
    }

    @Override
    public void check(int step, CheckResult result) {
        // Clean-up checks nothing.
    }

    @Override
    public void work(WorkFound found) {
        // Clean-up checks nobody's work.
    }

    @Override
    public void badInput(List<String> sentences) {
        // Nothing was typed.
    }

    @Override
    public void nothingToDo(String sentence) {
        // Only commands say so.
    }

    @Override
    public void labs(List<FoundLab> labs) {
        // They are in the list.
    }

    @Override
    public void keeping(Duration left) {
        // Nothing is kept.
    }

    @Override
    public void spending(Spending spending) {
        // What the lab costs stands in the list.
    }

    @Override
    public void end(End end) {
        // As ended(LabWork.Ended).
    }

    @Override
    public void ended(String sentence, End end) {
        // As ended(LabWork.Ended).
    }
}
