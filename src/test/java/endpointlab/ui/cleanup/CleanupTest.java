package endpointlab.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.cost.CostMeter;
import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.ui.cleanup.CleanupPlan.Card;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.wizard.LabStates;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private final Instant now = Instant.now();
    private final LabStates states = new LabStates(now);
    private final CleanupPlan plan = new CleanupPlan(LabStates.LAB);

    private Card card(String id) {
        return plan.cards().stream().filter(card -> card.spec().id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whatHoldsStandsLeftOfWhatItHolds() {
        assertThat(plan.cards()).hasSize(17).allSatisfy(card -> card.holders().forEach(holder ->
                assertThat(card(holder).column()).as(holder + " before " + card.spec().id())
                        .isLessThan(card.column())));
        assertThat(card("endpoint").column()).isEqualTo(1);
        assertThat(card("web-server").column()).isEqualTo(1);
        assertThat(card("service-vpc").column()).isEqualTo(plan.columns());
    }

    @Test
    void theServiceHoldsTheLoadBalancerAndTheEndpointTheService() {
        assertThat(card("load-balancer").holders()).contains("endpoint-service");
        assertThat(card("endpoint-service").holders()).containsExactly("endpoint");
        assertThat(card("service-igw").holders()).contains("load-balancer");
    }

    @Test
    void nothingWaitsForWhatIsGone() {
        LabState state = states.with(states.doneTo(16), "endpoint", ResourceStatus.DELETED, null);
        assertThat(CleanupPlan.waitsFor(card("endpoint-service"), state)).isEmpty();
        assertThat(CleanupPlan.waitsFor(card("endpoint-service"), states.doneTo(16))).containsExactly("endpoint");
    }

    @Test
    void onlyAwsCanTellOfNetworkInterfaces() {
        LabState state = states.doneTo(16);
        assertThat(count(state, List.of(), "vpc")).isEqualTo(OptionalInt.of(2));
        assertThat(count(state, List.of(), "network-interface")).isEmpty();
        List<Leftover> left = List.of(new Leftover("network-interface", "eni-1", "in-use", "vpc", ""));
        assertThat(count(state, left, "network-interface")).isEqualTo(OptionalInt.of(1));
        LabState done = states.fresh().withStep(17, new StepState(StepState.Status.DONE, now, now, null, null));
        assertThat(count(done, List.of(), "network-interface")).isEqualTo(OptionalInt.of(0));
    }

    private static OptionalInt count(LabState state, List<Leftover> leftovers, String kind) {
        return Counts.of(LabStates.LAB, state, leftovers).stream().filter(row -> row.kind().equals(kind))
                .findFirst().orElseThrow().count();
    }

    @Test
    void theReceiptHoldsAllThatWasMadeAndWhatItCost() {
        LabState state = states.doneTo(8);
        String receipt = new Receipt(LabStates.LAB, new Localizer(Language.EN)).text(state,
                List.of(new CostMeter.Line(CostMeter.Item.LOAD_BALANCER, 1, 0.0225)), "2026-10", false);
        long made = LabStates.LAB.resources().stream().filter(spec -> spec.step() <= 8).count();
        assertThat(receipt.lines().filter(line -> line.startsWith("  made ")).count()).isEqualTo(made);
        assertThat(receipt).contains("LabRun=7f3c0412").contains("vpc-0a3f91c2d4e5b6078").contains("still there")
                .contains("Network Load Balancer  0.0225").contains("USD 0.02")
                .contains("It is not proven yet that nothing is left.").doesNotContain("Customer");
    }
}
