package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;

/**
 * Load balancers: create, describe, change their security groups, delete.
 *
 * <p>Deleting answers at once; the load balancer's network interfaces and public addresses stay for a while
 * (AWS-FACTS, I-12).
 */
final class LoadBalancers {

    private final Cloud cloud;
    private final ElbFinder find;
    private final ElbPages pages;
    private final LoadBalancerCreation creation;
    private final LoadBalancerPlace place;
    private final LoadBalancerView view;
    private final Listeners listeners;

    LoadBalancers(Cloud cloud, Listeners listeners) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.pages = new ElbPages(cloud.paging);
        this.creation = new LoadBalancerCreation(cloud);
        this.place = new LoadBalancerPlace(cloud);
        this.view = new LoadBalancerView(cloud);
        this.listeners = listeners;
    }

    CreateLoadBalancerResponse create(CreateLoadBalancerRequest request) {
        return CreateLoadBalancerResponse.builder().loadBalancers(view.show(creation.create(request))).build();
    }

    DescribeLoadBalancersResponse describe(DescribeLoadBalancersRequest request) {
        if (!request.loadBalancerArns().isEmpty() && !request.names().isEmpty()) {
            throw ElbErrors.validation("Load balancer names and load balancer ARNs cannot be specified at the same "
                    + "time");
        }
        request.loadBalancerArns().forEach(arn -> ElbFinder.checkArn(arn, "loadbalancer/", "load balancer ARN"));
        List<LoadBalancer> wanted = !request.names().isEmpty()
                ? wanted(request.names(), name -> cloud.world.loadBalancers.where(one -> one.name().equals(name))
                        .stream().findFirst())
                : !request.loadBalancerArns().isEmpty()
                ? wanted(request.loadBalancerArns(), cloud.world.loadBalancers::find)
                : cloud.world.loadBalancers.all();
        Page<LoadBalancer> page = pages.page(wanted, request.pageSize(), request.marker());
        return DescribeLoadBalancersResponse.builder().nextMarker(page.nextToken())
                .loadBalancers(page.rows().stream().map(view::show).toList()).build();
    }

    private static List<LoadBalancer> wanted(List<String> keys,
                                             Function<String, Optional<LoadBalancer>> finder) {
        List<LoadBalancer> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String key : keys.stream().distinct().toList()) {
            finder.apply(key).ifPresentOrElse(found::add, () -> missing.add(key));
        }
        if (!missing.isEmpty()) {
            throw ElbErrors.loadBalancersNotFound(missing);
        }
        return found;
    }

    /**
     * Source: SetSecurityGroups. A Network Load Balancer that was made without security groups can't get any later,
     * and one that has some can't be left without.
     */
    SetSecurityGroupsResponse setSecurityGroups(SetSecurityGroupsRequest request) {
        LoadBalancer loadBalancer = find.loadBalancer(request.loadBalancerArn());
        if (loadBalancer.securityGroupIds().isEmpty()) {
            throw ElbErrors.invalidConfiguration(
                    "You cannot set security groups for a Network Load Balancer that was created without any");
        }
        if (request.securityGroups().isEmpty()) {
            throw ElbErrors.invalidConfiguration(
                    "You must specify at least one security group for a Network Load Balancer with security groups");
        }
        List<String> groups = request.securityGroups().stream().distinct().toList();
        place.checkSecurityGroups(groups, loadBalancer.vpcId());
        boolean enforce = enforce(request, loadBalancer.enforceOnPrivateLink());
        cloud.world.loadBalancers.update(loadBalancer.id(), old -> old.withSecurityGroups(groups, enforce));
        for (NetworkInterface node : cloud.interfaces.ofOwner(loadBalancer.id())) {
            cloud.world.networkInterfaces.update(node.id(), old -> old.withGroupIds(groups));
        }
        return SetSecurityGroupsResponse.builder().securityGroupIds(groups)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(LoadBalancerView.onOff(enforce)).build();
    }

    private static boolean enforce(SetSecurityGroupsRequest request, boolean before) {
        String wish = request.enforceSecurityGroupInboundRulesOnPrivateLinkTrafficAsString();
        if (wish == null) {
            return before;
        }
        if (!wish.equals("on") && !wish.equals("off")) {
            throw ElbErrors.validation("1 validation error detected: Value '" + wish + "' at 'enforceSecurityGroup"
                    + "InboundRulesOnPrivateLinkTraffic' failed to satisfy constraint: Member must satisfy enum "
                    + "value set: [on, off]");
        }
        return wish.equals("on");
    }

    DeleteLoadBalancerResponse delete(DeleteLoadBalancerRequest request) {
        ElbFinder.checkArn(request.loadBalancerArn(), "loadbalancer/", "load balancer ARN");
        cloud.world.loadBalancers.find(request.loadBalancerArn()).ifPresent(this::delete);
        return DeleteLoadBalancerResponse.builder().build();
    }

    private void delete(LoadBalancer loadBalancer) {
        String arn = loadBalancer.id();
        if (Boolean.parseBoolean(loadBalancer.attributes().get(LoadBalancerAttributes.DELETION_PROTECTION))) {
            throw new AwsException("OperationNotPermitted",
                    "Load balancer '" + arn + "' cannot be deleted because deletion protection is enabled");
        }
        boolean serves = !cloud.world.endpointServices.where(service -> service.loadBalancerArns().contains(arn)
                && !EndpointServiceStates.at(service, cloud.now()).equals(EndpointServiceStates.DELETED)).isEmpty();
        if (serves) {
            throw ElbErrors.resourceInUse("Load balancer '" + arn
                    + "' cannot be deleted because it is currently associated with another service");
        }
        find.listenersOf(loadBalancer).forEach(listeners::delete);
        cloud.world.loadBalancers.remove(arn);
        cloud.tags.forget(arn);
        cloud.interfaces.release(arn, cloud.now().plus(
                cloud.timing.draw(Transition.LOAD_BALANCER_RELEASED, loadBalancer.name(), arn)));
    }
}
