package endpointlab.practice.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.world.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** The handshake, seen by the provider. */
class EndpointConnectionsTest extends PrivateLinkLab {

    private List<VpcEndpointConnection> connections() {
        return practice.ec2().describeVpcEndpointConnections(request -> { }).vpcEndpointConnections();
    }

    @Test
    void aConnectionAppearsOnceItIsRequested() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = createEndpoint(service.serviceName(), request -> { });
        assertThat(connections()).isEmpty();
        assertNotAccepted(service, endpoint.vpcEndpointId());
        practice.advance(Transition.ENDPOINT_REQUESTED);

        assertThat(connections()).singleElement().satisfies(connection -> {
            assertThat(connection.serviceId()).isEqualTo(service.serviceId());
            assertThat(connection.vpcEndpointId()).isEqualTo(endpoint.vpcEndpointId());
            assertThat(connection.vpcEndpointOwner()).isEqualTo("123456789012");
            assertThat(connection.vpcEndpointStateAsString()).isEqualTo("pendingAcceptance");
            assertThat(connection.networkLoadBalancerArns()).containsExactly(balancer);
            assertThat(connection.dnsEntries()).hasSize(2);
        });
        assertThat(practice.ec2().describeVpcEndpointConnections(request -> request.filters(
                Filter.builder().name("service-id").values(service.serviceId()).build(),
                Filter.builder().name("vpc-endpoint-state").values("pendingAcceptance").build()))
                .vpcEndpointConnections()).hasSize(1);
    }

    @Test
    void acceptingTwiceChangesNothing() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = availableEndpoint(service);
        accept(service, endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("available");
    }

    @Test
    void aRequestCanBeRejectedAndAcceptedAfterAll() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = requestedEndpoint(service);
        reject(service, endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("rejected");
        reject(service, endpoint);
        accept(service, endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("pending");
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        assertThat(stateOf(endpoint)).isEqualTo("available");
    }

    @Test
    void anAvailableConnectionCanBeRejected() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = availableEndpoint(service);
        reject(service, endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("rejected");
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        assertThat(stateOf(endpoint)).isEqualTo("rejected");
    }

    @Test
    void theCustomerCanAskAgainWithANewEndpoint() {
        ServiceConfiguration service = usableService();
        VpcEndpoint first = requestedEndpoint(service);
        reject(service, first);
        delete(first);
        VpcEndpoint second = availableEndpoint(service);
        assertThat(stateOf(first)).isEqualTo("deleting");
        assertThat(stateOf(second)).isEqualTo("available");
    }

    @Test
    void oneBadEndpointDoesNotSpoilTheOthers() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = requestedEndpoint(service);
        List<UnsuccessfulItem> unsuccessful = practice.ec2().acceptVpcEndpointConnections(request ->
                request.serviceId(service.serviceId()).vpcEndpointIds("vpce-0", endpoint.vpcEndpointId()))
                .unsuccessful();
        assertThat(unsuccessful).singleElement().satisfies(item -> {
            assertThat(item.resourceId()).isEqualTo("vpce-0");
            assertThat(item.error().code()).isEqualTo("InvalidVpcEndpointId.NotFound");
        });
        assertThat(stateOf(endpoint)).isEqualTo("pending");
    }

    @Test
    void whatIsBeingDeletedCanNeitherBeAcceptedNorRejected() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = requestedEndpoint(service);
        delete(endpoint);
        assertNotAccepted(service, endpoint.vpcEndpointId());
        assertThat(practice.ec2().rejectVpcEndpointConnections(request -> request.serviceId(service.serviceId())
                .vpcEndpointIds(endpoint.vpcEndpointId())).unsuccessful()).hasSize(1);
        assertThat(stateOf(endpoint)).isEqualTo("deleting");
    }

    private void assertNotAccepted(ServiceConfiguration service, String endpointId) {
        assertThat(practice.ec2().acceptVpcEndpointConnections(request -> request.serviceId(service.serviceId())
                .vpcEndpointIds(endpointId)).unsuccessful()).singleElement().satisfies(item ->
                        assertThat(item.error().code()).isEqualTo("InvalidVpcEndpointId.NotFound"));
    }
}
