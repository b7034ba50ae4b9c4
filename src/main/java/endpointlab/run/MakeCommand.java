package endpointlab.run;

import endpointlab.lab.CheckSpec;
import endpointlab.lab.Input;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.resource.ResourceHandler;
import endpointlab.run.RunResult.Outcome;
import endpointlab.run.TaskGraph.End;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes some resources and runs some checks of the lab, as many at the same time as their references allow. */
final class MakeCommand {

    private final Engine engine;
    private final Works works;
    private final ResourceMaker maker;
    private final CheckRunner checker;
    private final StepBook book;
    private final Wish wish;
    private final List<ResourceSpec> missing;
    private final TaskGraph tasks = new TaskGraph();

    /**
     * What is wanted.
     *
     * @param steps  steps that are done when nothing of them is missing
     * @param accept whether decisions are taken without asking
     */
    record Wish(List<ResourceSpec> resources, List<CheckSpec> checks, Set<Integer> steps, boolean accept) {
    }

    MakeCommand(Engine engine, Works works, List<Probe> probes, Wish wish) {
        this.engine = engine;
        this.works = works;
        this.maker = new ResourceMaker(engine, works);
        this.checker = new CheckRunner(engine, probes, works.cancellation());
        this.book = new StepBook(engine);
        this.wish = wish;
        this.missing = missing();
    }

    RunResult run() {
        List<String> stepsBefore = missingPrerequisites();
        if (!stepsBefore.isEmpty()) {
            return new RunResult(Outcome.FAILED, List.of(new Problem("StepsMissing", "problem.steps-missing.cause",
                    "problem.steps-missing.remedy", List.of(String.join(", ", stepsBefore)), "", "", "")),
                    List.of());
        }
        works.learnAccount();
        forgetChecksOfWhatChanges();
        missing.forEach(this::plan);
        wish.checks().forEach(this::plan);
        List<TaskGraph.Ended> ended = tasks.run(engine.workers(), new StepWatcher());
        wish.steps().forEach(book::finishIfComplete);
        new Outlived(engine).mark();
        return result(ended);
    }

    /** What isn't ready, or was made with something that isn't there any more. In the order of making. */
    private List<ResourceSpec> missing() {
        Set<String> found = new LinkedHashSet<>();
        for (String id : engine.graph().order()) {
            boolean baseMissing = engine.graph().dependencies(id).stream()
                    .anyMatch(needed -> found.contains(needed) && !isHeld(needed));
            if (baseMissing || engine.keeper().resource(id).status() != ResourceStatus.READY) {
                found.add(id);
            }
        }
        return engine.graph().order().stream().filter(found::contains).map(engine.lab()::resource)
                .filter(wish.resources()::contains).toList();
    }

    private RunResult result(List<TaskGraph.Ended> ended) {
        List<Problem> problems = ended.stream().filter(task -> task.end() == End.FAILED)
                .map(TaskGraph.Ended::problem).toList();
        Outcome outcome = Outcome.DONE;
        if (works.cancellation().isCancelled()) {
            outcome = Outcome.CANCELLED;
        } else if (!problems.isEmpty()) {
            outcome = Outcome.FAILED;
        } else if (wish.resources().stream().anyMatch(spec -> isHeld(spec.id()))) {
            outcome = Outcome.WAITING_FOR_ACCEPTANCE;
        }
        return new RunResult(outcome, problems, List.of());
    }

    /** What a check saw of a thing that is made anew, or set back, says nothing about the new one. */
    private void forgetChecksOfWhatChanges() {
        Set<String> changing = missing.stream().map(ResourceSpec::id).collect(Collectors.toSet());
        for (CheckSpec check : engine.lab().checks()) {
            StepState step = engine.keeper().state().steps().getOrDefault(check.step(), StepState.OPEN);
            if (step.status() == StepState.Status.DONE && engine.graph().withDependencies(
                    engine.graph().dependencies(check)).stream().anyMatch(changing::contains)) {
                book.put(check.step(), StepState.OPEN);
            }
        }
    }

    /** Steps that make what is needed and neither there nor wanted. */
    private List<String> missingPrerequisites() {
        Set<String> needed = new LinkedHashSet<>();
        missing.forEach(spec -> needed.addAll(engine.graph().dependencies(spec.id())));
        wish.checks().forEach(check -> needed.addAll(engine.graph().dependencies(check)));
        wish.resources().forEach(spec -> needed.remove(spec.id()));
        Set<Integer> steps = new TreeSet<>();
        needed.stream().filter(id -> !isThere(id)).forEach(id -> steps.add(engine.lab().resource(id).step()));
        return steps.stream().map(String::valueOf).toList();
    }

    private boolean isThere(String id) {
        ResourceStatus status = engine.keeper().resource(id).status();
        return status == ResourceStatus.READY || isHeld(id);
    }

    private boolean isHeld(String id) {
        return engine.isHeld(engine.keeper().state(), id);
    }

    private void plan(ResourceSpec spec) {
        book.plan(spec.step());
        tasks.add(spec.id(), needs(spec), early -> engine.handler(spec).isDecision() ? decide(spec, early)
                : make(spec, early));
    }

    private End make(ResourceSpec spec, Runnable early) {
        maker.make(spec, early);
        return End.DONE;
    }

    private void plan(CheckSpec check) {
        book.plan(check.step());
        List<String> needs = engine.graph().dependencies(check).stream().filter(tasks::has).toList();
        tasks.add(taskName(check), needs, early -> {
            checker.run(check, book);
            return End.DONE;
        });
    }

    /** A decision is the person's, unless whoever asked said to accept, or there is nothing to decide. */
    private End decide(ResourceSpec spec, Runnable early) {
        List<ResourceSpec> held = engine.graph().dependencies(spec.id()).stream().filter(this::isHeld)
                .map(engine.lab()::resource).toList();
        if (!held.isEmpty() && !wish.accept()) {
            return End.HELD;
        }
        try {
            maker.make(spec, early);
        } catch (ProblemException problem) {
            held.forEach(maker::noteIfFailed);
            throw problem;
        }
        held.forEach(maker::makeReadyAfterDecision);
        return End.DONE;
    }

    private List<String> needs(ResourceSpec spec) {
        ResourceHandler handler = engine.handler(spec);
        List<String> needs = new ArrayList<>();
        for (String needed : engine.graph().dependencies(spec.id())) {
            if (isWanted(needed)) {
                needs.add(existenceIsEnough(spec, handler, needed) ? TaskGraph.early(needed) : needed);
            }
        }
        return needs;
    }

    private boolean isWanted(String id) {
        return missing.stream().anyMatch(spec -> spec.id().equals(id));
    }

    private static boolean existenceIsEnough(ResourceSpec spec, ResourceHandler handler, String needed) {
        return !spec.after().contains(needed) && spec.inputs().entrySet().stream()
                .filter(input -> Input.parse(input.getValue()) instanceof Input.ResourceReference reference
                        && reference.resourceId().equals(needed))
                .allMatch(input -> handler.existenceIsEnough(input.getKey()));
    }

    private static String taskName(CheckSpec check) {
        return "check " + check.id();
    }

    /** Enters starts and ends in the step book. */
    private final class StepWatcher implements TaskGraph.Watcher {

        @Override
        public void started(String name) {
            book.started(step(name));
        }

        @Override
        public void ended(TaskGraph.Ended task) {
            book.ended(step(task.name()), task);
        }

        private int step(String name) {
            return wish.checks().stream().filter(check -> taskName(check).equals(name)).map(CheckSpec::step)
                    .findFirst().orElseGet(() -> engine.lab().resource(name).step());
        }
    }
}
