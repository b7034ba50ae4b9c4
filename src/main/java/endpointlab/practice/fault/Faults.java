package endpointlab.practice.fault;

import endpointlab.practice.policy.Denial;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.core.SdkPojo;

/** Lets go wrong in a practice cloud what the script says that is switched on. Safe for use by many threads. */
public final class Faults implements RequestInterceptor {

    private static final String READS = "Describe";

    private final Effect.Place place;
    private final StaleAnswers stale;
    private final Lock counting = new ReentrantLock();
    private volatile RunningScript script;

    /** @param principal ARN of the practice cloud's one user */
    public Faults(Cloud cloud, String principal) {
        this.place = new Effect.Place(cloud, new Denial(principal));
        this.stale = new StaleAnswers(cloud.world.seed);
        this.script = new RunningScript(FaultScript.none(), cloud.now());
        cloud.visibility.lagAs(this::lag);
    }

    /** Switches the script on in place of the one before; its counts and times start now. */
    public void switchTo(FaultScript next) {
        script = new RunningScript(next, place.cloud().now());
    }

    /**
     * How far a replica lags behind in what it sees, and again how old an answer is that it still gives: as the one
     * may come on top of the other, each has half of what the script allows.
     */
    private Optional<Visibility.Lag> lag() {
        RunningScript now = script;
        return now.isEmpty() ? Optional.empty() : now.lag(place.cloud().now())
                .map(lag -> new Visibility.Lag(lag.longest().dividedBy(2), lag.share()));
    }

    /** The clock that the practice cloud judges signatures by. */
    public Clock clock() {
        return new SkewedClock(Clock.systemUTC());
    }

    @Override
    public void before(ApiCall call) throws InterruptedException {
        for (Effect effect : script.effects(call, place)) {
            effect.before(call, place);
        }
    }

    @Override
    public SdkPojo around(ApiCall call, Operation operation) throws InterruptedException {
        RunningScript now = script;
        if (now.isEmpty()) {
            return operation.carryOut();
        }
        if (!now.counts(call)) {
            return carryOut(now, call, operation);
        }
        counting.lockInterruptibly();
        try {
            return carryOut(now, call, operation);
        } finally {
            counting.unlock();
        }
    }

    private SdkPojo carryOut(RunningScript now, ApiCall call, Operation operation) throws InterruptedException {
        List<Effect> effects = now.effects(call, place);
        for (Effect effect : effects) {
            effect.before(call, place);
        }
        SdkPojo answer = operation.carryOut();
        for (Effect effect : effects) {
            answer = effect.after(call, answer, place);
        }
        return call.action().startsWith(READS) ? perhapsStale(call, answer) : answer;
    }

    private SdkPojo perhapsStale(ApiCall call, SdkPojo answer) {
        return lag().map(lag -> stale.answer(call.request(), answer, place.cloud().now(), lag)).orElse(answer);
    }

    private final class SkewedClock extends Clock {

        private final Clock wall;

        SkewedClock(Clock wall) {
            this.wall = wall;
        }

        @Override
        public Instant instant() {
            RunningScript now = script;
            return now.isEmpty() ? wall.instant() : wall.instant().plus(now.skew(place.cloud().now()));
        }

        @Override
        public ZoneId getZone() {
            return wall.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new SkewedClock(wall.withZone(zone));
        }
    }
}
