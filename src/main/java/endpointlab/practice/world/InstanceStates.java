package endpointlab.practice.world;

import endpointlab.practice.world.Entities.Instance;
import java.time.Duration;
import java.time.Instant;

/** The states of an instance as EC2 names them, told from its times. */
public final class InstanceStates {

    public static final String PENDING = "pending";
    public static final String RUNNING = "running";
    public static final String SHUTTING_DOWN = "shutting-down";
    public static final String TERMINATED = "terminated";

    /** Source: EC2 User Guide, "Terminate your instance": it stays visible "for a short while", about an hour. */
    private static final Duration DESCRIBED_AFTER_TERMINATION = Duration.ofHours(1);

    private InstanceStates() {
    }

    public static String at(Instance instance, Instant now) {
        if (hasCome(instance.terminatedAt(), now)) {
            return TERMINATED;
        }
        if (hasCome(instance.terminatingAt(), now)) {
            return SHUTTING_DOWN;
        }
        return hasCome(instance.runningAt(), now) ? RUNNING : PENDING;
    }

    /** AWS's number for a state. */
    public static int code(String state) {
        return switch (state) {
            case PENDING -> 0;
            case RUNNING -> 16;
            case SHUTTING_DOWN -> 32;
            default -> 48;
        };
    }

    /** Whether it was terminated so long ago that EC2 no longer knows it. */
    public static boolean isForgotten(Instance instance, Instant now) {
        return instance.terminatedAt() != null
                && hasCome(instance.terminatedAt().plus(DESCRIBED_AFTER_TERMINATION), now);
    }

    private static boolean hasCome(Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }
}
