package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.VpcEndpointStates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointResponse;

/**
 * ModifyVpcEndpoint: other security groups, other subnets.
 *
 * <p>Source: EC2 API Reference. Assumed: changes take effect at once; an endpoint that is being deleted can't be
 * changed; the last security group can't be removed.
 */
final class EndpointChange {

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final EndpointPlace place;
    private final EndpointNetwork network;

    EndpointChange(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.place = new EndpointPlace(cloud);
        this.network = new EndpointNetwork(cloud);
    }

    ModifyVpcEndpointResponse modify(ModifyVpcEndpointRequest request) {
        VpcEndpoint endpoint = find.endpoint(request.vpcEndpointId());
        refuse(request, endpoint);
        List<String> groups = groups(request, endpoint);
        List<Subnet> added = addedSubnets(request, endpoint);
        checkRemoved(request.removeSubnetIds(), endpoint.subnetIds(), "subnet");
        changeGroups(endpoint, groups);
        changeSubnets(endpoint.withGroupIds(groups), added, Set.copyOf(request.removeSubnetIds()));
        return ModifyVpcEndpointResponse.builder().returnValue(true).build();
    }

    private void refuse(ModifyVpcEndpointRequest request, VpcEndpoint endpoint) {
        String state = find.stateOf(endpoint);
        if (state.equals(VpcEndpointStates.DELETING) || state.equals(VpcEndpointStates.DELETED)) {
            throw new AwsException("IncorrectState",
                    "The VPC endpoint " + endpoint.id() + " is in the state " + state);
        }
        if (Boolean.TRUE.equals(request.privateDnsEnabled())) {
            throw PrivateLinkErrors.invalid("Private DNS can't be enabled because the service "
                    + endpoint.serviceName() + " does not provide a private DNS name.");
        }
        if (!request.addRouteTableIds().isEmpty() || !request.removeRouteTableIds().isEmpty()) {
            throw PrivateLinkErrors.invalid("Route table IDs are only supported for Gateway type VPC Endpoint.");
        }
        if (request.policyDocument() != null || Boolean.TRUE.equals(request.resetPolicy())) {
            throw PrivateLinkErrors.invalid("The service " + endpoint.serviceName()
                    + " does not support endpoint policies.");
        }
        if (!request.subnetConfigurations().isEmpty() || request.ipAddressTypeAsString() != null
                && !request.ipAddressTypeAsString().equals("ipv4")) {
            throw PrivateLinkErrors.lacking("Endpoints with chosen addresses or address types other than ipv4");
        }
    }

    private List<String> groups(ModifyVpcEndpointRequest request, VpcEndpoint endpoint) {
        checkRemoved(request.removeSecurityGroupIds(), endpoint.groupIds(), "security group");
        Set<String> groups = new LinkedHashSet<>(endpoint.groupIds());
        if (!request.addSecurityGroupIds().isEmpty()) {
            groups.addAll(place.securityGroups(request.addSecurityGroupIds(), endpoint.vpcId()));
        }
        request.removeSecurityGroupIds().forEach(groups::remove);
        if (groups.isEmpty()) {
            throw PrivateLinkErrors.invalid("A VPC endpoint must have at least one security group.");
        }
        return List.copyOf(groups);
    }

    private List<Subnet> addedSubnets(ModifyVpcEndpointRequest request, VpcEndpoint endpoint) {
        List<String> ids = request.addSubnetIds().stream().filter(id -> !endpoint.subnetIds().contains(id)).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        EndpointService service = find.byName(endpoint.serviceName())
                .orElseThrow(() -> PrivateLinkErrors.noSuchService(endpoint.serviceName()));
        Set<String> zones = endpoint.subnetIds().stream().filter(id -> !request.removeSubnetIds().contains(id))
                .flatMap(id -> cloud.world.subnets.find(id).stream()).map(Subnet::availabilityZone)
                .collect(Collectors.toSet());
        return place.subnets(ids, endpoint.vpcId(), service, zones);
    }

    private static void checkRemoved(List<String> removed, List<String> present, String what) {
        for (String id : removed) {
            if (!present.contains(id)) {
                throw PrivateLinkErrors.invalid("The " + what + " " + id + " is not associated with the VPC endpoint.");
            }
        }
    }

    private void changeGroups(VpcEndpoint endpoint, List<String> groups) {
        for (NetworkInterface one : cloud.interfaces.ofOwner(endpoint.id())) {
            cloud.world.networkInterfaces.update(one.id(), old -> old.withGroupIds(groups));
        }
    }

    private void changeSubnets(VpcEndpoint endpoint, List<Subnet> added, Set<String> removed) {
        for (NetworkInterface one : cloud.interfaces.ofOwner(endpoint.id())) {
            if (removed.contains(one.subnetId())) {
                cloud.world.networkInterfaces.update(one.id(), old -> old.withReleasedAt(cloud.now()));
            }
        }
        network.interfaces(endpoint.id(), added, endpoint.groupIds(),
                Tags.nameOr(cloud.tags.of(endpoint.id()), "endpoint"));
        List<String> subnetIds = new ArrayList<>(endpoint.subnetIds());
        subnetIds.removeAll(removed);
        added.forEach(subnet -> subnetIds.add(subnet.id()));
        List<String> zones = subnetIds.stream().flatMap(id -> cloud.world.subnets.find(id).stream())
                .map(Subnet::availabilityZone).toList();
        cloud.world.vpcEndpoints.put(endpoint.withSubnets(List.copyOf(subnetIds),
                cloud.interfaces.ofOwner(endpoint.id()).stream().map(NetworkInterface::id).toList(),
                EndpointNetwork.dnsNames(endpoint.dnsNames(), zones)));
    }
}
