package endpointlab.ui.main;

import endpointlab.clock.LabClock;
import endpointlab.cost.PriceTable;
import endpointlab.cost.Spending;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** The figures in the header: time against plan, and cost. */
public final class HeaderModel {

    /** A lab that was begun earlier than this belongs to another sitting. */
    private static final Duration SITTING = Duration.ofHours(3);

    private final Lab lab;
    private final PriceTable prices;
    private final LabClock clock;
    private final InstantSource wallClock;
    private final Instant begun;

    public HeaderModel(Lab lab, LabState state, PriceTable prices, LabClock clock, InstantSource wallClock) {
        this.lab = lab;
        this.prices = prices;
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

    /** What the run costs and has cost in AWS, or would; empty where the Region's prices aren't known. */
    public Optional<Spending> spending(LabState state) {
        return Spending.of(lab, state, prices, clock.now());
    }

    /** What the run has cost in AWS, or would have; empty where the Region's prices aren't known. */
    public Optional<String> dollars(LabState state) {
        return spending(state).map(Spending::soFar).map(HeaderModel::dollars);
    }

    /** What stands now costs so much per hour; empty where the Region's prices aren't known. */
    public Optional<String> perHour(LabState state) {
        return spending(state).map(Spending::perHour).map(HeaderModel::dollars);
    }

    /** Whether something stands in the user's own account that is paid for by the hour, or may be. */
    public boolean costsMoney(LabState state) {
        return state.inAws() && spending(state).map(Spending::perHour).orElse(1.0) > 0
                && state.resources().values().stream().anyMatch(ResourceState::mayExist);
    }

    /** How many whole minutes ago the lab was begun, whatever the sitting. */
    public long minutesSinceBegun(LabState state) {
        return Duration.between(state.createdAt(), wallClock.instant()).toMinutes();
    }

    static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
