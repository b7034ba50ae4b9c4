package endpointlab.ui.wizard;

import endpointlab.lab.CheckSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.ui.wizard.Activity.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what the activity line says. Pure. */
final class ActivityFinder {

    private final Lab lab;

    ActivityFinder(Lab lab) {
        this.lab = lab;
    }

    /** @param last how the last command ended; {@code null} if none has */
    Activity find(LabState state, List<WaitInfo> waits, boolean running, int currentStep, RunResult last,
                  boolean paused) {
        if (running) {
            return running(state, waits, currentStep);
        }
        Optional<ResourceSpec> asked = Acceptance.pending(lab, state);
        if (asked.isPresent() && asked.get().step() == currentStep) {
            return Activity.of(Kind.ACCEPTANCE, currentStep);
        }
        StepState step = state.steps().getOrDefault(currentStep, StepState.OPEN);
        if (step.status() == StepState.Status.FAILED && step.problem() != null) {
            return Activity.failed(currentStep, step.problem());
        }
        if (last != null && !last.problems().isEmpty()) {
            return Activity.failed(currentStep, last.problems().get(0));
        }
        return resting(state, currentStep, step, paused);
    }

    private Activity resting(LabState state, int currentStep, StepState step, boolean paused) {
        if (paused) {
            return Activity.of(Kind.PAUSED, currentStep);
        }
        Optional<ResourceSpec> drifted = lab.resources().stream()
                .filter(spec -> state.resource(spec.id()).status() == ResourceStatus.DRIFTED)
                .findFirst();
        if (drifted.isPresent()) {
            return new Activity(Kind.DRIFTED, drifted.get().step(), drifted.get().id(), null, 0,
                    state.resource(drifted.get().id()).problem());
        }
        return Activity.of(switch (step.status()) {
            case DONE -> Kind.SUCCESS;
            case CANCELLED -> Kind.CANCELLED;
            case OPEN, RUNNING, FAILED -> Kind.IDLE;
        }, currentStep);
    }

    private Activity running(LabState state, List<WaitInfo> waits, int currentStep) {
        Optional<WaitInfo> here = waits.stream().filter(wait -> stepOf(wait.id()) == currentStep)
                .reduce((first, later) -> later.usual().compareTo(first.usual()) > 0 ? later : first);
        Optional<WaitInfo> wait = here.or(() -> waits.stream().findFirst());
        if (wait.isPresent()) {
            int step = stepOf(wait.get().id());
            return new Activity(Kind.RUNNING, step == 0 ? currentStep : step, "", wait.get(), waits.size() - 1, null);
        }
        Optional<ResourceSpec> made = lab.resources().stream()
                .filter(spec -> working(state.resource(spec.id()))).findFirst();
        return new Activity(Kind.RUNNING, made.map(ResourceSpec::step).orElse(currentStep),
                made.map(ResourceSpec::id).orElse(""), null, 0, null);
    }

    private static boolean working(ResourceState resource) {
        return resource.status() == ResourceStatus.CREATING || resource.status() == ResourceStatus.DELETING;
    }

    private int stepOf(String id) {
        return Stream.concat(
                lab.resources().stream().filter(spec -> spec.id().equals(id)).map(ResourceSpec::step),
                lab.checks().stream().filter(check -> check.id().equals(id)).map(CheckSpec::step))
                .findFirst().orElse(0);
    }
}
