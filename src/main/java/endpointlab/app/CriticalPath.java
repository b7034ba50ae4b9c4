package endpointlab.app;

import endpointlab.lab.CheckSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shortest time in which a practice cloud allows a lab to be made, checked and deleted, in lab time: the longest
 * chain of its own transitions that had to follow each other. Calls themselves count as nothing.
 *
 * <p>The chains are those that AWS's rules enforce, not those that the engine chooses: an endpoint service can be
 * deleted as soon as its endpoints are being deleted, and the load balancer once the service is gone.
 */
final class CriticalPath {

    /** The practice cloud's, and AWS's default for TCP: five passes in a row. */
    private static final int HEALTHY_THRESHOLD = 5;

    private final Lab lab;
    private final LabState state;
    private final ResourceGraph graph;
    private final Map<String, Map<Transition, Duration>> drawn = new HashMap<>();
    private final Map<String, Duration> ready = new HashMap<>();
    private final Map<String, Duration> gone = new HashMap<>();

    /** @param transitions all that the cloud drew; of several draws for one resource the last counts */
    CriticalPath(Lab lab, LabState state, List<Timing.Drawn> transitions) {
        this.lab = lab;
        this.state = state;
        this.graph = new ResourceGraph(lab);
        transitions.forEach(each -> drawn
                .computeIfAbsent(each.resourceId(), id -> new EnumMap<>(Transition.class))
                .put(each.transition(), each.duration()));
    }

    /** Making all that was made, and checking it. */
    Duration making() {
        Duration longest = Duration.ZERO;
        for (ResourceSpec spec : lab.resources()) {
            longest = max(longest, readyAt(spec.id()));
        }
        for (CheckSpec check : lab.checks()) {
            longest = max(longest, readyAt(check));
        }
        return longest;
    }

    /** Deleting all that was deleted. */
    Duration deleting() {
        return lab.resources().stream().map(spec -> goneAt(spec.id())).reduce(Duration.ZERO, CriticalPath::max);
    }

    private Duration readyAt(String specId) {
        Duration known = ready.get(specId);
        if (known != null) {
            return known;
        }
        Duration at = latest(graph.dependencies(specId)).plus(makingOf(lab.resource(specId)));
        ready.put(specId, at);
        return at;
    }

    private Duration latest(Set<String> specIds) {
        return specIds.stream().map(this::readyAt).reduce(Duration.ZERO, CriticalPath::max);
    }

    private Duration makingOf(ResourceSpec spec) {
        return switch (spec.kind()) {
            case "vpc" -> of(spec.id(), Transition.VPC_AVAILABLE);
            case "subnet" -> of(spec.id(), Transition.SUBNET_AVAILABLE);
            case "instance" -> of(spec.id(), Transition.INSTANCE_RUNNING);
            case "load-balancer" -> of(spec.id(), Transition.LOAD_BALANCER_ACTIVE);
            case "target" -> of("target-group", Transition.TARGET_FIRST_CHECK).plus(untilHealthy(spec));
            case "vpc-endpoint" -> of("endpoint-service", Transition.ENDPOINT_SERVICE_USABLE)
                    .plus(of(spec.id(), Transition.ENDPOINT_REQUESTED));
            case "endpoint-connection" -> of("endpoint", Transition.ENDPOINT_AVAILABLE);
            default -> Duration.ZERO;
        };
    }

    private Duration untilHealthy(ResourceSpec target) {
        if (of("target-group", Transition.TARGET_FIRST_CHECK).isZero()) {
            return Duration.ZERO;
        }
        long interval = Long.parseLong(FieldValues.of(lab, state).value("step-7.health-interval"));
        return Duration.ofSeconds(interval * (HEALTHY_THRESHOLD - 1));
    }

    /** A check over SSH needs what the machine prints when it has booted. */
    private Duration readyAt(CheckSpec check) {
        Duration resources = latest(graph.dependencies(check));
        Duration booted = graph.dependencies(check).stream()
                .filter(id -> check.kind().equals("ssh-curl") && lab.resource(id).kind().equals("instance"))
                .map(id -> readyAt(id).plus(of(id, Transition.CONSOLE_OUTPUT_POSTED)))
                .reduce(Duration.ZERO, CriticalPath::max);
        return max(resources, booted);
    }

    private Duration goneAt(String specId) {
        Duration known = gone.get(specId);
        if (known != null) {
            return known;
        }
        ResourceSpec spec = lab.resource(specId);
        Duration start = graph.dependants(specId).stream()
                .filter(other -> holds(lab.resource(other), spec))
                .map(this::goneAt).reduce(Duration.ZERO, CriticalPath::max);
        Duration at = start.plus(switch (spec.kind()) {
            case "instance" -> of(specId, Transition.INSTANCE_TERMINATED);
            case "load-balancer" -> of(specId, Transition.LOAD_BALANCER_RELEASED);
            case "vpc-endpoint" -> of(specId, Transition.ENDPOINT_DELETED);
            case "endpoint-service" -> of(specId, Transition.ENDPOINT_SERVICE_DELETED);
            default -> Duration.ZERO;
        });
        gone.put(specId, at);
        return at;
    }

    /** Whether {@code holder} must be gone before {@code held} can be deleted. */
    private static boolean holds(ResourceSpec holder, ResourceSpec held) {
        return switch (held.kind()) {
            case "endpoint-service", "endpoint-service-permission" -> !holder.kind().equals("vpc-endpoint");
            case "key-pair", "instance" -> false;
            default -> true;
        };
    }

    private Duration of(String specId, Transition transition) {
        String awsId = state.resource(specId).awsId();
        return drawn.getOrDefault(awsId, Map.of()).getOrDefault(transition, Duration.ZERO);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
