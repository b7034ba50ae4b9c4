package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.VpcEndpointStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;

/**
 * CreateVpcEndpoint for interface endpoints to the account's own endpoint services.
 *
 * <p>Source: EC2 API Reference; texts as seen in public logs. The type is {@code Gateway} unless the request says
 * otherwise, which no endpoint service supports. For a while after the service was made the answer is 503 (AWS-FACTS,
 * I-3). Assumed: the account that owns the service needs no permission of its own.
 */
final class EndpointCreation {

    private static final String CREATE = "CreateVpcEndpoint";
    private static final int MOST_PER_VPC = 50;

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final EndpointPlace place;
    private final EndpointNetwork network;

    EndpointCreation(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.place = new EndpointPlace(cloud);
        this.network = new EndpointNetwork(cloud);
    }

    /** @throws AwsException for every error answer of CreateVpcEndpoint */
    VpcEndpoint create(CreateVpcEndpointRequest request) {
        return cloud.tokens.madeBefore(CREATE, request.clientToken(), request)
                .flatMap(cloud.world.vpcEndpoints::find).orElseGet(() -> make(request));
    }

    private VpcEndpoint make(CreateVpcEndpointRequest request) {
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "vpc-endpoint");
        refuse(request);
        String vpcId = cloud.find.vpc(request.vpcId()).id();
        EndpointService service = service(request);
        checkOptions(request, service);
        List<Subnet> subnets = place.subnets(request.subnetIds(), vpcId, service, Set.of());
        List<String> groups = place.securityGroups(request.securityGroupIds(), vpcId);
        checkRoom(vpcId);
        forgetDeleted();
        VpcEndpoint made = endpoint(request, service, subnets, groups, Tags.nameOr(tags, "endpoint"));
        cloud.world.vpcEndpoints.put(made);
        cloud.tags.put(made.id(), tags);
        cloud.tokens.remember(CREATE, request.clientToken(), request, made.id());
        return made;
    }

    private void refuse(CreateVpcEndpointRequest request) {
        if (request.resourceConfigurationArn() != null || request.serviceNetworkArn() != null) {
            throw PrivateLinkErrors.lacking("Endpoints to resources and service networks");
        }
        if (!request.subnetConfigurations().isEmpty()) {
            throw PrivateLinkErrors.lacking("Endpoints with chosen addresses");
        }
        if (request.serviceRegion() != null && !request.serviceRegion().equals(cloud.world.region)) {
            throw PrivateLinkErrors.lacking("Endpoints to other Regions");
        }
        if (request.ipAddressTypeAsString() != null && !request.ipAddressTypeAsString().equals("ipv4")) {
            throw PrivateLinkErrors.lacking("Endpoints with IP address types other than ipv4");
        }
    }

    private EndpointService service(CreateVpcEndpointRequest request) {
        String name = Invalid.required(request.serviceName(), "ServiceName");
        String type = Objects.requireNonNullElse(request.vpcEndpointTypeAsString(), "Gateway");
        if (type.equals("Gateway") && !request.subnetIds().isEmpty()) {
            throw PrivateLinkErrors.invalid(
                    "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.");
        }
        boolean ofAws = name.matches("(com|aws)\\.(amazonaws|api)\\." + cloud.world.region + "\\.[a-z0-9.-]+");
        if (ofAws) {
            throw PrivateLinkErrors.lacking("Endpoints to AWS services");
        }
        EndpointService service = find.byName(name).orElseThrow(() -> PrivateLinkErrors.noSuchService(name));
        if (!type.equals("Interface")) {
            throw PrivateLinkErrors.invalid(
                    "Endpoint type (" + type + ") does not match available service types ([Interface]).");
        }
        if (!cloud.passed(service.usableAt())) {
            throw PrivateLinkErrors.unavailable();
        }
        return service;
    }

    private static void checkOptions(CreateVpcEndpointRequest request, EndpointService service) {
        if (Boolean.TRUE.equals(request.privateDnsEnabled())) {
            throw PrivateLinkErrors.invalid("Private DNS can't be enabled because the service "
                    + service.serviceName() + " does not provide a private DNS name.");
        }
        if (!request.routeTableIds().isEmpty()) {
            throw PrivateLinkErrors.invalid("Route table IDs are only supported for Gateway type VPC Endpoint.");
        }
        if (request.policyDocument() != null) {
            throw PrivateLinkErrors.invalid("The service " + service.serviceName()
                    + " does not support endpoint policies.");
        }
    }

    private void checkRoom(String vpcId) {
        long living = find.endpoints().stream().filter(endpoint -> endpoint.vpcId().equals(vpcId))
                .filter(endpoint -> !find.stateOf(endpoint).equals(VpcEndpointStates.DELETED)).count();
        if (living >= MOST_PER_VPC) {
            throw new AwsException("VpcEndpointLimitExceeded",
                    "The maximum number of VPC endpoints has been reached.");
        }
    }

    private VpcEndpoint endpoint(CreateVpcEndpointRequest request, EndpointService service, List<Subnet> subnets,
                                 List<String> groups, String key) {
        String id = cloud.ids.next("vpce");
        Instant now = cloud.now();
        Instant requested = now.plus(cloud.timing.draw(Transition.ENDPOINT_REQUESTED, key, id));
        boolean automatic = !service.acceptanceRequired();
        return new VpcEndpoint(id, service.serviceName(), request.vpcId(), subnets.stream().map(Subnet::id).toList(),
                groups, network.interfaces(id, subnets, groups, key),
                network.dnsNames(id, service.id(), subnets.stream().map(Subnet::availabilityZone).toList()),
                request.clientToken(), now, requested, automatic ? requested : null,
                automatic ? requested.plus(cloud.timing.draw(Transition.ENDPOINT_AVAILABLE, key, id)) : null,
                null, null, null);
    }

    private void forgetDeleted() {
        cloud.world.vpcEndpoints.where(endpoint -> VpcEndpointStates.isForgotten(endpoint, cloud.now()))
                .forEach(gone -> {
                    cloud.world.vpcEndpoints.remove(gone.id());
                    cloud.tags.forget(gone.id());
                });
    }
}
