package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.TargetHealth;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when the health checks of targets begin, and when a deregistered one gets no new connections any more. Use inside {@link endpointlab.practice.world.World#locked}.
 *
 * <p>Assumed (AWS-FACTS, I-16b: 4 to 5 minutes in all on a fresh load balancer): the delay until the first check
 * counts from the moment that the target is registered, a listener uses its group and the load balancer is active.
 */
final class HealthCheckSchedule {

    private final Cloud cloud;

    HealthCheckSchedule(Cloud cloud) {
        this.cloud = cloud;
    }

    /** A target that is being registered now. */
    Target registered(TargetGroup group, Target target) {
        Optional<LoadBalancer> loadBalancer = TargetHealth.loadBalancerOf(cloud.world, group);
        return loadBalancer.isPresent() ? started(group, target, loadBalancer.get()) : target.withChecksFrom(null);
    }

    /** A listener begins to use the group. */
    void groupInUse(TargetGroup group, LoadBalancer loadBalancer) {
        cloud.world.targetGroups.update(group.id(), old -> old.withTargets(old.targets().stream()
                .map(target -> target.checksStartAt() == null ? started(old, target, loadBalancer) : target)
                .toList()));
    }

    /** No listener uses the group any more: what the checks found is forgotten. */
    void groupUnused(TargetGroup group) {
        cloud.world.targetGroups.update(group.id(), old -> old.withTargets(old.targets().stream()
                .map(target -> target.withChecksFrom(null)).toList()));
    }

    private Target started(TargetGroup group, Target target, LoadBalancer loadBalancer) {
        Instant now = cloud.now();
        Instant from = loadBalancer.activeAt().isAfter(now) ? loadBalancer.activeAt() : now;
        return target.withChecksFrom(from.plus(draw(Transition.TARGET_FIRST_CHECK, group, target)));
    }

    /** When the load balancer's nodes learn that the target is deregistered now. */
    Instant servesUntil(TargetGroup group, Target target) {
        return cloud.now().plus(draw(Transition.TARGET_SERVES_ON, group, target));
    }

    private Duration draw(Transition transition, TargetGroup group, Target target) {
        String key = group.name() + " " + Tags.nameOr(cloud.tags.of(target.instanceId()), "") + " " + target.port();
        return cloud.timing.draw(transition, key, group.id());
    }
}
