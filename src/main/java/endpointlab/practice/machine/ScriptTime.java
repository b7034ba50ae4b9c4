package endpointlab.practice.machine;

import endpointlab.clock.LabClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of a script that began at a given moment: only its pauses take time, so it ends when it should however
 * busy this computer is, and one that is overdue catches up at once.
 */
final class ScriptTime implements MachineHost.HostTime {

    private final LabClock clock;
    private Instant now;

    ScriptTime(LabClock clock, Instant start) {
        this.clock = clock;
        this.now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration lab) throws InterruptedException {
        now = now.plus(lab);
        Duration left = Duration.between(clock.now(), now);
        if (!left.isNegative()) {
            clock.sleep(left);
        }
    }
}
