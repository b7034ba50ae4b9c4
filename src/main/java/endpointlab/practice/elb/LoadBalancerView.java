package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.LoadBalancerStates;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerState;

/** A load balancer as ELBv2 describes it. */
final class LoadBalancerView {

    /** Hosted zones of Network Load Balancers that are known for sure; source: AWS General Reference. */
    private static final Map<String, String> HOSTED_ZONES = Map.of("us-east-1", "Z26RNL4JYFTOTI",
            "us-east-2", "ZLMOA37VPKANP", "us-west-2", "Z18D5FSROUN65G", "ap-northeast-1", "Z31USIVHYNEOWT");

    private final Cloud cloud;

    LoadBalancerView(Cloud cloud) {
        this.cloud = cloud;
    }

    software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer show(LoadBalancer one) {
        List<AvailabilityZone> zones = one.nodes().stream().map(LoadBalancerView::zone).toList();
        boolean guarded = !one.securityGroupIds().isEmpty();
        return software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer.builder()
                .loadBalancerArn(one.id()).loadBalancerName(one.name()).dnsName(one.dnsName())
                .canonicalHostedZoneId(HOSTED_ZONES.get(cloud.world.region))
                .createdTime(one.createdAt()).scheme(one.scheme()).vpcId(one.vpcId()).type("network")
                .state(LoadBalancerState.builder().code(LoadBalancerStates.at(one, cloud.now())).build())
                .availabilityZones(cloud.paging.shuffled(zones, AvailabilityZone::zoneName))
                .securityGroups(guarded ? one.securityGroupIds() : null)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(
                        guarded ? onOff(one.enforceOnPrivateLink()) : null)
                .ipAddressType("ipv4").build();
    }

    private static AvailabilityZone zone(LoadBalancerNode node) {
        return AvailabilityZone.builder().zoneName(node.availabilityZone()).subnetId(node.subnetId())
                .loadBalancerAddresses(List.of()).build();
    }

    static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
