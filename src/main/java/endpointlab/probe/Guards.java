package endpointlab.probe;

import endpointlab.clock.LabClock;
import java.time.Duration;

/** How long real work may take: so much lab time, but however fast the lab's clock runs, some wall seconds. */
final class Guards {

    private static final Duration LEAST = Duration.ofSeconds(10);

    private Guards() {
    }

    static Duration wall(LabClock clock, Duration lab) {
        Duration wall = clock.toWall(lab);
        return wall.compareTo(LEAST) < 0 ? LEAST : wall;
    }

    static int millis(LabClock clock, Duration lab) {
        return Math.toIntExact(wall(clock, lab).toMillis());
    }
}
