package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.InstanceStates;
import endpointlab.practice.world.TargetHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * The targets of a group: register, deregister, describe their health.
 *
 * <p>Source: ELBv2 API Reference, RegisterTargets, DeregisterTargets, DescribeTargetHealth; NLB User Guide,
 * "Deregistration delay". A deregistered target gets new connections for a while (AWS-FACTS, I-21). Assumed: a
 * target that gets no traffic is deregistered at once; texts of
 * {@code InvalidTarget} for unknown instances and other VPCs.
 */
final class Targets {

    private static final int LAST_PORT = 65_535;

    private final Cloud cloud;
    private final ElbFinder find;
    private final HealthCheckSchedule schedule;

    Targets(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.schedule = new HealthCheckSchedule(cloud);
    }

    RegisterTargetsResponse register(RegisterTargetsRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        if (request.targets().isEmpty()) {
            throw ElbErrors.validation("At least one target must be specified");
        }
        request.targets().forEach(target -> port(target, group));
        checkInstances(request.targets(), group);
        List<Target> targets = new ArrayList<>(TargetHealth.remembered(group, cloud.now()));
        for (TargetDescription wish : request.targets()) {
            int port = port(wish, group);
            boolean registered = targets.stream().anyMatch(is(wish.id(), port).and(one -> one.drainingUntil() == null));
            if (!registered) {
                targets.removeIf(is(wish.id(), port));
                targets.add(schedule.registered(group, new Target(wish.id(), port, cloud.now())));
            }
        }
        if (targets.size() > ElbLimit.TARGETS.most()) {
            throw ElbErrors.tooMany("TooManyTargets", "targets for this target group");
        }
        cloud.world.targetGroups.update(group.id(), old -> old.withTargets(List.copyOf(targets)));
        return RegisterTargetsResponse.builder().build();
    }

    private void checkInstances(List<TargetDescription> wishes, TargetGroup group) {
        List<String> ids = wishes.stream().map(TargetDescription::id).distinct().toList();
        List<String> unknown = ids.stream().filter(id -> instance(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw ElbErrors.invalidTarget("The following targets do not exist", unknown);
        }
        List<String> notRunning = ids.stream().filter(id -> !InstanceStates.at(instance(id).orElseThrow(),
                cloud.now()).equals(InstanceStates.RUNNING)).toList();
        if (!notRunning.isEmpty()) {
            throw ElbErrors.invalidTarget(
                    "The following targets are not in a running state and cannot be registered", notRunning);
        }
        List<String> elsewhere = ids.stream()
                .filter(id -> !instance(id).orElseThrow().vpcId().equals(group.vpcId())).toList();
        if (!elsewhere.isEmpty()) {
            throw ElbErrors.invalidTarget(
                    "The following targets are not in the target group VPC '" + group.vpcId() + "'", elsewhere);
        }
    }

    private Optional<Instance> instance(String id) {
        return cloud.world.instances.find(id)
                .filter(instance -> !InstanceStates.isForgotten(instance, cloud.now()));
    }

    /** Unknown targets are no error; a target without a port means all its ports. */
    DeregisterTargetsResponse deregister(DeregisterTargetsRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        if (request.targets().isEmpty()) {
            throw ElbErrors.validation("At least one target must be specified");
        }
        Instant now = cloud.now();
        Instant until = now.plus(TargetGroupAttributes.deregistrationDelay(group));
        List<Target> left = new ArrayList<>();
        for (Target target : TargetHealth.remembered(group, now)) {
            if (target.drainingUntil() != null || request.targets().stream().noneMatch(wish -> means(wish, target))) {
                left.add(target);
            } else if (!TargetHealth.of(cloud.world, group, target, now).state().equals(TargetHealth.UNUSED)) {
                left.add(target.draining(until, schedule.servesUntil(group, target)));
            }
        }
        cloud.world.targetGroups.update(group.id(), old -> old.withTargets(List.copyOf(left)));
        return DeregisterTargetsResponse.builder().build();
    }

    DescribeTargetHealthResponse describe(DescribeTargetHealthRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        List<Target> registered = TargetHealth.targets(group, cloud.now());
        List<TargetHealthDescription> shown = new ArrayList<>();
        if (request.targets().isEmpty()) {
            registered.forEach(target -> shown.add(show(group, target)));
        }
        for (TargetDescription wish : request.targets()) {
            List<Target> meant = registered.stream().filter(target -> means(wish, target)).toList();
            meant.forEach(target -> shown.add(show(group, target)));
            if (meant.isEmpty()) {
                shown.add(show(group, wish.id(), port(wish, group), TargetHealth.NOT_REGISTERED));
            }
        }
        return DescribeTargetHealthResponse.builder().targetHealthDescriptions(cloud.paging.shuffled(shown,
                one -> one.target().id() + ":" + one.target().port())).build();
    }

    private TargetHealthDescription show(TargetGroup group, Target target) {
        return show(group, target.instanceId(), target.port(),
                TargetHealth.of(cloud.world, group, target, cloud.now()));
    }

    private static TargetHealthDescription show(TargetGroup group, String id, int port, TargetHealth health) {
        String checkPort = group.healthCheck().port();
        return TargetHealthDescription.builder()
                .target(target -> target.id(id).port(port))
                .healthCheckPort(checkPort.equals("traffic-port") ? String.valueOf(port) : checkPort)
                .targetHealth(shown -> shown.state(health.state()).reason(health.reason())
                        .description(health.description()))
                .build();
    }

    private static int port(TargetDescription target, TargetGroup group) {
        int port = target.port() == null ? group.port() : target.port();
        if (port < 1 || port > LAST_PORT) {
            throw ElbErrors.validation("1 validation error detected: Value '" + port + "' at 'port' failed to satisfy "
                    + "constraint: Member must be between 1 and " + LAST_PORT);
        }
        return port;
    }

    private static Predicate<Target> is(String instanceId, int port) {
        return target -> target.instanceId().equals(instanceId) && target.port() == port;
    }

    private static boolean means(TargetDescription wish, Target target) {
        return target.instanceId().equals(wish.id()) && (wish.port() == null || wish.port() == target.port());
    }
}
