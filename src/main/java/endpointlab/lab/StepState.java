package endpointlab.lab;

import java.time.Instant;
import java.util.Locale;

/**
 * Where one step stands.
 *
 * @param startedAt  wall time of the last start; {@code null} if never run
 * @param finishedAt wall time of the last end; {@code null} while it runs
 * @param check      what its check found; {@code null} if the step has none or it has not run
 * @param problem    why it failed; {@code null} unless failed
 */
public record StepState(Status status, Instant startedAt, Instant finishedAt, CheckResult check, Problem problem) {

    public static final StepState OPEN = new StepState(Status.OPEN, null, null, null, null);

    /** Where a step stands. */
    public enum Status {
        OPEN, RUNNING, DONE, FAILED, CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
