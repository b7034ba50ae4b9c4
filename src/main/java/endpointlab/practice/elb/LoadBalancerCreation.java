package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * CreateLoadBalancer for Network Load Balancers with IPv4 addresses.
 *
 * <p>A repeat with the same name and settings returns the load balancer that exists (AWS-FACTS 1.1). Assumed: tags
 * are no part of these settings.
 */
final class LoadBalancerCreation {

    static final String INTERNET_FACING = "internet-facing";
    private static final String INTERNAL = "internal";

    private final Cloud cloud;
    private final ElbTags tags;
    private final LoadBalancerPlace place;
    private final LoadBalancerNodes nodes;

    LoadBalancerCreation(Cloud cloud) {
        this.cloud = cloud;
        this.tags = new ElbTags(cloud);
        this.place = new LoadBalancerPlace(cloud);
        this.nodes = new LoadBalancerNodes(cloud);
    }

    /**
     * What is asked for, once it makes sense in itself.
     *
     * @param mappings one per subnet
     */
    private record Wish(String name, String scheme, List<SubnetMapping> mappings, List<String> securityGroupIds,
                        Map<String, String> tags) {

        boolean internetFacing() {
            return scheme.equals(INTERNET_FACING);
        }
    }

    /** @throws AwsException for every error answer of CreateLoadBalancer */
    LoadBalancer create(CreateLoadBalancerRequest request) {
        Wish wish = read(request);
        List<Subnet> subnets = place.subnets(wish.mappings().stream().map(SubnetMapping::subnetId).toList());
        String vpcId = subnets.get(0).vpcId();
        place.checkSecurityGroups(wish.securityGroupIds(), vpcId);
        Optional<LoadBalancer> sameName = cloud.world.loadBalancers.where(one -> one.name().equals(wish.name()))
                .stream().findFirst();
        if (sameName.isPresent()) {
            return sameName.filter(one -> isAs(one, wish)).orElseThrow(() ->
                    ElbErrors.duplicateName("DuplicateLoadBalancerName", "load balancer", wish.name()));
        }
        if (cloud.world.loadBalancers.all().size() >= ElbLimit.NETWORK_LOAD_BALANCERS.most()) {
            throw ElbErrors.tooMany("TooManyLoadBalancers", "load balancers");
        }
        place.checkRoom(subnets, wish.internetFacing());
        for (int i = 0; i < subnets.size(); i++) {
            place.checkAddress(subnets.get(i), wish.mappings().get(i).privateIPv4Address());
        }
        return make(wish, vpcId, subnets);
    }

    private static Wish read(CreateLoadBalancerRequest request) {
        String name = ElbNames.loadBalancer(request.name());
        String type = request.typeAsString() == null ? "application" : request.typeAsString();
        if (type.equals("application") || type.equals("gateway")) {
            throw ElbErrors.lacking("Load balancers of type '" + type + "'");
        }
        if (!type.equals("network")) {
            throw ElbErrors.validation("1 validation error detected: Value '" + type + "' at 'type' failed to satisfy "
                    + "constraint: Member must satisfy enum value set: [network, application, gateway]");
        }
        String scheme = request.schemeAsString() == null ? INTERNET_FACING : request.schemeAsString();
        if (!Set.of(INTERNET_FACING, INTERNAL).contains(scheme)) {
            throw new AwsException("InvalidScheme", "The scheme '" + scheme + "' is not valid");
        }
        String addresses = request.ipAddressTypeAsString();
        if (addresses != null && !addresses.equals("ipv4")) {
            throw ElbErrors.lacking("Load balancers with IP address type '" + addresses + "'");
        }
        return new Wish(name, scheme, mappings(request, scheme), request.securityGroups().stream().distinct().toList(),
                ElbTags.read(request.tags()));
    }

    private static List<SubnetMapping> mappings(CreateLoadBalancerRequest request, String scheme) {
        if (!request.subnets().isEmpty() && !request.subnetMappings().isEmpty()) {
            throw ElbErrors.validation("You can specify subnets or subnet mappings, but not both");
        }
        List<SubnetMapping> mappings = request.subnets().isEmpty() ? request.subnetMappings()
                : request.subnets().stream().map(id -> SubnetMapping.builder().subnetId(id).build()).toList();
        if (mappings.isEmpty()) {
            throw ElbErrors.validation("At least one subnet must be specified");
        }
        for (SubnetMapping mapping : mappings) {
            if (mapping.allocationId() != null) {
                // The practice cloud has no Elastic IP addresses, so no allocation can exist.
                throw new AwsException("AllocationIdNotFound",
                        "The allocation ID '" + mapping.allocationId() + "' does not exist");
            }
            if (mapping.privateIPv4Address() != null && scheme.equals(INTERNET_FACING)) {
                throw ElbErrors.validation(
                        "Private IPv4 addresses can only be specified for internal load balancers");
            }
        }
        return mappings;
    }

    private static boolean isAs(LoadBalancer existing, Wish wish) {
        Set<String> subnets = Set.copyOf(existing.nodes().stream().map(LoadBalancerNode::subnetId).toList());
        return existing.scheme().equals(wish.scheme())
                && subnets.equals(Set.copyOf(wish.mappings().stream().map(SubnetMapping::subnetId).toList()))
                && Set.copyOf(existing.securityGroupIds()).equals(Set.copyOf(wish.securityGroupIds()));
    }

    private LoadBalancer make(Wish wish, String vpcId, List<Subnet> subnets) {
        String hex = cloud.ids.hex16();
        String arn = "arn:aws:elasticloadbalancing:" + cloud.world.region + ":" + cloud.world.accountId
                + ":loadbalancer/net/" + wish.name() + "/" + hex;
        Instant now = cloud.now();
        LoadBalancer bare = new LoadBalancer(arn, wish.name(),
                wish.name() + "-" + hex + ".elb." + cloud.world.region + ".amazonaws.com", wish.scheme(), vpcId,
                List.of(), wish.securityGroupIds(), true, Map.of(), now,
                now.plus(cloud.timing.draw(Transition.LOAD_BALANCER_ACTIVE, wish.name(), arn)));
        List<LoadBalancerNode> made = new ArrayList<>();
        for (int i = 0; i < subnets.size(); i++) {
            made.add(nodes.make(bare, subnets.get(i), wish.mappings().get(i).privateIPv4Address()));
        }
        LoadBalancer complete = bare.withNodes(List.copyOf(made));
        cloud.world.loadBalancers.put(complete);
        tags.put(arn, wish.tags());
        return complete;
    }
}
