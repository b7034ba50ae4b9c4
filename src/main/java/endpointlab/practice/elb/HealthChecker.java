package endpointlab.practice.elb;

import endpointlab.network.Flow;
import endpointlab.network.NetworkSnapshot;
import endpointlab.practice.machine.Machines;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.HealthCheck;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.SnapshotBuilder;
import endpointlab.practice.world.TargetHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the health of all targets on the lab clock.
 *
 * <p>Checks run at {@code checksStartAt} and once each interval after it. One tick does all that have fallen due since
 * the tick before, by a single probe, so that at a fast pace a state changes at the right lab time, give or take a
 * tick. Checks that change nothing leave the world untouched.
 *
 * <p>Checks missed while the practice cloud was closed are made up for a target that was never found healthy or
 * unhealthy, and dropped for the others. So start it when the machines are up again.
 */
public final class HealthChecker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthChecker.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final long SHORTEST_TICK_MILLIS = 10;
    private static final long LONGEST_TICK_MILLIS = 250;

    private final Cloud cloud;
    private final HealthProbe probe;
    private final SnapshotBuilder snapshots;
    private final Future<?> ticking;
    /** Lab time of each target's latest check; only the ticking thread uses it. */
    private Map<Key, Instant> checkedAt = new HashMap<>();

    private HealthChecker(Cloud cloud, Machines machines, ScheduledExecutorService scheduler) {
        this.cloud = cloud;
        this.probe = new HealthProbe(machines);
        this.snapshots = new SnapshotBuilder(cloud.world);
        long period = Math.max(SHORTEST_TICK_MILLIS,
                Math.min(LONGEST_TICK_MILLIS, cloud.clock.toWall(TICK).toMillis()));
        this.ticking = scheduler.scheduleWithFixedDelay(this::tick, 0, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to check.
     *
     * @param scheduler runs the checks; stays the caller's to shut down
     */
    public static HealthChecker start(Cloud cloud, Machines machines, ScheduledExecutorService scheduler) {
        return new HealthChecker(cloud, machines, scheduler);
    }

    /** Stops checking. */
    @Override
    public void close() {
        ticking.cancel(false);
    }

    private record Key(String targetGroupArn, String instanceId, int port, Instant registeredAt) {

        static Key of(TargetGroup group, Target target) {
            return new Key(group.id(), target.instanceId(), target.port(), target.registeredAt());
        }
    }

    /** @param checks how many checks are due; @param flow what each of them tries, by the settings */
    private record Due(Key key, int checks, Flow flow, HealthCheck settings) {
    }

    private record Round(List<Due> due, NetworkSnapshot snapshot) {
    }

    private void tick() {
        try {
            Round round = cloud.world.locked(this::round);
            if (!round.due().isEmpty()) {
                Map<Due, HealthProbe.Result> results = new HashMap<>();
                round.due().forEach(due -> results.put(due,
                        probe.check(round.snapshot(), due.flow(), due.settings())));
                cloud.world.locked(() -> results.forEach(this::apply));
            }
        } catch (RuntimeException failed) {
            LOG.error("A round of health checks failed; the next one goes on", failed);
        }
    }

    private Round round() {
        Instant now = cloud.now();
        List<Due> due = new ArrayList<>();
        Map<Key, Instant> checked = new HashMap<>();
        for (TargetGroup group : cloud.world.targetGroups.all()) {
            Optional<LoadBalancer> loadBalancer = TargetHealth.loadBalancerOf(cloud.world, group);
            for (Target target : TargetHealth.targets(group, now)) {
                if (loadBalancer.isPresent() && isChecked(group, target, now)) {
                    Key key = Key.of(group, target);
                    Instant latest = latestCheck(group, target, now);
                    int checks = checksBetween(latest, now, group.healthCheck());
                    checked.put(key, latest.plus(interval(group).multipliedBy(checks)));
                    flow(group, target, loadBalancer.get()).filter(flow -> checks > 0)
                            .ifPresent(flow -> due.add(new Due(key, checks, flow, group.healthCheck())));
                }
            }
        }
        checkedAt = checked;
        return new Round(due, due.isEmpty() ? null : snapshots.at(now));
    }

    private boolean isChecked(TargetGroup group, Target target, Instant now) {
        String state = TargetHealth.of(cloud.world, group, target, now).state();
        boolean countsNow = state.equals(TargetHealth.INITIAL) || state.equals(TargetHealth.HEALTHY)
                || state.equals(TargetHealth.UNHEALTHY);
        return countsNow && target.checksStartAt() != null && !now.isBefore(target.checksStartAt());
    }

    private Instant latestCheck(TargetGroup group, Target target, Instant now) {
        Instant beforeFirst = target.checksStartAt().minus(interval(group));
        Instant known = checkedAt.get(Key.of(group, target));
        if (known != null || target.health().equals(TargetHealth.INITIAL)) {
            return known == null || known.isBefore(beforeFirst) ? beforeFirst : known;
        }
        long passed = Duration.between(beforeFirst, now).dividedBy(interval(group));
        return beforeFirst.plus(interval(group).multipliedBy(passed));
    }

    private static int checksBetween(Instant latest, Instant now, HealthCheck check) {
        return (int) Duration.between(latest, now).dividedBy(Duration.ofSeconds(check.intervalSeconds()));
    }

    private static Duration interval(TargetGroup group) {
        return Duration.ofSeconds(group.healthCheck().intervalSeconds());
    }

    private Optional<Flow> flow(TargetGroup group, Target target, LoadBalancer loadBalancer) {
        Optional<Instance> instance = cloud.world.instances.find(target.instanceId());
        Optional<String> zone = instance.flatMap(one -> TargetHealth.nodeFor(cloud.world, loadBalancer, one))
                .map(LoadBalancerNode::availabilityZone);
        Optional<String> address = instance.map(Instance::networkInterfaceId)
                .flatMap(cloud.world.networkInterfaces::find).map(NetworkInterface::privateIp);
        int port = group.healthCheck().port().equals("traffic-port") ? target.port()
                : Integer.parseInt(group.healthCheck().port());
        return zone.flatMap(az -> address.map(ip ->
                Flow.tcp(new Flow.FromLoadBalancer(loadBalancer.id(), az), ip, port)));
    }

    private void apply(Due due, HealthProbe.Result result) {
        cloud.world.targetGroups.find(due.key().targetGroupArn()).ifPresent(group -> {
            List<Target> after = group.targets().stream().map(target -> Key.of(group, target).equals(due.key())
                    ? checked(target, group.healthCheck(), due.checks(), result) : target).toList();
            if (!after.equals(group.targets())) {
                cloud.world.targetGroups.put(group.withTargets(after));
            }
        });
    }

    /** The target after {@code checks} checks with the same result. */
    private static Target checked(Target target, HealthCheck check, int checks, HealthProbe.Result result) {
        if (target.checksStartAt() == null) {
            return target;
        }
        boolean passed = result.passed();
        String goal = passed ? TargetHealth.HEALTHY : TargetHealth.UNHEALTHY;
        if (target.health().equals(goal)) {
            return target.withHealth(goal, 0, result.failedStatus());
        }
        int before = passed ? Math.max(target.streak(), 0) : Math.max(-target.streak(), 0);
        int needed = passed ? check.healthyThreshold() : check.unhealthyThreshold();
        int streak = (int) Math.min((long) before + checks, needed);
        return streak == needed ? target.withHealth(goal, 0, result.failedStatus())
                : target.withHealth(target.health(), passed ? streak : -streak, result.failedStatus());
    }
}
