package endpointlab.probe;

import endpointlab.run.ProbeRequest;
import java.time.Duration;

/** How long to try again what isn't up yet: so much lab time, and never less than a few wall seconds. */
final class Patience {

    private static final long LEAST_NANOS = Duration.ofSeconds(4).toNanos();
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ProbeRequest request;
    private final long end;

    Patience(ProbeRequest request, Duration lab) {
        this.request = request;
        this.end = System.nanoTime() + Math.max(LEAST_NANOS, request.clock().toWall(lab).toNanos());
    }

    /**
     * Pauses before the next try; {@code false} if there is none.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    boolean another() {
        if (System.nanoTime() - end >= 0) {
            return false;
        }
        request.cancellation().sleep(request.clock(), PAUSE);
        return true;
    }
}
