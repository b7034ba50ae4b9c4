package endpointlab.probe;

import endpointlab.run.ProbeRequest;
import java.time.Duration;

/** How long, and how often, to try again what isn't up yet. */
final class Patience {

    private static final long LEAST_NANOS = Duration.ofSeconds(4).toNanos();
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final ProbeRequest request;
    private final long end;

    private Patience(ProbeRequest request, long nanos) {
        this.request = request;
        this.end = System.nanoTime() + nanos;
    }

    /** For what takes real work to come up: so much lab time, and never less than a few wall seconds. */
    static Patience forRealWork(ProbeRequest request, Duration lab) {
        return new Patience(request, Math.max(LEAST_NANOS, request.clock().toWall(lab).toNanos()));
    }

    /** For what comes up as lab time passes. */
    static Patience of(ProbeRequest request, Duration lab) {
        return new Patience(request, request.clock().toWall(lab).toNanos());
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
        Duration shortest = request.clock().toLab(SHORTEST_PAUSE);
        request.cancellation().sleep(request.clock(), PAUSE.compareTo(shortest) < 0 ? shortest : PAUSE);
        return true;
    }
}
