package endpointlab.ui.wizard;

import java.time.Duration;
import java.util.List;

/**
 * Where all steps stand.
 *
 * @param remaining expected time until the last step is done, as it passes on the wall
 */
public record Progress(List<StepSummary> steps, Duration remaining) {

    public Progress {
        steps = List.copyOf(steps);
    }

    public StepSummary step(int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + number));
    }

    public int done() {
        return (int) steps.stream().filter(StepSummary::done).count();
    }

    public List<StepSummary> group(String group) {
        return steps.stream().filter(step -> step.group().equals(group)).toList();
    }
}
