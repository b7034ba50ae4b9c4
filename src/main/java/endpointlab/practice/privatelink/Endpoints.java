package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.VpcEndpointStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * VPC endpoints as their owner makes, sees and deletes them.
 *
 * <p>Source: EC2 API Reference. A deleted endpoint stays {@code deleting} for minutes and its network interfaces with
 * it (AWS-FACTS, I-10). Assumed: deleting it once more while it is {@code deleting} is no error.
 */
final class Endpoints {

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final EndpointCreation creation;
    private final EndpointViews views;
    private final Filters<VpcEndpoint> filters;

    Endpoints(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.creation = new EndpointCreation(cloud);
        this.views = new EndpointViews(cloud);
        this.filters = new Filters<VpcEndpoint>(endpoint -> cloud.tags.of(endpoint.id())).refusedAs(PrivateLinkErrors::invalidFilter)
                .with("ip-address-type", endpoint -> "ipv4")
                .with("service-name", VpcEndpoint::serviceName)
                .with("service-region", endpoint -> cloud.world.region)
                .with("vpc-endpoint-id", VpcEndpoint::id)
                .with("vpc-endpoint-state", find::stateOf)
                .with("vpc-endpoint-type", endpoint -> "Interface")
                .with("vpc-id", VpcEndpoint::vpcId);
    }

    CreateVpcEndpointResponse create(CreateVpcEndpointRequest request) {
        return CreateVpcEndpointResponse.builder().vpcEndpoint(views.show(creation.create(request)))
                .clientToken(request.clientToken()).build();
    }

    DescribeVpcEndpointsResponse describe(DescribeVpcEndpointsRequest request) {
        List<VpcEndpoint> wanted = request.vpcEndpointIds().isEmpty()
                ? find.endpoints().stream().filter(endpoint -> cloud.find.sees(endpoint.createdAt())).toList()
                : request.vpcEndpointIds().stream().distinct().map(find::endpoint).toList();
        Page<VpcEndpoint> page = cloud.paging.page(filters.apply(wanted, request.filters()), VpcEndpoint::id,
                request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointsResponse.builder().nextToken(page.nextToken())
                .vpcEndpoints(page.rows().stream().map(views::show).toList()).build();
    }

    DeleteVpcEndpointsResponse delete(DeleteVpcEndpointsRequest request) {
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        for (String id : request.vpcEndpointIds()) {
            try {
                delete(id);
            } catch (AwsException refused) {
                unsuccessful.add(PrivateLinkErrors.unsuccessful(id, refused));
            }
        }
        return DeleteVpcEndpointsResponse.builder().unsuccessful(unsuccessful).build();
    }

    private void delete(String id) {
        VpcEndpoint endpoint = cloud.world.vpcEndpoints.find(id)
                .filter(one -> !find.stateOf(one).equals(VpcEndpointStates.DELETED))
                .orElseThrow(() -> PrivateLinkErrors.endpointToDeleteNotFound(id));
        if (find.stateOf(endpoint).equals(VpcEndpointStates.DELETING)) {
            return;
        }
        Instant now = cloud.now();
        String key = Tags.nameOr(cloud.tags.of(id), "endpoint");
        Instant deletedAt = now.plus(cloud.timing.draw(Transition.ENDPOINT_DELETED, key, id));
        cloud.world.vpcEndpoints.put(endpoint.deletedBetween(now, deletedAt));
        cloud.interfaces.release(id, deletedAt);
    }
}
