package endpointlab.practice.world;

import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What ELBv2 says of a target: the state that follows from the world and the time, with AWS's reason.
 *
 * <p>Source: NLB User Guide, "Target health status" and "Health check reason codes" (AWS-FACTS 1.2). Assumed: the
 * words of {@code Target.InvalidState} for an instance that is shutting down.
 *
 * @param state       {@code unused}, {@code initial}, {@code healthy}, {@code unhealthy} or {@code draining}
 * @param reason      AWS's reason code, {@code null} for a healthy target
 * @param description AWS's text to the reason, {@code null} for a healthy target
 */
public record TargetHealth(String state, String reason, String description) {

    public static final String INITIAL = "initial";
    public static final String HEALTHY = "healthy";
    public static final String UNHEALTHY = "unhealthy";
    public static final String UNUSED = "unused";
    public static final String DRAINING = "draining";

    public static final TargetHealth NOT_REGISTERED = new TargetHealth(UNUSED, "Target.NotRegistered",
            "Target is not registered to the target group");

    /** The targets of a group that are registered or still draining. */
    public static List<Target> targets(TargetGroup group, Instant now) {
        return group.targets().stream()
                .filter(target -> target.drainingUntil() == null || now.isBefore(target.drainingUntil())).toList();
    }

    /** The targets of a group that are registered, draining, or still sent to (AWS-FACTS, I-21). */
    public static List<Target> remembered(TargetGroup group, Instant now) {
        return group.targets().stream().filter(target -> target.drainingUntil() == null
                || now.isBefore(target.drainingUntil()) || servesOn(target, now)).toList();
    }

    /** The state by which the load balancer's nodes go: of a target's deregistration they learn late. */
    public static String toNodes(World world, TargetGroup group, Target target, Instant now) {
        return of(world, group, servesOn(target, now) ? target.notDraining() : target, now).state();
    }

    private static boolean servesOn(Target target, Instant now) {
        return target.servesUntil() != null && now.isBefore(target.servesUntil());
    }

    /** The load balancer whose listener sends to the group, if any. */
    public static Optional<LoadBalancer> loadBalancerOf(World world, TargetGroup group) {
        return world.listeners.where(listener -> group.id().equals(listener.targetGroupArn())).stream().findFirst()
                .map(Listener::loadBalancerArn).flatMap(world.loadBalancers::find);
    }

    /** The load balancer's node in the zone of an instance, if that zone is enabled. */
    public static Optional<LoadBalancerNode> nodeFor(World world, LoadBalancer loadBalancer, Instance instance) {
        Optional<String> zone = world.subnets.find(instance.subnetId()).map(Subnet::availabilityZone);
        return loadBalancer.nodes().stream()
                .filter(node -> zone.filter(node.availabilityZone()::equals).isPresent()).findFirst();
    }

    /** What ELBv2 says of it. @param target one of {@link #targets} */
    public static TargetHealth of(World world, TargetGroup group, Target target, Instant now) {
        if (target.drainingUntil() != null) {
            return new TargetHealth(DRAINING, "Target.DeregistrationInProgress",
                    "Target deregistration is in progress");
        }
        Optional<Instance> instance = world.instances.find(target.instanceId());
        String instanceState = instance.map(one -> InstanceStates.at(one, now)).orElse(InstanceStates.TERMINATED);
        if (!instanceState.equals(InstanceStates.RUNNING)) {
            return new TargetHealth(UNUSED, "Target.InvalidState",
                    "Target is in the " + instanceState + " state");
        }
        Optional<LoadBalancer> loadBalancer = loadBalancerOf(world, group);
        if (loadBalancer.isEmpty()) {
            return new TargetHealth(UNUSED, "Target.NotInUse",
                    "Target group is not configured to receive traffic from the load balancer");
        }
        if (nodeFor(world, loadBalancer.get(), instance.get()).isEmpty()) {
            return new TargetHealth(UNUSED, "Target.NotInUse",
                    "Target is in an Availability Zone that is not enabled for the load balancer");
        }
        return checked(target, now);
    }

    private static TargetHealth checked(Target target, Instant now) {
        return switch (target.health()) {
            case HEALTHY -> new TargetHealth(HEALTHY, null, null);
            case UNHEALTHY -> target.failedStatus() == null
                    ? new TargetHealth(UNHEALTHY, "Target.FailedHealthChecks", "Health checks failed")
                    : new TargetHealth(UNHEALTHY, "Target.ResponseCodeMismatch",
                            "Health checks failed with these codes: [" + target.failedStatus() + "]");
            default -> target.checksStartAt() == null || now.isBefore(target.checksStartAt())
                    ? new TargetHealth(INITIAL, "Elb.RegistrationInProgress", "Target registration is in progress")
                    : new TargetHealth(INITIAL, "Elb.InitialHealthChecking", "Initial health checks in progress");
        };
    }
}
