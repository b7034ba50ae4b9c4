package endpointlab.practice.privatelink;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.VpcEndpointStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/**
 * Connections to endpoint services as the provider sees, accepts and rejects them.
 *
 * <p>Source: EC2 API Reference; VPC PrivateLink Guide, "Accept or reject connection requests": a connection can be
 * rejected after it is available. A rejected endpoint goes on being listed, even when the service is gone (public
 * issue 1258 of rebuy-de/aws-nuke). Assumed: a connection appears once it is requested; a rejected one can be
 * accepted; accepting what is accepted and rejecting what is rejected change nothing; the connection of an endpoint
 * that is being deleted can be neither accepted nor rejected.
 */
final class EndpointConnections {

    private static final Set<String> GONE = Set.of(VpcEndpointStates.DELETING, VpcEndpointStates.DELETED);

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final EndpointViews views;
    private final Filters<VpcEndpoint> filters;

    EndpointConnections(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.views = new EndpointViews(cloud);
        this.filters = new Filters<VpcEndpoint>(endpoint -> Map.of()).refusedAs(PrivateLinkErrors::invalidFilter)
                .with("ip-address-type", endpoint -> "ipv4")
                .with("service-id", EndpointConnections::serviceId)
                .with("vpc-endpoint-id", VpcEndpoint::id)
                .with("vpc-endpoint-owner", endpoint -> cloud.world.accountId)
                .with("vpc-endpoint-region", endpoint -> cloud.world.region)
                .with("vpc-endpoint-state", find::stateOf);
    }

    AcceptVpcEndpointConnectionsResponse accept(AcceptVpcEndpointConnectionsRequest request) {
        return AcceptVpcEndpointConnectionsResponse.builder().unsuccessful(
                forEach(request.serviceId(), request.vpcEndpointIds(), this::accept)).build();
    }

    RejectVpcEndpointConnectionsResponse reject(RejectVpcEndpointConnectionsRequest request) {
        return RejectVpcEndpointConnectionsResponse.builder().unsuccessful(
                forEach(request.serviceId(), request.vpcEndpointIds(), this::reject)).build();
    }

    private List<UnsuccessfulItem> forEach(String serviceId, List<String> endpointIds, Consumer<VpcEndpoint> act) {
        EndpointService service = find.available(serviceId);
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        for (String id : endpointIds) {
            Optional<VpcEndpoint> connection = cloud.world.vpcEndpoints.find(id)
                    .filter(endpoint -> endpoint.serviceName().equals(service.serviceName()))
                    .filter(this::isRequested).filter(endpoint -> !GONE.contains(find.stateOf(endpoint)));
            connection.ifPresentOrElse(act, () ->
                    unsuccessful.add(PrivateLinkErrors.unsuccessful(id, NotFound.vpcEndpoint(id))));
        }
        return unsuccessful;
    }

    private void accept(VpcEndpoint endpoint) {
        boolean waits = Set.of(VpcEndpointStates.PENDING_ACCEPTANCE, VpcEndpointStates.REJECTED)
                .contains(find.stateOf(endpoint));
        if (waits) {
            Instant now = cloud.now();
            String key = Tags.nameOr(cloud.tags.of(endpoint.id()), "endpoint");
            cloud.world.vpcEndpoints.put(endpoint.accepted(now,
                    now.plus(cloud.timing.draw(Transition.ENDPOINT_AVAILABLE, key, endpoint.id()))));
        }
    }

    private void reject(VpcEndpoint endpoint) {
        if (!find.stateOf(endpoint).equals(VpcEndpointStates.REJECTED)) {
            cloud.world.vpcEndpoints.put(endpoint.rejected(cloud.now()));
        }
    }

    DescribeVpcEndpointConnectionsResponse describe(DescribeVpcEndpointConnectionsRequest request) {
        List<VpcEndpoint> all = find.endpoints().stream().filter(this::isRequested).toList();
        Page<VpcEndpoint> page = cloud.paging.page(filters.apply(all, request.filters()), VpcEndpoint::id,
                request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointConnectionsResponse.builder().nextToken(page.nextToken())
                .vpcEndpointConnections(page.rows().stream().map(this::show).toList()).build();
    }

    private VpcEndpointConnection show(VpcEndpoint endpoint) {
        String serviceId = serviceId(endpoint);
        return VpcEndpointConnection.builder()
                .serviceId(serviceId).vpcEndpointId(endpoint.id()).vpcEndpointOwner(cloud.world.accountId)
                .vpcEndpointState(find.stateOf(endpoint)).creationTimestamp(endpoint.createdAt())
                .dnsEntries(views.dnsEntries(endpoint)).ipAddressType("ipv4")
                .vpcEndpointRegion(cloud.world.region)
                .networkLoadBalancerArns(cloud.world.endpointServices.find(serviceId)
                        .map(EndpointService::loadBalancerArns).orElse(List.of()))
                .build();
    }

    private boolean isRequested(VpcEndpoint endpoint) {
        return cloud.passed(endpoint.requestedAt());
    }

    /** A service's name ends with its id. */
    private static String serviceId(VpcEndpoint endpoint) {
        return endpoint.serviceName().substring(endpoint.serviceName().lastIndexOf('.') + 1);
    }
}
