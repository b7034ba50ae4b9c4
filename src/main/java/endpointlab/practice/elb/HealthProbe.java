package endpointlab.practice.elb;

import endpointlab.network.Flow;
import endpointlab.network.NetworkSnapshot;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.machine.Machines;
import endpointlab.practice.world.Entities.HealthCheck;
import java.util.OptionalInt;

/**
 * Does one health check: it passes if the network lets the load balancer's node reach the target and something there
 * listens on the port and, if it is an HTTP check, answers with one of the codes that are asked for.
 */
final class HealthProbe {

    private final Machines machines;
    private final ReachabilityJudge judge = new ReachabilityJudge();

    HealthProbe(Machines machines) {
        this.machines = machines;
    }

    /** @param failedStatus the HTTP status for which it failed; {@code null} if there is none */
    record Result(boolean passed, Integer failedStatus) {
    }

    Result check(NetworkSnapshot snapshot, Flow flow, HealthCheck check) {
        boolean reached = judge.judge(snapshot, flow).outcome() instanceof Path.Delivered arrived
                && machines.isListening(arrived.instanceId(), arrived.port());
        if (!reached || check.path() == null) {
            return new Result(reached, null);
        }
        OptionalInt status = machines.httpStatus(flow, check.path());
        if (status.isEmpty()) {
            return new Result(false, null);
        }
        boolean asked = HttpCodes.contain(check.matcher(), status.getAsInt());
        return new Result(asked, asked ? null : status.getAsInt());
    }
}
