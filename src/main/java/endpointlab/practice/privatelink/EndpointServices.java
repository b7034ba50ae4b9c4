package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * Endpoint services as their provider makes, changes and deletes them.
 *
 * <p>Source: EC2 API Reference. The zones of a service are those of its load balancers at the moment they are
 * associated; zones they gain later don't appear (AWS-FACTS, I-22). Assumed: acceptance is required unless the
 * request says otherwise; connections that wait for acceptance stay so when it is no longer required.
 */
final class EndpointServices {

    private static final String CREATE = "CreateVpcEndpointServiceConfiguration";

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final ServiceLoadBalancers loadBalancers;
    private final EndpointServiceViews views;

    EndpointServices(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.loadBalancers = new ServiceLoadBalancers(cloud);
        this.views = new EndpointServiceViews(cloud);
    }

    CreateVpcEndpointServiceConfigurationResponse create(CreateVpcEndpointServiceConfigurationRequest request) {
        Optional<EndpointService> before = cloud.tokens.madeBefore(CREATE, request.clientToken(), request)
                .flatMap(cloud.world.endpointServices::find);
        EndpointService service = before.orElseGet(() -> make(request));
        return CreateVpcEndpointServiceConfigurationResponse.builder()
                .serviceConfiguration(views.configuration(service)).clientToken(request.clientToken()).build();
    }

    private EndpointService make(CreateVpcEndpointServiceConfigurationRequest request) {
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "vpc-endpoint-service");
        if (request.networkLoadBalancerArns().isEmpty() == request.gatewayLoadBalancerArns().isEmpty()) {
            throw PrivateLinkErrors.invalid("exactly one of network_load_balancer_arn or gateway_load_balancer_arn is "
                    + "a required member");
        }
        if (!request.gatewayLoadBalancerArns().isEmpty()) {
            throw PrivateLinkErrors.lacking("Endpoint services with Gateway Load Balancers");
        }
        refuse(request.privateDnsName(), request.supportedIpAddressTypes(), request.supportedRegions());
        List<String> arns = request.networkLoadBalancerArns().stream().distinct().toList();
        loadBalancers.check(arns, null);
        forgetDeleted();
        String id = cloud.ids.next("vpce-svc");
        Instant now = cloud.now();
        String key = Tags.nameOr(tags, "endpoint service");
        EndpointService made = new EndpointService(id, "com.amazonaws.vpce." + cloud.world.region + "." + id, arns,
                !Boolean.FALSE.equals(request.acceptanceRequired()), loadBalancers.zones(arns), List.of(),
                request.clientToken(), now,
                now.plus(cloud.timing.draw(Transition.ENDPOINT_SERVICE_USABLE, key, id)), null, null);
        cloud.world.endpointServices.put(made);
        cloud.tags.put(id, tags);
        cloud.tokens.remember(CREATE, request.clientToken(), request, id);
        return made;
    }

    private void forgetDeleted() {
        cloud.world.endpointServices.where(service -> cloud.passed(service.deletedAt())).forEach(gone -> {
            cloud.world.endpointServices.remove(gone.id());
            cloud.tags.forget(gone.id());
        });
    }

    private void refuse(String privateDnsName, List<String> addressTypes, List<String> regions) {
        if (privateDnsName != null) {
            throw PrivateLinkErrors.lacking("Private DNS names of endpoint services");
        }
        if (!Set.of("ipv4").containsAll(addressTypes)) {
            throw PrivateLinkErrors.lacking("Endpoint services with IP address types other than ipv4");
        }
        if (!Set.of(cloud.world.region).containsAll(regions)) {
            throw PrivateLinkErrors.lacking("Endpoint services in several Regions");
        }
    }

    ModifyVpcEndpointServiceConfigurationResponse modify(ModifyVpcEndpointServiceConfigurationRequest request) {
        EndpointService service = find.available(request.serviceId());
        if (!request.addGatewayLoadBalancerArns().isEmpty() || !request.removeGatewayLoadBalancerArns().isEmpty()) {
            throw PrivateLinkErrors.lacking("Endpoint services with Gateway Load Balancers");
        }
        refuse(request.privateDnsName(), request.addSupportedIpAddressTypes(), request.addSupportedRegions());
        if (!request.removeSupportedIpAddressTypes().isEmpty() || !request.removeSupportedRegions().isEmpty()) {
            throw PrivateLinkErrors.lacking("Endpoint services without IP address types or Regions");
        }
        EndpointService changed = service;
        if (!request.addNetworkLoadBalancerArns().isEmpty() || !request.removeNetworkLoadBalancerArns().isEmpty()) {
            List<String> arns = changedArns(service, request);
            changed = changed.withLoadBalancers(arns, loadBalancers.zones(arns));
        }
        if (request.acceptanceRequired() != null) {
            changed = changed.withAcceptanceRequired(request.acceptanceRequired());
        }
        cloud.world.endpointServices.put(changed);
        return ModifyVpcEndpointServiceConfigurationResponse.builder().returnValue(true).build();
    }

    private List<String> changedArns(EndpointService service, ModifyVpcEndpointServiceConfigurationRequest request) {
        loadBalancers.check(request.addNetworkLoadBalancerArns(), service.id());
        if (!Set.copyOf(service.loadBalancerArns()).containsAll(request.removeNetworkLoadBalancerArns())) {
            throw PrivateLinkErrors.invalid("A Network Load Balancer to be removed is not associated with the VPC "
                    + "endpoint service " + service.id());
        }
        Set<String> arns = new LinkedHashSet<>(service.loadBalancerArns());
        request.removeNetworkLoadBalancerArns().forEach(arns::remove);
        arns.addAll(request.addNetworkLoadBalancerArns());
        if (arns.isEmpty()) {
            throw PrivateLinkErrors.invalid("exactly one of network_load_balancer_arn or gateway_load_balancer_arn is "
                    + "a required member");
        }
        if (find.hasConnections(service)) {
            throw PrivateLinkErrors.existingConnections();
        }
        return List.copyOf(arns);
    }

    DeleteVpcEndpointServiceConfigurationsResponse delete(DeleteVpcEndpointServiceConfigurationsRequest request) {
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        for (String id : request.serviceIds()) {
            try {
                delete(id);
            } catch (AwsException refused) {
                unsuccessful.add(PrivateLinkErrors.unsuccessful(id, refused));
            }
        }
        return DeleteVpcEndpointServiceConfigurationsResponse.builder().unsuccessful(unsuccessful).build();
    }

    private void delete(String id) {
        EndpointService service = find.services().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> PrivateLinkErrors.serviceToDeleteNotFound(id));
        if (!EndpointServiceStates.at(service, cloud.now()).equals(EndpointServiceStates.AVAILABLE)) {
            return;
        }
        if (find.hasConnections(service)) {
            throw PrivateLinkErrors.existingConnections();
        }
        Instant now = cloud.now();
        String key = Tags.nameOr(cloud.tags.of(id), "endpoint service");
        cloud.world.endpointServices.put(service.deletedBetween(now,
                now.plus(cloud.timing.draw(Transition.ENDPOINT_SERVICE_DELETED, key, id))));
    }
}
