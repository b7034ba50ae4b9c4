package endpointlab.ui.wizard;

import endpointlab.lab.LabState;
import endpointlab.run.LabListener;
import endpointlab.run.RunResult;
import endpointlab.run.WorkFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A session that writes down its commands; a test decides what becomes of them. */
public final class FakeSession implements SessionCommands {

    public final List<String> commands = new ArrayList<>();
    /** What looking for the learner's own work finds. */
    public final List<WorkFound> work = new ArrayList<>();
    public final Set<String> locked = new TreeSet<>();
    public LabListener listener;
    public CompletableFuture<RunResult> result = new CompletableFuture<>();
    private LabState state;

    public FakeSession(LabState state) {
        this.state = state;
    }

    public void change(LabState after) {
        LabState before = state;
        state = after;
        listener.changed(before, after);
    }

    public void end(RunResult.Outcome outcome) {
        end(new RunResult(outcome, List.of(), List.of()));
    }

    public void end(RunResult how) {
        CompletableFuture<RunResult> ended = result;
        result = new CompletableFuture<>();
        ended.complete(how);
    }

    private Run run(String command) {
        commands.add(command);
        CompletableFuture<RunResult> mine = result;
        return new Run(() -> {
            commands.add("cancel");
            end(RunResult.Outcome.CANCELLED);
        }, mine);
    }

    @Override
    public LabState state() {
        return state;
    }

    @Override
    public boolean editable(String fieldKey) {
        return !locked.contains(fieldKey);
    }

    @Override
    public void setValue(String fieldKey, String value) {
        commands.add(fieldKey + "=" + value);
        Map<String, String> values = new LinkedHashMap<>(state.values());
        if (value == null) {
            values.remove(fieldKey);
        } else {
            values.put(fieldKey, value);
        }
        change(new LabState(state.schema(), state.labId(), state.runId(), state.mode(), state.region(),
                state.accountId(), state.seed(), state.prefix(), values, state.resources(), state.steps(),
                state.createdAt(), state.changedAt()));
    }

    @Override
    public Run allowSshFrom(String address) {
        return run("ssh from " + address);
    }

    @Override
    public Run runStep(int number) {
        return run("step " + number);
    }

    @Override
    public Run runSubstep(String id) {
        return run("substep " + id);
    }

    @Override
    public Run runTo(int number, boolean accept) {
        return run("to " + number + (accept ? " accepting" : ""));
    }

    @Override
    public Run accept() {
        return run("accept");
    }

    @Override
    public Run reject() {
        return run("reject");
    }

    @Override
    public Run cleanUp() {
        return run("clean up");
    }

    @Override
    public Run reconcile() {
        return run("reconcile");
    }

    @Override
    public Run checkWork(int number, Consumer<WorkFound> told) {
        Run run = run("check " + number);
        work.forEach(told);
        return run;
    }

    @Override
    public Run adoptWork(int number, Map<String, String> confirmed) {
        return run("adopt " + number + " " + confirmed);
    }
}
