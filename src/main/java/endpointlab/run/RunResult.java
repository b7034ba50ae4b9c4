package endpointlab.run;

import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import java.util.List;

/**
 * How a command of a {@link LabSession} ended.
 *
 * @param problems  all that went wrong, first things first
 * @param leftovers what clean-up could not remove; empty for other commands
 */
public record RunResult(Outcome outcome, List<Problem> problems, List<Leftover> leftovers) {

    public RunResult {
        problems = List.copyOf(problems);
        leftovers = List.copyOf(leftovers);
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** All went well so far; the endpoint's connection request waits for {@link LabSession#accept()}. */
        WAITING_FOR_ACCEPTANCE,
        FAILED,
        /** Clean-up ran to its end and something is still there. */
        LEFT_OVER,
        CANCELLED
    }

    public boolean ok() {
        return outcome == Outcome.DONE || outcome == Outcome.WAITING_FOR_ACCEPTANCE;
    }
}
