package endpointlab.ui.shared;

import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.run.WaitInfo;
import java.util.List;
import java.util.Optional;

/** Told on a background thread how the clean-up of labs in an account goes. */
public interface SweepListener {

    /** A lab is being cleaned up. */
    void progress(String runId, Progress progress);

    /** Nothing more is done to a lab. */
    void ended(String runId, End end);

    /**
     * How far the clean-up of a lab is.
     *
     * @param deleted number of its resources that are gone
     * @param kind    of the resource that is being deleted, empty if none
     * @param awaited what is waited for
     */
    record Progress(int deleted, String kind, Optional<WaitInfo> awaited) {

        /** At the beginning. */
        public static final Progress NONE = new Progress(0, "", Optional.empty());
    }

    /** How it ended for a lab. */
    enum How {
        /** Nothing is left. */
        DONE,
        /** Something is left. */
        LEFT_OVER,
        /** It could not be carried out. */
        FAILED,
        /** It was cancelled, or not begun before that. */
        CANCELLED
    }

    /**
     * How the clean-up of a lab ended.
     *
     * @param problems why not all is gone
     * @param left     what is known to be left
     */
    record End(How how, List<Problem> problems, List<Leftover> left) {

        public End {
            problems = List.copyOf(problems);
            left = List.copyOf(left);
        }
    }
}
