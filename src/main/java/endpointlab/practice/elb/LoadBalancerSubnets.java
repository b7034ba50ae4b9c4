package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * SetSubnets: more zones for a load balancer. An endpoint service in front of it does not learn of them (AWS-FACTS,
 * I-22).
 *
 * <p>Source: SetSubnets in the ELBv2 API Reference. Assumed: a new zone serves at once; zones can't be taken away, as
 * it was for Network Load Balancers for long.
 */
final class LoadBalancerSubnets {

    private final Cloud cloud;
    private final ElbFinder find;
    private final LoadBalancerPlace place;
    private final LoadBalancerNodes nodes;

    LoadBalancerSubnets(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.place = new LoadBalancerPlace(cloud);
        this.nodes = new LoadBalancerNodes(cloud);
    }

    SetSubnetsResponse set(SetSubnetsRequest request) {
        LoadBalancer loadBalancer = find.loadBalancer(request.loadBalancerArn());
        List<Subnet> added = added(loadBalancer, wanted(request));
        List<LoadBalancerNode> all = new ArrayList<>(loadBalancer.nodes());
        added.forEach(subnet -> all.add(nodes.make(loadBalancer, subnet, null)));
        cloud.world.loadBalancers.update(loadBalancer.id(), old -> old.withNodes(List.copyOf(all)));
        return SetSubnetsResponse.builder().ipAddressType("ipv4").availabilityZones(all.stream().map(node ->
                AvailabilityZone.builder().zoneName(node.availabilityZone()).subnetId(node.subnetId()).build())
                .toList()).build();
    }

    private static List<String> wanted(SetSubnetsRequest request) {
        List<String> wanted = request.subnets().isEmpty()
                ? request.subnetMappings().stream().map(SubnetMapping::subnetId).toList() : request.subnets();
        if (wanted.isEmpty()) {
            throw ElbErrors.validation("At least one subnet must be specified");
        }
        if (request.subnetMappings().stream().anyMatch(one -> one.allocationId() != null
                || one.privateIPv4Address() != null)) {
            throw ElbErrors.lacking("Chosen addresses in further subnets");
        }
        return wanted;
    }

    private List<Subnet> added(LoadBalancer loadBalancer, List<String> wanted) {
        Set<String> present = loadBalancer.nodes().stream().map(LoadBalancerNode::subnetId)
                .collect(Collectors.toSet());
        List<Subnet> all = place.subnets(wanted);
        if (!all.get(0).vpcId().equals(loadBalancer.vpcId())) {
            throw ElbErrors.invalidSubnet("All subnets must belong to the VPC of the load balancer: '"
                    + loadBalancer.vpcId() + "'");
        }
        if (!all.stream().map(Subnet::id).collect(Collectors.toSet()).containsAll(present)) {
            throw new AwsException("InvalidConfigurationRequest",
                    "Subnet removal is not supported for load balancers with type 'network'");
        }
        List<Subnet> added = all.stream().filter(subnet -> !present.contains(subnet.id())).toList();
        if (!added.isEmpty()) {
            place.checkRoom(added, loadBalancer.scheme().equals(LoadBalancerCreation.INTERNET_FACING));
        }
        return added;
    }
}
