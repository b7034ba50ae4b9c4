package endpointlab.preflight;

import endpointlab.preflight.PreflightLine.Topic;

/** Is told how far the preflight is, on the thread that looks. */
@FunctionalInterface
public interface PreflightListener {

    /** Something was found. */
    void found(PreflightLine line);

    /** It begins to look at something. Topics come in their order; some find nothing to say. */
    default void looking(Topic topic) {
    }
}
