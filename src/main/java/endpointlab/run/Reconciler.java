package endpointlab.run;

import endpointlab.lab.Difference;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.resource.Look;
import endpointlab.run.RunResult.Outcome;
import endpointlab.run.TaskGraph.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what should be there with what is there. */
final class Reconciler {

    private final Engine engine;
    private final Works works;

    Reconciler(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    RunResult run() {
        List<ResourceSpec> unsure = engine.lab().resources().stream()
                .filter(spec -> Adoption.isUnsure(engine.keeper().resource(spec.id()))).toList();
        List<Problem> problems = new ArrayList<>(new Adoption(engine, works).run());
        if (problems.isEmpty() && !works.cancellation().isCancelled()) {
            unsure.forEach(spec -> engine.keeper().resource(spec.id(), Reconciler::looked));
        }
        problems.addAll(compare());
        new Outlived(engine).mark();
        // Their steps were never told that they are done.
        StepBook book = new StepBook(engine);
        unsure.stream().map(ResourceSpec::step).distinct().forEach(book::finishIfComplete);
        Outcome outcome = works.cancellation().isCancelled() ? Outcome.CANCELLED
                : problems.isEmpty() ? Outcome.DONE : Outcome.FAILED;
        return new RunResult(outcome, problems, List.of());
    }

    private List<Problem> compare() {
        TaskGraph tasks = new TaskGraph();
        for (ResourceSpec spec : engine.lab().resources()) {
            if (isComparable(engine.keeper().resource(spec.id())) && works.knowsAll(spec)) {
                tasks.add(spec.id(), List.of(), early -> {
                    compare(spec);
                    return End.DONE;
                });
            }
        }
        return tasks.run(engine.workers(), TaskGraph.SILENT).stream().map(TaskGraph.Ended::problem)
                .filter(Objects::nonNull).toList();
    }

    /** What was looked for and not found was never made. */
    private static ResourceState looked(ResourceState was) {
        return Adoption.isUnsure(was) && was.status() == ResourceStatus.CREATING
                ? ResourceState.notMade(was.specId()) : was;
    }

    /** If something that it was made with is about to be made anew, it is looked at when that is there. */
    private static boolean isComparable(ResourceState state) {
        return state.awsId() != null && (state.status() == ResourceStatus.READY
                || state.status() == ResourceStatus.WAITING || state.status() == ResourceStatus.DRIFTED);
    }

    private void compare(ResourceSpec spec) {
        Look look = engine.handler(spec).look(works.toMake(spec));
        engine.keeper().resource(spec.id(), was -> compared(was, look));
    }

    private ResourceState compared(ResourceState was, Look look) {
        return switch (look.status()) {
            case GONE -> ResourceChanges.drifted(was, drift("problem.drift-gone", was, ""), "");
            case FAILED -> ResourceChanges.drifted(was, look.problem(), look.awsState());
            case READY -> ready(was, look);
            case NOT_YET, HELD -> was.status() == ResourceStatus.WAITING ? ResourceChanges.waiting(was, look)
                    : ResourceChanges.drifted(was, drift("problem.drift-changed", was,
                    was.awsState() + " → " + look.awsState()), look.awsState());
        };
    }

    private ResourceState ready(ResourceState was, Look look) {
        if (!look.differences().isEmpty()) {
            return ResourceChanges.drifted(was, drift("problem.drift-differs", was,
                    Difference.text(look.differences())), look.awsState());
        }
        List<Difference> changed = changed(was, look);
        return changed.isEmpty() ? ResourceChanges.ready(was, look, engine.clock().now())
                : ResourceChanges.drifted(was, drift("problem.drift-changed", was, Difference.text(changed)),
                look.awsState());
    }

    /** What is known has another value now, such as the public address after a stop and a start. */
    private static List<Difference> changed(ResourceState was, Look look) {
        return look.attributes().entrySet().stream()
                .filter(now -> was.attributes().get(now.getKey()) != null && !now.getKey().equals("reason"))
                .map(now -> new Difference(now.getKey(), was.attributes().get(now.getKey()), now.getValue()))
                .filter(one -> !one.expected().equals(one.found())).toList();
    }

    private static Problem drift(String text, ResourceState was, String what) {
        return new Problem("Drift", text + ".cause", text + ".remedy", List.of(was.awsId(), what), "", "", "");
    }
}
