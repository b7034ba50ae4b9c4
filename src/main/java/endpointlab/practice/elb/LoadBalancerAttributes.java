package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

/** Attributes of a Network Load Balancer. Source: LoadBalancerAttribute in the ELBv2 API Reference. */
final class LoadBalancerAttributes {

    static final String DELETION_PROTECTION = "deletion_protection.enabled";
    private static final Attributes KNOWN = new Attributes("Load balancer")
            .bool(DELETION_PROTECTION, false)
            .bool("load_balancing.cross_zone.enabled", false)
            .fixed("access_logs.s3.enabled", "false")
            .fixed("access_logs.s3.bucket", "")
            .fixed("access_logs.s3.prefix", "")
            .fixed("ipv6.deny_all_igw_traffic", "false")
            .fixed("dns_record.client_routing_policy", "any_availability_zone")
            .fixed("zonal_shift.config.enabled", "false");

    private final Cloud cloud;
    private final ElbFinder find;

    LoadBalancerAttributes(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
    }

    DescribeLoadBalancerAttributesResponse describe(DescribeLoadBalancerAttributesRequest request) {
        LoadBalancer loadBalancer = find.loadBalancer(request.loadBalancerArn());
        return DescribeLoadBalancerAttributesResponse.builder().attributes(show(loadBalancer.attributes())).build();
    }

    ModifyLoadBalancerAttributesResponse modify(ModifyLoadBalancerAttributesRequest request) {
        LoadBalancer loadBalancer = find.loadBalancer(request.loadBalancerArn());
        Map<String, String> wishes = new LinkedHashMap<>();
        request.attributes().forEach(wish -> wishes.put(wish.key(), wish.value() == null ? "" : wish.value()));
        Map<String, String> changed = KNOWN.changed(loadBalancer.attributes(), wishes);
        cloud.world.loadBalancers.update(loadBalancer.id(), old -> old.withAttributes(changed));
        return ModifyLoadBalancerAttributesResponse.builder().attributes(show(changed)).build();
    }

    private List<LoadBalancerAttribute> show(Map<String, String> changed) {
        return cloud.paging.shuffled(KNOWN.all(changed).entrySet().stream().map(one ->
                LoadBalancerAttribute.builder().key(one.getKey()).value(one.getValue()).build()).toList(),
                LoadBalancerAttribute::key);
    }
}
