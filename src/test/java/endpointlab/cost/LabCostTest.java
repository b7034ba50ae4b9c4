package endpointlab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures are those of AWS-FACTS section 5. */
class LabCostTest {

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    private final LabCost cost = new LabCost(lab, PriceTable.load());

    @Test
    void theWholeLabPerHour() {
        assertThat(cost.perHourComplete("us-east-1", Map.of()).orElseThrow()).isCloseTo(0.070, within(0.003));
        assertThat(cost.perHourComplete("ap-northeast-1", Map.of()).orElseThrow()).isCloseTo(0.083, within(0.003));
    }

    @Test
    void aDearerInstanceTypeCostsMore() {
        double cheap = cost.perHourComplete("us-east-1", Map.of()).orElseThrow();
        double dear = cost.perHourComplete("us-east-1", Map.of("step-6.instance-type", "t2.micro")).orElseThrow();
        assertThat(dear - cheap).isCloseTo(0.0116 - 0.0104, within(1e-9));
    }

    @Test
    void startedHoursCountInAll() {
        double hour = cost.total("us-east-1", Map.of(), Duration.ofMinutes(60)).orElseThrow();
        double longer = cost.total("us-east-1", Map.of(), Duration.ofMinutes(90)).orElseThrow();
        assertThat(longer).isCloseTo(0.12, within(0.005)).isGreaterThan(hour);
    }

    @Test
    void nothingIsMadeUpForARegionWithoutPrices() {
        assertThat(cost.perHourComplete("eu-west-1", Map.of())).isEmpty();
        assertThat(cost.total("eu-west-1", Map.of(), Duration.ofHours(1))).isEmpty();
    }
}
