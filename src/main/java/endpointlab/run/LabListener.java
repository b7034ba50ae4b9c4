package endpointlab.run;

import endpointlab.lab.LabState;

/**
 * Is told what happens in a {@link LabSession}, in the order in which it happens, on the threads that do the work.
 * Must return quickly and must not call back into commands of the session.
 */
public interface LabListener {

    /** The state changed and is already saved. */
    default void changed(LabState before, LabState after) {
    }

    /** A wait began, or what is known of it changed. */
    default void waiting(WaitInfo wait) {
    }

    /** The wait for that resource or check is over. */
    default void waitEnded(String id) {
    }

    /** An AWS call ended, well or not. */
    default void called(CallSummary call) {
    }
}
