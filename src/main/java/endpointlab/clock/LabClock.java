package endpointlab.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The one clock of a lab: everything that waits, polls, backs off or times out asks it, so that a single pace
 * speeds up all of them alike. Lab time starts at a given instant and runs {@link Pace#factor()} times as fast as
 * wall time. Immutable and safe for use by any thread.
 */
public final class LabClock {

    private final Pace pace;
    private final Instant labStart;
    private final long nanoStart;

    private LabClock(Pace pace, Instant labStart) {
        this.pace = pace;
        this.labStart = labStart;
        this.nanoStart = System.nanoTime();
    }

    /** A clock whose lab time is {@code labStart} now. */
    public static LabClock startingAt(Instant labStart, Pace pace) {
        return new LabClock(pace, labStart);
    }

    /** A clock whose lab time is the wall time now. */
    public static LabClock startingNow(Pace pace) {
        return new LabClock(pace, Instant.now());
    }

    public Pace pace() {
        return pace;
    }

    /** The lab time now. */
    public Instant now() {
        return labStart.plus(toLab(Duration.ofNanos(System.nanoTime() - nanoStart)));
    }

    /** Wall time that passes while {@code lab} passes in the lab. */
    public Duration toWall(Duration lab) {
        return scale(lab, 1 / pace.factor());
    }

    /** Lab time that passes while {@code wall} passes on the wall. */
    public Duration toLab(Duration wall) {
        return scale(wall, pace.factor());
    }

    /**
     * Sleeps until {@code lab} has passed in lab time.
     *
     * @throws InterruptedException if the thread is interrupted before
     */
    public void sleep(Duration lab) throws InterruptedException {
        long end = System.nanoTime() + Math.min(toWall(lab).toNanos(), Long.MAX_VALUE / 2);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** At most 292 years, which is as long as nanoseconds can be counted. */
    private static Duration scale(Duration duration, double by) {
        return Duration.ofNanos(Math.round((duration.getSeconds() * 1e9 + duration.getNano()) * by));
    }
}
