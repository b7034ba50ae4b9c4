package endpointlab.run;

import endpointlab.lab.CheckResult;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.TaskGraph.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps where each step stands while a command works on it. Safe for use by any thread. */
final class StepBook {

    private final Engine engine;
    private final Lab lab;
    private final StateKeeper keeper;
    private final Map<Integer, Integer> open = new HashMap<>();
    private final Map<Integer, List<TaskGraph.Ended>> ended = new HashMap<>();

    StepBook(Engine engine) {
        this.engine = engine;
        this.lab = engine.lab();
        this.keeper = engine.keeper();
    }

    /** One task of this step will start or be skipped. */
    synchronized void plan(int step) {
        open.merge(step, 1, Integer::sum);
    }

    synchronized void started(int step) {
        StepState was = keeper.state().steps().getOrDefault(step, StepState.OPEN);
        if (was.status() != StepState.Status.RUNNING || !ended.containsKey(step)) {
            ended.computeIfAbsent(step, key -> new ArrayList<>());
            put(step, new StepState(StepState.Status.RUNNING, Instant.now(), null, was.check(), null));
        }
    }

    synchronized void ended(int step, TaskGraph.Ended task) {
        ended.computeIfAbsent(step, key -> new ArrayList<>()).add(task);
        if (open.merge(step, -1, Integer::sum) == 0) {
            finish(step);
        }
    }

    /** What a step's check saw. */
    synchronized void checked(int step, CheckResult result) {
        StepState was = keeper.state().steps().getOrDefault(step, StepState.OPEN);
        put(step, new StepState(was.status(), was.startedAt(), was.finishedAt(), result, was.problem()));
    }

    /** A step of which nothing had to be done. */
    synchronized void finishIfComplete(int step) {
        StepState was = keeper.state().steps().getOrDefault(step, StepState.OPEN);
        if (!ended.containsKey(step) && was.status() != StepState.Status.DONE && complete(step)) {
            put(step, new StepState(StepState.Status.DONE, was.startedAt(), Instant.now(), was.check(), null));
        }
    }

    synchronized void put(int step, StepState state) {
        keeper.change(was -> was.withStep(step, state));
    }

    private void finish(int step) {
        StepState was = keeper.state().steps().getOrDefault(step, StepState.OPEN);
        List<TaskGraph.Ended> tasks = ended.get(step);
        Optional<Problem> problem = tasks.stream().filter(task -> task.end() == End.FAILED)
                .map(TaskGraph.Ended::problem).findFirst();
        if (problem.isPresent()) {
            put(step, end(was, StepState.Status.FAILED, problem.get()));
        } else if (complete(step)) {
            put(step, end(was, StepState.Status.DONE, null));
        } else if (tasks.stream().anyMatch(task -> task.end() == End.CANCELLED)) {
            put(step, end(was, StepState.Status.CANCELLED, null));
        } else if (was.status() == StepState.Status.RUNNING && !held(step)) {
            // Some of its parts are done, or wait for a step that failed.
            put(step, end(was, StepState.Status.OPEN, null));
        }
    }

    /** It goes on running while it waits for a person. */
    private boolean held(int step) {
        return lab.resources().stream().filter(spec -> spec.step() == step)
                .anyMatch(spec -> engine.isHeld(keeper.state(), spec.id()));
    }

    private static StepState end(StepState was, StepState.Status status, Problem problem) {
        return new StepState(status, was.startedAt(), Instant.now(), was.check(), problem);
    }

    private boolean complete(int step) {
        LabState state = keeper.state();
        boolean made = lab.resources().stream().filter(spec -> spec.step() == step)
                .allMatch(spec -> state.resource(spec.id()).status() == ResourceStatus.READY);
        CheckResult check = state.steps().getOrDefault(step, StepState.OPEN).check();
        boolean checks = lab.checks().stream().map(CheckSpec::step).anyMatch(number -> number == step);
        return made && (!checks || check != null && check.passed());
    }
}
