package endpointlab.ui.wizard;

import java.util.Map;

/**
 * What can be done now.
 *
 * @param runStep  run the current step, or clean up if it is the last
 * @param runTo    run all up to and including the current step
 * @param prepare  run all before the current step
 * @param runAll   run all steps before clean-up
 * @param decide   accept or reject the connection request
 * @param substeps run one part of the current step, by its id
 */
public record Actions(Action runStep, Action runTo, Action prepare, Action runAll, Action cancel, Action decide, Action previous,
                      Action next, Map<String, Action> substeps) {

    public Actions {
        substeps = Map.copyOf(substeps);
    }
}
