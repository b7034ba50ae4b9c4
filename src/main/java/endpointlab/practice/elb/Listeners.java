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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * TCP listeners of Network Load Balancers.
 *
 * <p>Source: CreateListener and ModifyListener in the ELBv2 API Reference; a repeat with the same settings returns the
 * listener that exists. Assumed: texts that no public log showed.
 */
final class Listeners {

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
        ListenerSettings.checkProtocol(request.protocolAsString());
        int port = ListenerSettings.port(request.port());
        TargetGroup group = groupOf(request.defaultActions(), loadBalancer);
        Map<String, String> wishedTags = ElbTags.read(request.tags());
        List<Listener> others = find.listenersOf(loadBalancer);
        Optional<Listener> samePort = others.stream().filter(one -> one.port() == port).findFirst();
        if (samePort.isPresent()) {
            return answer(samePort.filter(one -> one.targetGroupArn().equals(group.id()))
                    .orElseThrow(() -> duplicate(loadBalancer)));
        }
        checkUse(group, loadBalancer);
        if (others.size() >= ElbLimit.LISTENERS.most()) {
            throw ElbErrors.tooMany("TooManyListeners", "listeners for this load balancer");
        }
        return answer(make(loadBalancer, port, group, wishedTags));
    }

    private TargetGroup groupOf(List<Action> actions, LoadBalancer loadBalancer) {
        TargetGroup group = find.targetGroup(ListenerSettings.targetGroupArn(actions));
        if (!group.vpcId().equals(loadBalancer.vpcId())) {
            throw ElbErrors.invalidConfiguration("Target group '" + group.id() + "' is not in the VPC '"
                    + loadBalancer.vpcId() + "' of the load balancer");
        }
        return group;
    }

    private static AwsException duplicate(LoadBalancer loadBalancer) {
        return new AwsException("DuplicateListener", "A listener already exists on this port for this load balancer '"
                + loadBalancer.id() + "'");
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

    /** What the request doesn't name stays as it was. */
    ModifyListenerResponse modify(ModifyListenerRequest request) {
        Listener before = find.listener(request.listenerArn());
        LoadBalancer loadBalancer = find.loadBalancer(before.loadBalancerArn());
        if (request.protocolAsString() != null) {
            ListenerSettings.checkProtocol(request.protocolAsString());
        }
        int port = request.port() == null ? before.port() : ListenerSettings.port(request.port());
        TargetGroup group = request.defaultActions().isEmpty() ? find.targetGroup(before.targetGroupArn())
                : groupOf(request.defaultActions(), loadBalancer);
        if (find.listenersOf(loadBalancer).stream().anyMatch(one -> !one.id().equals(before.id())
                && one.port() == port)) {
            throw duplicate(loadBalancer);
        }
        checkUse(group, loadBalancer);
        Listener after = new Listener(before.id(), loadBalancer.id(), before.protocol(), port, group.id());
        cloud.world.listeners.put(after);
        if (!group.id().equals(before.targetGroupArn())) {
            schedule.groupInUse(group, loadBalancer);
            forgetIfUnused(before.targetGroupArn());
        }
        return ModifyListenerResponse.builder().listeners(show(after)).build();
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
        forgetIfUnused(listener.targetGroupArn());
    }

    private void forgetIfUnused(String targetGroupArn) {
        cloud.world.targetGroups.find(targetGroupArn).filter(group -> find.listenersWith(group).isEmpty())
                .ifPresent(schedule::groupUnused);
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
