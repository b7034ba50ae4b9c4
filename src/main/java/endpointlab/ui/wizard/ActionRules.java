package endpointlab.ui.wizard;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decides what can be done now and says why the rest can't. Pure. */
final class ActionRules {

    private final Lab lab;

    ActionRules(Lab lab) {
        this.lab = lab;
    }

    /** @param invalid numbers of the steps that have a field with a wrong value, in order */
    Actions of(LabState state, Progress progress, boolean running, int current, List<Integer> invalid) {
        Action idle = running ? Action.no("wizard.why.running") : state.finished()
                ? Action.no("wizard.why.finished") : Action.YES;
        StepSummary step = progress.step(current);
        int last = lab.steps().size();
        boolean asked = Acceptance.pending(lab, state).isPresent();
        Action decide = asked ? running ? Action.no("wizard.why.running") : Action.YES : Action.no("");
        return new Actions(idle.enabled() ? runStep(step, state, progress, invalid, asked) : idle,
                idle.enabled() ? runTo(step, progress, invalid) : idle,
                idle.enabled() ? prepare(step, progress, invalid) : idle,
                idle.enabled() ? runAll(progress, invalid) : idle,
                running ? Action.YES : Action.no(""), decide,
                current > 1 ? Action.YES : Action.no(""), current < last ? Action.YES : Action.no(""),
                substeps(idle, step, progress, invalid));
    }

    private Action runStep(StepSummary step, LabState state, Progress progress, List<Integer> invalid,
                           boolean asked) {
        if (step.group().equals("cleanup")) {
            return state.resources().values().stream().anyMatch(ResourceState::mayExist)
                    ? Action.YES : Action.no("wizard.why.nothing-made");
        }
        if (step.done() && !hasCheck(step.number())) {
            return Action.no("wizard.why.done");
        }
        if (asked && step.status() == ResourceStatus.WAITING) {
            return Action.no("wizard.why.asked");
        }
        return begin(step, progress, invalid);
    }

    private Action begin(StepSummary step, Progress progress, List<Integer> invalid) {
        if (invalid.contains(step.number())) {
            return Action.no("wizard.why.invalid", step.number());
        }
        OptionalInt open = firstOpen(progress, step.number() - 1);
        return open.isPresent() ? Action.no("wizard.why.order", open.getAsInt()) : Action.YES;
    }

    private static Action runTo(StepSummary step, Progress progress, List<Integer> invalid) {
        if (step.group().equals("cleanup")) {
            return Action.no("");
        }
        if (firstOpen(progress, step.number()).isEmpty()) {
            return Action.no("wizard.why.done");
        }
        return invalid.stream().filter(number -> number <= step.number()).findFirst()
                .map(number -> Action.no("wizard.why.invalid", number)).orElse(Action.YES);
    }

    /** Everything before the current step; before clean-up that is all. */
    private static Action prepare(StepSummary step, Progress progress, List<Integer> invalid) {
        if (firstOpen(progress, step.number() - 1).isEmpty()) {
            return Action.no("wizard.why.prepared", step.number());
        }
        return invalid.stream().filter(number -> number < step.number()).findFirst()
                .map(number -> Action.no("wizard.why.invalid", number)).orElse(Action.YES);
    }

    private Action runAll(Progress progress, List<Integer> invalid) {
        if (firstOpen(progress, lab.steps().size() - 1).isEmpty()) {
            return Action.no("wizard.why.done");
        }
        return invalid.isEmpty() ? Action.YES : Action.no("wizard.why.invalid", invalid.get(0));
    }

    private Map<String, Action> substeps(Action idle, StepSummary step, Progress progress, List<Integer> invalid) {
        Map<String, Action> actions = new LinkedHashMap<>();
        LabStep spec = lab.steps().get(step.number() - 1);
        String before = "";
        for (SubstepSummary part : step.substeps()) {
            Action action = idle.enabled() ? substep(part, step, progress, invalid, before) : idle;
            actions.put(part.id(), action);
            if (part.status() != ResourceStatus.READY && makes(part.id()) && before.isEmpty()) {
                before = part.id();
            }
        }
        return spec.substeps().isEmpty() ? Map.of() : actions;
    }

    private Action substep(SubstepSummary part, StepSummary step, Progress progress, List<Integer> invalid,
                           String before) {
        boolean check = lab.checks().stream().anyMatch(one -> part.id().equals(one.substep()));
        if (!makes(part.id())) {
            return Action.no("wizard.why.nothing");
        }
        if (part.status() == ResourceStatus.READY && !check) {
            return Action.no("wizard.why.done");
        }
        if (!before.isEmpty()) {
            return Action.no("wizard.why.part-order");
        }
        return part.status() == ResourceStatus.WAITING ? Action.no("wizard.why.asked")
                : begin(step, progress, invalid);
    }

    private boolean makes(String part) {
        return lab.resources().stream().anyMatch(spec -> part.equals(spec.substep()))
                || lab.checks().stream().anyMatch(check -> part.equals(check.substep()));
    }

    private boolean hasCheck(int step) {
        return lab.checks().stream().anyMatch(check -> check.step() == step);
    }

    private static OptionalInt firstOpen(Progress progress, int upTo) {
        return progress.steps().stream().filter(step -> step.number() <= upTo && !step.done())
                .mapToInt(StepSummary::number).findFirst();
    }
}
