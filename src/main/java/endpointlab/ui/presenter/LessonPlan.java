package endpointlab.ui.presenter;

import endpointlab.lab.LabStep;
import java.time.Duration;
import java.util.List;

/** The class's plan: when each step begins and ends if all goes as planned. Immutable. */
final class LessonPlan {

    /** How a class is doing. */
    enum Pace {
        EARLY, ON_TIME, LATE
    }

    /**
     * @param planned the time to compare with: the step's planned begin for a class that is early, else its end
     * @param by      by how much it is early or late; zero if on time
     */
    record Standing(Pace pace, Duration planned, Duration by) {
    }

    private final List<LabStep> steps;

    LessonPlan(List<LabStep> steps) {
        this.steps = List.copyOf(steps);
    }

    Duration total() {
        return Duration.ofMinutes(steps.stream().mapToInt(LabStep::minutes).sum());
    }

    private Duration before(int number) {
        return Duration.ofMinutes(steps.stream().filter(step -> step.number() < number)
                .mapToInt(LabStep::minutes).sum());
    }

    /** How a class stands that is at step {@code number} after {@code elapsed}. */
    Standing standing(int number, Duration elapsed) {
        Duration begin = before(number);
        Duration end = before(number + 1);
        if (elapsed.compareTo(begin) < 0) {
            return new Standing(Pace.EARLY, begin, begin.minus(elapsed));
        }
        if (elapsed.compareTo(end) > 0) {
            return new Standing(Pace.LATE, end, elapsed.minus(end));
        }
        return new Standing(Pace.ON_TIME, end, Duration.ZERO);
    }
}
