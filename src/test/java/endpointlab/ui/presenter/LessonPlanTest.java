package endpointlab.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.ui.diagram.SampleLab;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonPlanTest {

    private final LessonPlan plan = new LessonPlan(SampleLab.LAB.steps());

    @Test
    void aClassTakesAnHourAndAHalf() {
        assertThat(plan.total()).isEqualTo(Duration.ofMinutes(90));
    }

    /** Step 15 is planned from 1:08:00 to 1:17:00. */
    @ParameterizedTest
    @CsvSource({
        "PT1H1M20S, EARLY, PT1H8M, PT6M40S", "PT1H8M, ON_TIME, PT1H17M, PT0S", "PT1H17M, ON_TIME, PT1H17M, PT0S",
        "PT1H17M1S, LATE, PT1H17M, PT1S",
    })
    void whatIsShownAddsUp(Duration elapsed, LessonPlan.Pace pace, Duration planned, Duration by) {
        assertThat(plan.standing(15, elapsed)).isEqualTo(new LessonPlan.Standing(pace, planned, by));
    }

    @Test
    void theFirstStepIsNeverEarly() {
        assertThat(plan.standing(1, Duration.ZERO).pace()).isEqualTo(LessonPlan.Pace.ON_TIME);
    }
}
