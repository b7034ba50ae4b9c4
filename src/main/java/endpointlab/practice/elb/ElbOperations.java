package endpointlab.practice.elb;

import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Registrar;
import java.util.Arrays;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;

/** The operations of ELBv2 that the practice cloud answers. */
public final class ElbOperations {

    private final Registrar table;

    private ElbOperations(Registrar table) {
        this.table = table;
    }

    /** Adds them to a table; each runs in the world's lock. */
    public static void register(OperationTable table, Cloud cloud) {
        ElbOperations operations = new ElbOperations(new Registrar(table, cloud.world));
        operations.loadBalancers(cloud);
        operations.targetGroups(cloud);
        operations.rest(cloud);
    }

    private void loadBalancers(Cloud cloud) {
        Listeners listeners = new Listeners(cloud);
        LoadBalancers balancers = new LoadBalancers(cloud, listeners);
        LoadBalancerAttributes attributes = new LoadBalancerAttributes(cloud);
        table.add("CreateLoadBalancer", CreateLoadBalancerRequest::builder, balancers::create);
        table.add("DescribeLoadBalancers", DescribeLoadBalancersRequest::builder, balancers::describe);
        table.add("DeleteLoadBalancer", DeleteLoadBalancerRequest::builder, balancers::delete);
        table.add("SetSecurityGroups", SetSecurityGroupsRequest::builder, balancers::setSecurityGroups);
        table.add("SetSubnets", SetSubnetsRequest::builder, new LoadBalancerSubnets(cloud)::set);
        table.add("DescribeLoadBalancerAttributes", DescribeLoadBalancerAttributesRequest::builder,
                attributes::describe);
        table.add("ModifyLoadBalancerAttributes", ModifyLoadBalancerAttributesRequest::builder, attributes::modify);
        table.add("DescribeCapacityReservation", DescribeCapacityReservationRequest::builder,
                new CapacityReservations(cloud)::describe);
        table.add("CreateListener", CreateListenerRequest::builder, listeners::create);
        table.add("DescribeListeners", DescribeListenersRequest::builder, listeners::describe);
        table.add("ModifyListener", ModifyListenerRequest::builder, listeners::modify);
        table.add("DeleteListener", DeleteListenerRequest::builder, listeners::delete);
        ListenerDetails details = new ListenerDetails(cloud);
        table.add("DescribeRules", DescribeRulesRequest::builder, details::rules);
        table.add("DescribeListenerAttributes", DescribeListenerAttributesRequest::builder, details::attributes);
    }

    private void targetGroups(Cloud cloud) {
        TargetGroups groups = new TargetGroups(cloud);
        TargetGroupAttributes attributes = new TargetGroupAttributes(cloud);
        Targets targets = new Targets(cloud);
        table.add("CreateTargetGroup", CreateTargetGroupRequest::builder, groups::create);
        table.add("DescribeTargetGroups", DescribeTargetGroupsRequest::builder, groups::describe);
        table.add("ModifyTargetGroup", ModifyTargetGroupRequest::builder, groups::modify);
        table.add("DeleteTargetGroup", DeleteTargetGroupRequest::builder, groups::delete);
        table.add("DescribeTargetGroupAttributes", DescribeTargetGroupAttributesRequest::builder, attributes::describe);
        table.add("ModifyTargetGroupAttributes", ModifyTargetGroupAttributesRequest::builder, attributes::modify);
        table.add("RegisterTargets", RegisterTargetsRequest::builder, targets::register);
        table.add("DeregisterTargets", DeregisterTargetsRequest::builder, targets::deregister);
        table.add("DescribeTargetHealth", DescribeTargetHealthRequest::builder, targets::describe);
    }

    private void rest(Cloud cloud) {
        ElbTags tags = new ElbTags(cloud);
        table.add("AddTags", AddTagsRequest::builder, tags::add);
        table.add("RemoveTags", RemoveTagsRequest::builder, tags::remove);
        table.add("DescribeTags", DescribeTagsRequest::builder, tags::describe);
        table.add("DescribeAccountLimits", DescribeAccountLimitsRequest::builder, ElbOperations::limits);
    }

    private static DescribeAccountLimitsResponse limits(DescribeAccountLimitsRequest request) {
        return DescribeAccountLimitsResponse.builder().limits(Arrays.stream(ElbLimit.values()).map(limit ->
                Limit.builder().name(limit.awsName()).max(String.valueOf(limit.most())).build()).toList()).build();
    }
}
