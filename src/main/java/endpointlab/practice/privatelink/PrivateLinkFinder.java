package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.VpcEndpointStates;
import java.util.List;
import java.util.Optional;

/** Finds endpoints and endpoint services. Use inside {@link endpointlab.practice.world.World#locked}. */
final class PrivateLinkFinder {

    private final Cloud cloud;

    PrivateLinkFinder(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Services that are there, be it in state {@code Deleting}. */
    List<EndpointService> services() {
        return cloud.world.endpointServices.where(this::exists);
    }

    /** A service that a Describe names; it may be in state {@code Deleting}. */
    EndpointService described(String serviceId) {
        return cloud.world.endpointServices.find(serviceId).filter(this::exists)
                .filter(service -> cloud.find.sees(service.createdAt()))
                .orElseThrow(() -> NotFound.endpointService(serviceId));
    }

    /** A service that is to be changed or asked. @throws AwsException {@code InvalidVpcEndpointServiceId.NotFound} */
    EndpointService available(String serviceId) {
        EndpointService service = described(serviceId);
        if (!EndpointServiceStates.at(service, cloud.now()).equals(EndpointServiceStates.AVAILABLE)) {
            throw NotFound.endpointService(serviceId);
        }
        return service;
    }

    /** The service of that name that this call sees and that isn't being deleted. */
    Optional<EndpointService> byName(String serviceName) {
        return cloud.world.endpointServices.where(service -> service.serviceName().equals(serviceName)).stream()
                .filter(service -> EndpointServiceStates.at(service, cloud.now())
                        .equals(EndpointServiceStates.AVAILABLE))
                .filter(service -> cloud.find.sees(service.createdAt())).findFirst();
    }

    /** Endpoints that EC2 still knows, deleted ones for a while. */
    List<VpcEndpoint> endpoints() {
        return cloud.world.vpcEndpoints.where(endpoint -> !VpcEndpointStates.isForgotten(endpoint, cloud.now()));
    }

    /** @throws AwsException {@code InvalidVpcEndpointId.NotFound} */
    VpcEndpoint endpoint(String id) {
        return cloud.world.vpcEndpoints.find(id)
                .filter(endpoint -> !VpcEndpointStates.isForgotten(endpoint, cloud.now()))
                .filter(endpoint -> cloud.find.sees(endpoint.createdAt()))
                .orElseThrow(() -> NotFound.vpcEndpoint(id));
    }

    /** Whether an endpoint of the service holds on to it. */
    boolean hasConnections(EndpointService service) {
        return cloud.world.vpcEndpoints.where(endpoint -> endpoint.serviceName().equals(service.serviceName()))
                .stream().anyMatch(endpoint -> VpcEndpointStates.isConnected(endpoint, cloud.now()));
    }

    String stateOf(VpcEndpoint endpoint) {
        return VpcEndpointStates.at(endpoint, cloud.now());
    }

    private boolean exists(EndpointService service) {
        return !EndpointServiceStates.at(service, cloud.now()).equals(EndpointServiceStates.DELETED);
    }
}
