package endpointlab.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Load balancers and what they forward to, made by hand. */
final class BalancersByHand {

    static final Map<String, Function<ResourceWork, List<Sighting>>> FINDERS = Map.of(
            "load-balancer", BalancersByHand::balancers, "target-group", BalancersByHand::groups,
            "listener", BalancersByHand::listeners, "target", BalancersByHand::targets);
    private static final String PROTOCOL = "TCP";

    private BalancersByHand() {
    }

    private static List<Sighting> balancers(ResourceWork work) {
        List<LoadBalancer> all = Pages.of(work.aws(), token -> DescribeLoadBalancersRequest.builder().marker(token)
                                .build(), work.aws().elb()::describeLoadBalancers,
                        DescribeLoadBalancersResponse::nextMarker).stream()
                .flatMap(page -> page.loadBalancers().stream()).toList();
        Map<String, List<Tag>> tags = tags(work, all.stream().map(LoadBalancer::loadBalancerArn).toList());
        return all.stream().map(one -> {
            Set<String> subnets = one.availabilityZones().stream().map(zone -> zone.subnetId())
                    .collect(Collectors.toSet());
            return Sighting.of(one.loadBalancerArn(), tags.getOrDefault(one.loadBalancerArn(), List.of()))
                    .named("LoadBalancerName", work.input("name"), one.loadBalancerName())
                    .connected(subnets.contains(work.input("subnet")))
                    .value("Type", "network", one.typeAsString())
                    .value("Scheme", work.input("scheme"), one.schemeAsString())
                    .value("Subnets", work.input("subnet"), String.join(" ", subnets));
        }).toList();
    }

    private static List<Sighting> groups(ResourceWork work) {
        List<TargetGroup> all = Pages.of(work.aws(), token -> DescribeTargetGroupsRequest.builder().marker(token)
                                .build(), work.aws().elb()::describeTargetGroups,
                        DescribeTargetGroupsResponse::nextMarker).stream()
                .flatMap(page -> page.targetGroups().stream()).toList();
        Map<String, List<Tag>> tags = tags(work, all.stream().map(TargetGroup::targetGroupArn).toList());
        return all.stream().map(one ->
                Sighting.of(one.targetGroupArn(), tags.getOrDefault(one.targetGroupArn(), List.of()))
                        .named("TargetGroupName", work.input("name"), one.targetGroupName())
                        .connected(work.input("vpc").equals(one.vpcId()))
                        .value("VpcId", work.input("vpc"), one.vpcId())
                        .value("Protocol", PROTOCOL, one.protocolAsString())
                        .value("Port", work.input("port"), one.port())
                        .value("TargetType", "instance", one.targetTypeAsString())
                        .value("HealthCheckIntervalSeconds", work.input("health-interval"),
                                one.healthCheckIntervalSeconds())).toList();
    }

    private static List<Sighting> listeners(ResourceWork work) {
        List<Listener> all = Pages.of(work.aws(), token -> DescribeListenersRequest.builder()
                                .loadBalancerArn(work.input("load-balancer")).marker(token).build(),
                        work.aws().elb()::describeListeners, DescribeListenersResponse::nextMarker).stream()
                .flatMap(page -> page.listeners().stream()).toList();
        Map<String, List<Tag>> tags = tags(work, all.stream().map(Listener::listenerArn).toList());
        return all.stream().map(one -> Sighting.of(one.listenerArn(), tags.getOrDefault(one.listenerArn(), List.of()))
                .connected(true).valued(work.input("port").equals(String.valueOf(one.port())))
                .value("Port", work.input("port"), one.port())
                .value("Protocol", PROTOCOL, one.protocolAsString())
                .value("DefaultActions", work.input("target-group"), one.defaultActions().stream()
                        .map(Action::targetGroupArn).collect(Collectors.joining(" ")))).toList();
    }

    /** A target that drains is on its way out. */
    private static List<Sighting> targets(ResourceWork work) {
        DescribeTargetHealthRequest request = DescribeTargetHealthRequest.builder()
                .targetGroupArn(work.input("target-group")).build();
        return work.aws().read(request, work.aws().elb()::describeTargetHealth).targetHealthDescriptions().stream()
                .filter(one -> !"draining".equals(one.targetHealth().stateAsString()))
                .map(one -> Sighting.of(work.input("instance")).connected(true)
                        .valued(work.input("instance").equals(one.target().id()))
                        .value("TargetId", work.input("instance"), one.target().id())
                        .value("Port", work.input("port"), one.target().port())).toList();
    }

    private static Map<String, List<Tag>> tags(ResourceWork work, List<String> arns) {
        return LoadBalancerTags.describe(work.aws(), arns).stream().collect(Collectors.toMap(
                found -> found.resourceArn(), found -> found.tags().stream().flatMap(tag -> Stream.of(
                        Tag.builder().key(tag.key()).value(tag.value()).build())).toList()));
    }
}
