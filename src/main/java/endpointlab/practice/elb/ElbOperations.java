package endpointlab.practice.elb;

import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.World;
import java.util.Arrays;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The operations of ELBv2 that the practice cloud answers. */
public final class ElbOperations {

    private final OperationTable table;
    private final World world;

    private ElbOperations(OperationTable table, World world) {
        this.table = table;
        this.world = world;
    }

    /** Adds them to a table; each runs in the world's lock. */
    public static void register(OperationTable table, Cloud cloud) {
        ElbOperations operations = new ElbOperations(table, cloud.world);
        operations.loadBalancers(cloud);
        operations.targetGroups(cloud);
        operations.rest(cloud);
    }

    private void loadBalancers(Cloud cloud) {
        Listeners listeners = new Listeners(cloud);
        LoadBalancers balancers = new LoadBalancers(cloud, listeners);
        LoadBalancerAttributes attributes = new LoadBalancerAttributes(cloud);
        add("CreateLoadBalancer", CreateLoadBalancerRequest::builder, balancers::create);
        add("DescribeLoadBalancers", DescribeLoadBalancersRequest::builder, balancers::describe);
        add("DeleteLoadBalancer", DeleteLoadBalancerRequest::builder, balancers::delete);
        add("SetSecurityGroups", SetSecurityGroupsRequest::builder, balancers::setSecurityGroups);
        add("DescribeLoadBalancerAttributes", DescribeLoadBalancerAttributesRequest::builder, attributes::describe);
        add("ModifyLoadBalancerAttributes", ModifyLoadBalancerAttributesRequest::builder, attributes::modify);
        add("CreateListener", CreateListenerRequest::builder, listeners::create);
        add("DescribeListeners", DescribeListenersRequest::builder, listeners::describe);
        add("DeleteListener", DeleteListenerRequest::builder, listeners::delete);
    }

    private void targetGroups(Cloud cloud) {
        TargetGroups groups = new TargetGroups(cloud);
        TargetGroupAttributes attributes = new TargetGroupAttributes(cloud);
        Targets targets = new Targets(cloud);
        add("CreateTargetGroup", CreateTargetGroupRequest::builder, groups::create);
        add("DescribeTargetGroups", DescribeTargetGroupsRequest::builder, groups::describe);
        add("DeleteTargetGroup", DeleteTargetGroupRequest::builder, groups::delete);
        add("DescribeTargetGroupAttributes", DescribeTargetGroupAttributesRequest::builder, attributes::describe);
        add("ModifyTargetGroupAttributes", ModifyTargetGroupAttributesRequest::builder, attributes::modify);
        add("RegisterTargets", RegisterTargetsRequest::builder, targets::register);
        add("DeregisterTargets", DeregisterTargetsRequest::builder, targets::deregister);
        add("DescribeTargetHealth", DescribeTargetHealthRequest::builder, targets::describe);
    }

    private void rest(Cloud cloud) {
        ElbTags tags = new ElbTags(cloud);
        add("AddTags", AddTagsRequest::builder, tags::add);
        add("RemoveTags", RemoveTagsRequest::builder, tags::remove);
        add("DescribeTags", DescribeTagsRequest::builder, tags::describe);
        add("DescribeAccountLimits", DescribeAccountLimitsRequest::builder, ElbOperations::limits);
    }

    private static DescribeAccountLimitsResponse limits(DescribeAccountLimitsRequest request) {
        return DescribeAccountLimitsResponse.builder().limits(Arrays.stream(ElbLimit.values()).map(limit ->
                Limit.builder().name(limit.awsName()).max(String.valueOf(limit.most())).build()).toList()).build();
    }

    private <B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo> void add(
            String action, Supplier<B> builder, OperationTable.Handler<I, O> handler) {
        table.add(action, builder, (I request) -> world.locked(() -> handler.handle(request)));
    }
}
