package endpointlab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of AWS-FACTS section 5 come out of the table. */
class CostTest {

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    private static final Map<String, String> INSTANCES = Map.of("web-server", "t3.micro",
            "customer-instance", "t3.micro");

    private final PriceTable table = PriceTable.load();

    @Test
    void theRealRatioInTokyoIsAboutFourPointFourByTheHourAndSixByTheGigabyte() {
        PriceTable.Prices tokyo = table.in("ap-northeast-1").orElseThrow();
        assertThat(tokyo.natGatewayHour() / tokyo.interfaceEndpointHour()).isCloseTo(4.4, within(0.05));
        assertThat(tokyo.natGatewayGb() / tokyo.interfaceEndpointGb()).isCloseTo(6.2, within(0.05));
        assertThat(Comparison.of(tokyo, 0).factor()).isCloseTo(4.43, within(0.01));
        assertThat(Comparison.of(tokyo, 1_000_000).factor()).isCloseTo(6.2, within(0.01));
    }

    @Test
    void theWholeLabCostsSevenCentsAnHourInVirginiaAndEightInTokyo() {
        LabState all = state(START, null);
        assertThat(new CostMeter(table.in("us-east-1").orElseThrow()).perHour(all, INSTANCES))
                .isCloseTo(0.07, within(0.005));
        assertThat(new CostMeter(table.in("ap-northeast-1").orElseThrow()).perHour(all, INSTANCES))
                .isCloseTo(0.08, within(0.005));
    }

    @Test
    void theRatesOfAllItemsMakeUpWhatIsPaidPerHour() {
        CostMeter meter = new CostMeter(table.in("us-east-1").orElseThrow());
        List<CostMeter.Line> rates = meter.rates(state(START, null), INSTANCES);
        assertThat(rates).extracting(CostMeter.Line::item).containsExactly(CostMeter.Item.values());
        assertThat(dollars(rates, CostMeter.Item.PUBLIC_IPV4)).isCloseTo(0.015, within(1e-9));
        assertThat(CostMeter.total(rates)).isCloseTo(0.0701, within(0.0001));
        assertThat(meter.rates(state(START, START), INSTANCES)).isEmpty();
    }

    @Test
    void aStartedHourOfLoadBalancerAndEndpointCountsWholeAndInstancesBySeconds() {
        LabState all = state(START, START.plus(Duration.ofMinutes(30)));
        List<CostMeter.Line> bill = new CostMeter(table.in("us-east-1").orElseThrow())
                .bill(all, INSTANCES, START.plus(Duration.ofDays(9)));
        assertThat(bill).extracting(CostMeter.Line::item).containsExactly(CostMeter.Item.values());
        assertThat(dollars(bill, CostMeter.Item.LOAD_BALANCER)).isCloseTo(0.0225, within(1e-9));
        assertThat(dollars(bill, CostMeter.Item.ENDPOINT)).isCloseTo(0.010, within(1e-9));
        assertThat(dollars(bill, CostMeter.Item.INSTANCES)).isCloseTo(0.0104, within(1e-9));
        assertThat(dollars(bill, CostMeter.Item.PUBLIC_IPV4)).isCloseTo(0.0075, within(1e-9));
    }

    @Test
    void whatWasNeverMadeCostsNothing() {
        LabState nothing = new LabState(1, "lab", "run", "practice", "us-east-1", "", 1, "", Map.of(), Map.of(),
                Map.of(), START, START);
        CostMeter meter = new CostMeter(table.in("us-east-1").orElseThrow());
        assertThat(meter.bill(nothing, INSTANCES, START)).isEmpty();
        assertThat(meter.perHour(nothing, INSTANCES)).isZero();
    }

    @Test
    void aRegionWhosePricesWeHaveNotSeenHasNone() {
        assertThat(table.in("eu-north-1")).isEmpty();
    }

    private static double dollars(List<CostMeter.Line> bill, CostMeter.Item item) {
        return bill.stream().filter(line -> line.item() == item).findFirst().orElseThrow().dollars();
    }

    private static LabState state(Instant made, Instant deleted) {
        LabState state = new LabState(1, "lab", "run", "practice", "us-east-1", "", 1, "", Map.of(), Map.of(),
                Map.of(), START, START);
        for (String id : List.of("web-server", "customer-instance", "load-balancer", "endpoint")) {
            state = state.withResource(id, before -> new ResourceState(id,
                    deleted == null ? ResourceStatus.READY : ResourceStatus.DELETED, "aws-id", null, Map.of(), null,
                    null, made, made, made, deleted));
        }
        return state;
    }
}
