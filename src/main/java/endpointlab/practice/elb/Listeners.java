package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * TCP listeners of Network Load Balancers.
 *
 * <p>Source: CreateListener in the ELBv2 API Reference; a repeat with the same settings returns the listener that
 * exists. Assumed: texts that no public log showed.
 */
final class Listeners {

    private static final Set<String> PROTOCOLS_LACKING = Set.of("TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC");
    private static final int LAST_PORT = 65_535;

    private final Cloud cloud;
    private final ElbFinder find;
    private final ElbPages pages;
    private final ElbTags tags;
    private final HealthCheckSchedule schedule;

    Listeners(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.pages = new ElbPages(cloud.paging);
        this.tags = new ElbTags(cloud);
        this.schedule = new HealthCheckSchedule(cloud);
    }

    CreateListenerResponse create(CreateListenerRequest request) {
        LoadBalancer loadBalancer = find.loadBalancer(request.loadBalancerArn());
        checkProtocol(request.protocolAsString());
        int port = port(request.port());
        TargetGroup group = find.targetGroup(targetGroupArn(request.defaultActions()));
        Map<String, String> wishedTags = ElbTags.read(request.tags());
        if (!group.vpcId().equals(loadBalancer.vpcId())) {
            throw ElbErrors.invalidConfiguration("Target group '" + group.id() + "' is not in the VPC '"
                    + loadBalancer.vpcId() + "' of the load balancer");
        }
        List<Listener> others = find.listenersOf(loadBalancer);
        Optional<Listener> samePort = others.stream().filter(one -> one.port() == port).findFirst();
        if (samePort.isPresent()) {
            return answer(samePort.filter(one -> one.targetGroupArn().equals(group.id())).orElseThrow(() ->
                    new AwsException("DuplicateListener", "A listener already exists on this port for this load "
                            + "balancer '" + loadBalancer.id() + "'")));
        }
        checkUse(group, loadBalancer);
        if (others.size() >= ElbLimit.LISTENERS.most()) {
            throw ElbErrors.tooMany("TooManyListeners", "listeners for this load balancer");
        }
        return answer(make(loadBalancer, port, group, wishedTags));
    }

    private Listener make(LoadBalancer loadBalancer, int port, TargetGroup group, Map<String, String> wishedTags) {
        String arn = loadBalancer.id().replace(":loadbalancer/", ":listener/") + "/" + cloud.ids.hex16();
        Listener made = new Listener(arn, loadBalancer.id(), "TCP", port, group.id());
        cloud.world.listeners.put(made);
        tags.put(arn, wishedTags);
        schedule.groupInUse(group, loadBalancer);
        return made;
    }

    private void checkUse(TargetGroup group, LoadBalancer loadBalancer) {
        boolean elsewhere = find.listenersWith(group).stream()
                .anyMatch(one -> !one.loadBalancerArn().equals(loadBalancer.id()));
        if (elsewhere) {
            throw new AwsException("TargetGroupAssociationLimit", "The following target groups cannot be associated "
                    + "with more than one load balancer: " + group.id());
        }
    }

    private static void checkProtocol(String protocol) {
        if (protocol == null) {
            throw ElbErrors.validation("A listener protocol must be specified");
        }
        if (PROTOCOLS_LACKING.contains(protocol)) {
            throw ElbErrors.lacking("Listeners with protocol '" + protocol + "'");
        }
        if (!protocol.equals("TCP")) {
            throw ElbErrors.validation(
                    "Listener protocol '" + protocol + "' must be one of 'UDP, TCP, TCP_UDP, TLS'");
        }
    }

    private static int port(Integer port) {
        if (port == null) {
            throw ElbErrors.validation("A listener port must be specified");
        }
        if (port < 1 || port > LAST_PORT) {
            throw ElbErrors.validation("1 validation error detected: Value '" + port + "' at 'port' failed to satisfy "
                    + "constraint: Member must be between 1 and " + LAST_PORT);
        }
        return port;
    }

    private static String targetGroupArn(List<Action> actions) {
        if (actions.size() != 1) {
            throw ElbErrors.validation("Exactly one default action must be specified");
        }
        Action action = actions.get(0);
        if (!"forward".equals(action.typeAsString())) {
            throw new AwsException("InvalidLoadBalancerAction",
                    "Actions of type '" + action.typeAsString() + "' are not supported for network load balancers");
        }
        List<String> groups = action.forwardConfig() == null ? List.of()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn).toList();
        if (groups.size() > ElbLimit.TARGET_GROUPS_PER_ACTION.most()) {
            throw ElbErrors.lacking("Actions with more than one target group");
        }
        String arn = action.targetGroupArn() != null ? action.targetGroupArn()
                : groups.stream().findFirst().orElse(null);
        if (arn == null) {
            throw ElbErrors.validation("A target group ARN must be specified for a forward action");
        }
        if (!groups.isEmpty() && !groups.contains(arn)) {
            throw ElbErrors.validation("The target groups of 'TargetGroupArn' and 'ForwardConfig' must be the same");
        }
        return arn;
    }

    DescribeListenersResponse describe(DescribeListenersRequest request) {
        boolean byArn = !request.listenerArns().isEmpty();
        if (byArn == (request.loadBalancerArn() != null)) {
            throw ElbErrors.validation("You must specify either listener ARNs or a load balancer ARN");
        }
        List<Listener> wanted = byArn ? request.listenerArns().stream().distinct().map(find::listener).toList()
                : find.listenersOf(find.loadBalancer(request.loadBalancerArn()));
        Page<Listener> page = pages.page(wanted, request.pageSize(), request.marker());
        return DescribeListenersResponse.builder().nextMarker(page.nextToken())
                .listeners(page.rows().stream().map(Listeners::show).toList()).build();
    }

    /** Assumed: a listener that doesn't exist is an error, unlike a load balancer or target group. */
    DeleteListenerResponse delete(DeleteListenerRequest request) {
        delete(find.listener(request.listenerArn()));
        return DeleteListenerResponse.builder().build();
    }

    void delete(Listener listener) {
        cloud.world.listeners.remove(listener.id());
        cloud.tags.forget(listener.id());
        cloud.world.targetGroups.find(listener.targetGroupArn())
                .filter(group -> find.listenersWith(group).isEmpty()).ifPresent(schedule::groupUnused);
    }

    private static CreateListenerResponse answer(Listener listener) {
        return CreateListenerResponse.builder().listeners(show(listener)).build();
    }

    static Action forward(Listener listener) {
        return Action.builder().type("forward").order(1).targetGroupArn(listener.targetGroupArn())
                .forwardConfig(config -> config.targetGroups(TargetGroupTuple.builder()
                        .targetGroupArn(listener.targetGroupArn()).build())).build();
    }

    private static software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener show(Listener listener) {
        return software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener.builder()
                .listenerArn(listener.id()).loadBalancerArn(listener.loadBalancerArn())
                .protocol(listener.protocol()).port(listener.port())
                .defaultActions(forward(listener)).build();
    }
}
