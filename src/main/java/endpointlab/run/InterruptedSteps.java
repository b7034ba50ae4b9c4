package endpointlab.run;

import endpointlab.lab.LabState;
import endpointlab.lab.StepState;
import java.util.Map;

/** Puts right what a killed program left in the state of a run. */
final class InterruptedSteps {

    private final Engine engine;

    InterruptedSteps(Engine engine) {
        this.engine = engine;
    }

    /** A step that ran when the program was killed doesn't run any more, unless it waits for a person. */
    LabState corrected(LabState state) {
        LabState corrected = state;
        for (Map.Entry<Integer, StepState> step : state.steps().entrySet()) {
            StepState was = step.getValue();
            boolean held = engine.lab().resources().stream().filter(spec -> spec.step() == step.getKey())
                    .anyMatch(spec -> engine.isHeld(state, spec.id()));
            if (was.status() == StepState.Status.RUNNING && !held) {
                corrected = corrected.withStep(step.getKey(), new StepState(StepState.Status.CANCELLED,
                        was.startedAt(), null, was.check(), null));
            }
        }
        return corrected;
    }
}
