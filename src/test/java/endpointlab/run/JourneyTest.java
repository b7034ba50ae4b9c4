package endpointlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import org.junit.jupiter.api.Test;

class JourneyTest extends PracticeLabTest {

    @Test
    void runsAllStepsThenLeavesNothing() {
        LabSession session = practice.open();

        PracticeLab.done(session.runAll());

        assertThat(session.state().resources().values())
                .allSatisfy(resource -> assertThat(resource.status()).as(resource.specId())
                        .isEqualTo(ResourceStatus.READY));
        assertThat(session.state().steps()).allSatisfy((number, step) -> assertThat(step.status()).as("step " + number)
                .isEqualTo(number == 17 ? StepState.Status.OPEN : StepState.Status.DONE));

        RunResult cleaned = PracticeLab.done(session.cleanUp());

        assertThat(cleaned.leftovers()).isEmpty();
        assertThat(session.state().resources().values())
                .allSatisfy(resource -> assertThat(resource.status()).as(resource.specId())
                        .isEqualTo(ResourceStatus.DELETED));
        assertThat(session.state().steps().get(17).status()).isEqualTo(StepState.Status.DONE);
    }
}
