package endpointlab.practice.internet;

import java.time.Duration;
import java.util.Optional;

/** When Linux repeats an unanswered SYN packet: 1, 3, 7, 15, 31 and 63 s after the first (RFC 6298, doubling). */
final class SynSchedule {

    private Duration step = Duration.ofSeconds(1);
    private Duration left;

    SynSchedule(Duration timeout) {
        this.left = timeout;
    }

    /** How long to wait before the next packet; empty once the time-out has passed. */
    Optional<Duration> nextPause() {
        if (left.isZero() || left.isNegative()) {
            return Optional.empty();
        }
        Duration pause = step.compareTo(left) < 0 ? step : left;
        left = left.minus(pause);
        step = step.multipliedBy(2);
        return Optional.of(pause);
    }
}
