package endpointlab.ui.start;

import endpointlab.cost.LabCost;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One lab as the start page tells of it. Pure.
 *
 * @param nextStep  the first step that is not done
 * @param done      which steps are done, in order
 * @param standing  how many of the lab's resources may still exist
 * @param running   how many of each kind that is billed still run, by kind, in the lab's order
 * @param perHour   dollars per hour that what stands costs in AWS; empty if we don't know the Region's prices
 * @param minutes   planned for the steps that are not done
 * @param situation what the learner should know first
 */
public record LabOverview(LabState state, int nextStep, List<Boolean> done, int standing, Map<String, Integer> running,
                          OptionalDouble perHour, int minutes, Situation situation) {

    private static final List<String> BILLED = List.of("instance", "load-balancer", "vpc-endpoint");

    /** Where a lab stands, in the order of urgency. */
    public enum Situation {
        FAILED, DRIFTED, ASKS_FOR_ACCEPTANCE, NOTHING_MADE, ONLY_CLEAN_UP, UNDER_WAY
    }

    static LabOverview of(Lab lab, LabState state, LabCost cost) {
        List<Boolean> done = lab.steps().stream().map(step -> isDone(state, step)).toList();
        int nextStep = lab.steps().stream().filter(step -> !isDone(state, step)).mapToInt(LabStep::number).findFirst()
                .orElse(lab.steps().size());
        int standing = (int) lab.resources().stream().filter(spec -> state.resource(spec.id()).mayExist()).count();
        int minutes = lab.steps().stream().filter(step -> !isDone(state, step)).mapToInt(LabStep::minutes).sum();
        return new LabOverview(state, nextStep, done, standing, running(lab, state), cost.perHour(state),
                minutes, situation(lab, state, nextStep, standing));
    }

    public int doneCount() {
        return (int) done.stream().filter(each -> each).count();
    }

    /** The problem of the step that failed; {@code null} if none did. */
    public Problem problem() {
        return state.steps().values().stream().map(StepState::problem).filter(problem -> problem != null).findFirst()
                .orElse(null);
    }

    private static boolean isDone(LabState state, LabStep step) {
        return state.steps().getOrDefault(step.number(), StepState.OPEN).status() == StepState.Status.DONE;
    }

    private static Map<String, Integer> running(Lab lab, LabState state) {
        Map<String, Integer> running = new LinkedHashMap<>();
        for (ResourceSpec spec : lab.resources()) {
            if (BILLED.contains(spec.kind()) && state.resource(spec.id()).mayExist()) {
                running.merge(spec.kind(), 1, Integer::sum);
            }
        }
        return running;
    }

    private static Situation situation(Lab lab, LabState state, int nextStep, int standing) {
        if (state.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.FAILED)) {
            return Situation.FAILED;
        }
        if (has(state, ResourceStatus.DRIFTED)) {
            return Situation.DRIFTED;
        }
        if (state.resources().values().stream().map(ResourceState::awsState).anyMatch("pendingAcceptance"::equals)) {
            return Situation.ASKS_FOR_ACCEPTANCE;
        }
        if (standing == 0) {
            return Situation.NOTHING_MADE;
        }
        return nextStep == lab.steps().size() ? Situation.ONLY_CLEAN_UP : Situation.UNDER_WAY;
    }

    private static boolean has(LabState state, ResourceStatus status) {
        return state.resources().values().stream().anyMatch(resource -> resource.status() == status);
    }
}
