package endpointlab.resource;

import endpointlab.lab.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** Connections to an endpoint service, as its provider sees them. */
final class EndpointConnections {

    /** Rejecting one in another state is an error (AWS-FACTS, I-9). */
    private static final Set<String> REJECTABLE = Set.of("available", "pendingacceptance");

    private EndpointConnections() {
    }

    /** State of the connection of one endpoint, as on the wire; empty if there is none. */
    static Optional<String> state(ResourceWork work, String serviceId, String endpointId) {
        return of(work, serviceId).stream()
                .filter(connection -> endpointId.equals(connection.vpcEndpointId()))
                .map(VpcEndpointConnection::vpcEndpointStateAsString).findFirst();
    }

    static boolean isRejectable(String state) {
        return REJECTABLE.contains(state.toLowerCase(Locale.ROOT));
    }

    /** Rejects all connections to the endpoint service {@link ResourceWork#id()} that stand in its deletion's way. */
    static void rejectAll(ResourceWork work) {
        List<String> endpoints = of(work, work.id()).stream()
                .filter(connection -> isRejectable(connection.vpcEndpointStateAsString()))
                .map(VpcEndpointConnection::vpcEndpointId).toList();
        endpoints.forEach(endpoint -> Tolerance.unlessGone(() -> reject(work, work.id(), endpoint)));
    }

    static RejectVpcEndpointConnectionsResponse reject(ResourceWork work, String serviceId, String endpointId) {
        RejectVpcEndpointConnectionsRequest request = RejectVpcEndpointConnectionsRequest.builder()
                .serviceId(serviceId).vpcEndpointIds(endpointId).build();
        Ec2Client ec2 = work.aws().ec2();
        return work.aws().change(request, sent -> {
            RejectVpcEndpointConnectionsResponse answer = ec2.rejectVpcEndpointConnections(sent);
            return Unsuccessful.orElse(answer, answer.unsuccessful(), answer.responseMetadata().requestId());
        }, work.repeatable());
    }

    /** Why an endpoint or its connection is in a state that it never leaves. */
    static Problem problem(String state, String operation, String detail) {
        boolean rejected = state.equalsIgnoreCase("rejected");
        String text = rejected ? "problem.endpoint-rejected" : "problem.endpoint-state";
        return new Problem(rejected ? "EndpointRejected" : "EndpointState", text + ".cause", text + ".remedy",
                List.of(state), operation, detail, "");
    }

    /** All connections to a service, whosever they are. */
    static List<VpcEndpointConnection> of(ResourceWork work, String serviceId) {
        return Tolerance.ifThere(() -> Pages.polled(work.aws(),
                        token -> DescribeVpcEndpointConnectionsRequest.builder()
                                .filters(RunTags.filter("service-id", serviceId)).nextToken(token).build(),
                        work.aws().ec2()::describeVpcEndpointConnections,
                        DescribeVpcEndpointConnectionsResponse::nextToken))
                .orElse(List.of()).stream().flatMap(page -> page.vpcEndpointConnections().stream()).toList();
    }
}
