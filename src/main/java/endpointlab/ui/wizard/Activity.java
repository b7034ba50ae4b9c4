package endpointlab.ui.wizard;

import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.WaitInfo;

/**
 * What the activity line says.
 *
 * @param step    step that it is about
 * @param subject resource being worked on while nothing is waited for; empty if none or many
 * @param awaited what is being waited for; {@code null} if nothing
 * @param more    number of further waits
 * @param problem why it failed; {@code null} unless failed
 */
public record Activity(Kind kind, int step, String subject, WaitInfo awaited, int more, Problem problem) {

    /** What the line is about; each has texts of its own. */
    public enum Kind {
        IDLE, RUNNING, SUCCESS, FAILED, ACCEPTANCE, DRIFTED, CANCELLED, PAUSED
    }

    /** The sign that stands before it. */
    public ResourceStatus status() {
        return switch (kind) {
            case IDLE -> ResourceStatus.NOT_MADE;
            case RUNNING -> ResourceStatus.CREATING;
            case SUCCESS -> ResourceStatus.READY;
            case FAILED -> ResourceStatus.FAILED;
            case ACCEPTANCE, PAUSED -> ResourceStatus.WAITING;
            case DRIFTED -> ResourceStatus.DRIFTED;
            case CANCELLED -> ResourceStatus.DELETED;
        };
    }

    static Activity of(Kind kind, int step) {
        return new Activity(kind, step, "", null, 0, null);
    }

    static Activity failed(int step, Problem problem) {
        return new Activity(Kind.FAILED, step, "", null, 0, problem);
    }
}
