package endpointlab.network;

import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.network.NetworkSnapshot.TargetGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which targets a load balancer's node sends to. Healthy ones; if the whole group has none, all that are
 * {@code initial} or {@code unhealthy} (fail-open); never {@code unused} or {@code draining} ones. Without cross-zone
 * load balancing a node sends to its own zone only, and fails open only if no zone has a healthy target.
 */
record TargetSelection(Topology topology) {

    private static final Set<String> FAIL_OPEN = Set.of("initial", "unhealthy");

    /** The targets among which the node in {@code az} chooses, in a stable order. */
    List<Target> eligible(LoadBalancer loadBalancer, TargetGroup group, String az) {
        boolean anyHealthy = group.targets().stream().anyMatch(TargetSelection::isHealthy);
        Predicate<Target> gets = anyHealthy ? TargetSelection::isHealthy : TargetSelection::getsTrafficUnhealthy;
        return group.targets().stream().filter(gets)
                .filter(target -> isServedFrom(loadBalancer, target, az))
                .sorted(Comparator.comparing(Target::instanceId).thenComparing(Target::port))
                .toList();
    }

    /** Whether any zone's node would find a target. */
    boolean hasEligible(TargetGroup group) {
        return group.targets().stream().anyMatch(target -> isHealthy(target) || getsTrafficUnhealthy(target));
    }

    /** Whether the node in {@code az} has a healthy target for each of its listeners, so that DNS answers with it. */
    boolean isZoneHealthy(LoadBalancer loadBalancer, String az) {
        return loadBalancer.listeners().values().stream()
                .map(topology.snapshot().targetGroups()::get)
                .allMatch(group -> group != null && group.targets().stream()
                        .anyMatch(target -> isHealthy(target) && isServedFrom(loadBalancer, target, az)));
    }

    private static boolean isHealthy(Target target) {
        return target.health().equals("healthy");
    }

    private static boolean getsTrafficUnhealthy(Target target) {
        return FAIL_OPEN.contains(target.health());
    }

    private boolean isServedFrom(LoadBalancer loadBalancer, Target target, String az) {
        return loadBalancer.crossZone() || azOf(target).filter(az::equals).isPresent();
    }

    private Optional<String> azOf(Target target) {
        Instance instance = topology.snapshot().instances().get(target.instanceId());
        return Optional.ofNullable(instance).flatMap(topology::interfaceOf).map(topology::azOf);
    }
}
