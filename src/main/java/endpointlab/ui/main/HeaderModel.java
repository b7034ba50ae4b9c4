package endpointlab.ui.main;

import endpointlab.clock.LabClock;
import endpointlab.cost.CostMeter;
import endpointlab.cost.LabCost;
import endpointlab.cost.PriceTable;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures in the header: time against plan, and cost. */
public final class HeaderModel {

    /** A lab that was begun earlier than this belongs to another sitting. */
    private static final Duration SITTING = Duration.ofHours(3);

    private final Lab lab;
    private final PriceTable prices;
    private final LabCost cost;
    private final LabClock clock;
    private final InstantSource wallClock;
    private final Instant begun;

    public HeaderModel(Lab lab, LabState state, PriceTable prices, LabClock clock, InstantSource wallClock) {
        this.lab = lab;
        this.prices = prices;
        this.cost = new LabCost(lab, prices);
        this.clock = clock;
        this.wallClock = wallClock;
        Instant now = wallClock.instant();
        boolean here = Duration.between(state.createdAt(), now).compareTo(SITTING) < 0
                && !state.createdAt().isAfter(now);
        this.begun = here ? state.createdAt() : now;
    }

    /** Wall time since the lab was begun, or opened if it was begun in another sitting. */
    public Duration elapsed() {
        return Duration.between(begun, wallClock.instant());
    }

    /** Planned for the whole lab in a class. */
    public Duration planned() {
        return Duration.ofMinutes(lab.steps().stream().mapToInt(LabStep::minutes).sum());
    }

    /** What the run has cost in AWS, or would have; empty where the Region's prices aren't known. */
    public Optional<String> dollars(LabState state) {
        return prices.in(state.region()).map(table -> {
            List<CostMeter.Line> bill = new CostMeter(table).bill(state, cost.instanceTypes(state), clock.now());
            return String.format(Locale.ROOT, "%.2f", CostMeter.total(bill));
        });
    }
}
