package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Page;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/**
 * What else ELBv2 tells of a TCP listener: its default rule and its attributes.
 *
 * <p>Source: ELBv2 API Reference; NLB User Guide, "Listener attributes" (idle timeout of 350 s). Assumed: a Network
 * Load Balancer's listener has its default rule only.
 */
final class ListenerDetails {

    private final Cloud cloud;
    private final ElbFinder find;
    private final ElbPages pages;

    ListenerDetails(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.pages = new ElbPages(cloud.paging);
    }

    DescribeRulesResponse rules(DescribeRulesRequest request) {
        boolean byArn = !request.ruleArns().isEmpty();
        if (byArn == (request.listenerArn() != null)) {
            throw ElbErrors.validation("You must specify either listener rule ARNs or a listener ARN");
        }
        List<Listener> listeners = byArn ? request.ruleArns().stream().distinct().map(this::ofRule).toList()
                : List.of(find.listener(request.listenerArn()));
        Page<Listener> page = pages.page(listeners, request.pageSize(), request.marker());
        return DescribeRulesResponse.builder().nextMarker(page.nextToken())
                .rules(page.rows().stream().map(ListenerDetails::defaultRule).toList()).build();
    }

    private Listener ofRule(String arn) {
        ElbFinder.checkArn(arn, "listener-rule/", "listener rule ARN");
        return cloud.world.listeners.where(listener -> ruleArn(listener).equals(arn)).stream().findFirst()
                .orElseThrow(ElbErrors::ruleNotFound);
    }

    /** A rule has no id of its own in the world, so it is given its listener's. */
    private static String ruleArn(Listener listener) {
        String id = listener.id().substring(listener.id().lastIndexOf('/') + 1);
        return listener.id().replace(":listener/", ":listener-rule/") + "/" + new StringBuilder(id).reverse();
    }

    private static Rule defaultRule(Listener listener) {
        return Rule.builder().ruleArn(ruleArn(listener)).priority("default").isDefault(true).conditions(List.of())
                .actions(Listeners.forward(listener)).build();
    }

    DescribeListenerAttributesResponse attributes(DescribeListenerAttributesRequest request) {
        find.listener(request.listenerArn());
        return DescribeListenerAttributesResponse.builder().attributes(ListenerAttribute.builder()
                .key("tcp.idle_timeout.seconds").value("350").build()).build();
    }
}
