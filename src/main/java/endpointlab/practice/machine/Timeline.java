package endpointlab.practice.machine;

import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.time.Instant;

/**
 * When a machine boots, in lab time.
 *
 * @param kernelAt   its kernel starts
 * @param sshdAt     sshd answers
 * @param userDataAt cloud-init runs user data
 * @param consoleAt  EC2 has its console output
 */
public record Timeline(Instant kernelAt, Instant sshdAt, Instant userDataAt, Instant consoleAt) {

    static Timeline draw(MachineSpec spec, Timing timing) {
        Duration sshd = timing.draw(Transition.SSHD_ANSWERS, spec.privateIp(), spec.instanceId());
        Duration userData = timing.draw(Transition.USER_DATA_STARTS, spec.privateIp(), spec.instanceId());
        Duration console = timing.draw(Transition.CONSOLE_OUTPUT_POSTED, spec.privateIp(), spec.instanceId());
        return new Timeline(spec.runningAt(), spec.runningAt().plus(sshd),
                spec.runningAt().plus(sshd).plus(userData), spec.runningAt().plus(console));
    }
}
