package endpointlab.run;

import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult.Outcome;
import endpointlab.run.TaskGraph.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Deletes all that the run made, each as soon as nothing that uses it is left, then proves that nothing remains.
 * Starts from any point and may be repeated.
 */
final class CleanUpCommand {

    private final Engine engine;
    private final Works works;
    private final ResourceRemover remover;
    private final DeletionOrder order;
    private final int step;

    /** @param step number of the lab's clean-up step */
    CleanUpCommand(Engine engine, Works works, int step) {
        this.engine = engine;
        this.works = works;
        this.remover = new ResourceRemover(engine, works);
        this.order = new DeletionOrder(engine);
        this.step = step;
    }

    RunResult run() {
        Instant startedAt = Instant.now();
        step(StepState.Status.RUNNING, startedAt, null);
        List<Problem> problems = new ArrayList<>(new Adoption(engine, works).run());
        problems.addAll(delete());
        if (works.cancellation().isCancelled()) {
            step(StepState.Status.CANCELLED, startedAt, null);
            return new RunResult(Outcome.CANCELLED, problems, List.of());
        }
        List<Leftover> leftovers;
        try {
            leftovers = new Proof(engine, works).leftovers();
        } catch (CancellationException cancelled) {
            step(StepState.Status.CANCELLED, startedAt, null);
            return new RunResult(Outcome.CANCELLED, problems, List.of());
        } catch (ProblemException unproven) {
            problems.add(unproven.problem());
            step(StepState.Status.FAILED, startedAt, problems.get(0));
            return new RunResult(Outcome.FAILED, problems, List.of());
        }
        if (!leftovers.isEmpty()) {
            problems.add(leftOver(leftovers));
            step(StepState.Status.FAILED, startedAt, problems.get(0));
            return new RunResult(Outcome.LEFT_OVER, problems, leftovers);
        }
        engine.lab().resources().forEach(spec -> engine.handler(spec).forget(works.toDelete(spec)));
        step(StepState.Status.DONE, startedAt, null);
        return new RunResult(Outcome.DONE, List.of(), List.of());
    }

    private List<Problem> delete() {
        TaskGraph tasks = new TaskGraph();
        List<ResourceSpec> there = engine.lab().resources().stream()
                .filter(spec -> engine.keeper().resource(spec.id()).mayExist()).toList();
        List<ResourceSpec> deletable = there.stream().filter(spec -> order.parent(spec, there).isEmpty()).toList();
        for (ResourceSpec spec : deletable) {
            tasks.add(spec.id(), order.needs(spec, deletable, there), asked -> {
                remover.remove(spec, asked);
                children(spec, there).forEach(this::goneToo);
                return End.DONE;
            });
        }
        return tasks.run(engine.workers(), TaskGraph.SILENT).stream().map(TaskGraph.Ended::problem)
                .filter(Objects::nonNull).toList();
    }

    private List<ResourceSpec> children(ResourceSpec parent, List<ResourceSpec> there) {
        return there.stream().filter(spec -> order.parent(spec, there).filter(parent::equals).isPresent()).toList();
    }

    private void goneToo(ResourceSpec spec) {
        engine.keeper().resource(spec.id(), was -> ResourceChanges.deleted(was, engine.clock().now()));
    }

    private static Problem leftOver(List<Leftover> leftovers) {
        return new Problem("LeftOver", "problem.left-over.cause", "problem.left-over.remedy",
                List.of(String.valueOf(leftovers.size()),
                        String.join(", ", leftovers.stream().map(Leftover::awsId).toList())), "", "", "");
    }

    private void step(StepState.Status status, Instant startedAt, Problem problem) {
        Instant end = status == StepState.Status.RUNNING ? null : Instant.now();
        engine.keeper().change(was -> was.withStep(step, new StepState(status, startedAt, end, null, problem)));
    }
}
