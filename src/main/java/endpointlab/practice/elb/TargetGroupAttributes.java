package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.TargetGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Attributes of a TCP target group of instances. Source: TargetGroupAttribute in the ELBv2 API Reference. */
final class TargetGroupAttributes {

    private static final String DEREGISTRATION_DELAY = "deregistration_delay.timeout_seconds";
    private static final int LONGEST_DELAY = 3_600;
    private static final Attributes KNOWN = new Attributes("Target group")
            .changeable(DEREGISTRATION_DELAY, "300", TargetGroupAttributes::isDelay)
            .bool("preserve_client_ip.enabled", true)
            .fixed("proxy_protocol_v2.enabled", "false")
            .fixed("stickiness.enabled", "false")
            .fixed("stickiness.type", "source_ip")
            .fixed("deregistration_delay.connection_termination.enabled", "false")
            .fixed("load_balancing.cross_zone.enabled", "use_load_balancer_configuration")
            .fixed("target_group_health.dns_failover.minimum_healthy_targets.count", "1")
            .fixed("target_group_health.dns_failover.minimum_healthy_targets.percentage", "off")
            .fixed("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1")
            .fixed("target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage", "off")
            .fixed("target_health_state.unhealthy.connection_termination.enabled", "true")
            .fixed("target_health_state.unhealthy.draining_interval_seconds", "0");

    private final Cloud cloud;
    private final ElbFinder find;

    TargetGroupAttributes(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
    }

    static Duration deregistrationDelay(TargetGroup group) {
        return Duration.ofSeconds(Long.parseLong(KNOWN.all(group.attributes()).get(DEREGISTRATION_DELAY)));
    }

    DescribeTargetGroupAttributesResponse describe(DescribeTargetGroupAttributesRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        return DescribeTargetGroupAttributesResponse.builder().attributes(show(group.attributes())).build();
    }

    ModifyTargetGroupAttributesResponse modify(ModifyTargetGroupAttributesRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        Map<String, String> wishes = new LinkedHashMap<>();
        request.attributes().forEach(wish -> wishes.put(wish.key(), wish.value() == null ? "" : wish.value()));
        Map<String, String> changed = KNOWN.changed(group.attributes(), wishes);
        cloud.world.targetGroups.update(group.id(), old -> old.withAttributes(changed));
        return ModifyTargetGroupAttributesResponse.builder().attributes(show(changed)).build();
    }

    private List<TargetGroupAttribute> show(Map<String, String> changed) {
        return cloud.paging.shuffled(KNOWN.all(changed).entrySet().stream().map(one ->
                TargetGroupAttribute.builder().key(one.getKey()).value(one.getValue()).build()).toList(),
                TargetGroupAttribute::key);
    }

    private static boolean isDelay(String text) {
        return text.matches("\\d{1,4}") && Integer.parseInt(text) <= LONGEST_DELAY;
    }
}
