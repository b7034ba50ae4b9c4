package endpointlab.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;

/** The accepted connection of an endpoint to an endpoint service, seen by the provider; its id is the endpoint's. */
final class EndpointConnectionHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "endpoint-connection";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return state(work).filter(state -> state.equalsIgnoreCase("pending") || state.equalsIgnoreCase("available"))
                .map(state -> List.of(work.input("endpoint"))).orElse(List.of());
    }

    @Override
    public AcceptVpcEndpointConnectionsRequest request(ResourceWork work) {
        return AcceptVpcEndpointConnectionsRequest.builder()
                .serviceId(work.input("endpoint-service")).vpcEndpointIds(work.input("endpoint")).build();
    }

    @Override
    public Look create(ResourceWork work) {
        Look look = look(work);
        if (look.status() == Look.Status.FAILED) {
            return look;
        }
        if (look.status() == Look.Status.HELD || look.status() == Look.Status.GONE) {
            accept(work);
            return Look.notYet("pending", Map.of());
        }
        work.made(work.input("endpoint"));
        return look;
    }

    private void accept(ResourceWork work) {
        Ec2Client ec2 = work.aws().ec2();
        work.aws().change(request(work), sent -> {
            AcceptVpcEndpointConnectionsResponse answer = ec2.acceptVpcEndpointConnections(sent);
            return Unsuccessful.orElse(answer, answer.unsuccessful(), answer.responseMetadata().requestId());
        }, work.repeatable(), answer -> work.made(work.input("endpoint")));
    }

    @Override
    public Look look(ResourceWork work) {
        return state(work).map(state -> switch (state.toLowerCase(Locale.ROOT)) {
            case "available" -> Look.ready(state, Map.of());
            case "pendingacceptance" -> Look.held(state, Map.of());
            case "pending" -> Look.notYet(state, Map.of());
            default -> Look.failed(state, EndpointConnections.problem(state, "DescribeVpcEndpointConnections", ""));
        }).orElse(Look.gone());
    }

    private static Optional<String> state(ResourceWork work) {
        return EndpointConnections.state(work, work.input("endpoint-service"), work.input("endpoint"));
    }

    @Override
    public Expectation ready() {
        return Expectation.seconds("wait.endpoint-connection", 40, 18, 6, 1, 900);
    }

    @Override
    public boolean isDecision() {
        return true;
    }

    @Override
    public void reject(ResourceWork work) {
        EndpointConnections.reject(work, work.input("endpoint-service"), work.input("endpoint"));
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("endpoint");
    }

    /** Withdraws the acceptance. */
    @Override
    public void delete(ResourceWork work) {
        if (state(work).filter(EndpointConnections::isRejectable).isPresent()) {
            Tolerance.unlessGone(() -> EndpointConnections.reject(work, work.input("endpoint-service"),
                    work.input("endpoint")));
        }
    }
}
