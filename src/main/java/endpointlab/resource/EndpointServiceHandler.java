package endpointlab.resource;

import endpointlab.lab.Holder.Owner;
import endpointlab.lab.Difference;
import endpointlab.lab.Holder;
import endpointlab.lab.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/** Endpoint services in front of a Network Load Balancer. */
final class EndpointServiceHandler implements ResourceHandler {

    private static final Set<String> CONNECTED = Set.of("ExistingVpcEndpointConnections");

    @Override
    public String kind() {
        return "endpoint-service";
    }

    @Override
    public boolean takesClientToken() {
        return true;
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcEndpointServiceConfigurationsRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeVpcEndpointServiceConfigurations,
                        DescribeVpcEndpointServiceConfigurationsResponse::nextToken).stream()
                .flatMap(page -> page.serviceConfigurations().stream()).map(ServiceConfiguration::serviceId).toList();
    }

    @Override
    public CreateVpcEndpointServiceConfigurationRequest request(ResourceWork work) {
        return CreateVpcEndpointServiceConfigurationRequest.builder()
                .networkLoadBalancerArns(work.input("load-balancer"))
                .acceptanceRequired(work.flag("acceptance-required")).clientToken(work.state().clientToken())
                .tagSpecifications(work.tags().specification(ResourceType.VPC_ENDPOINT_SERVICE)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        return look(work.aws().change(request(work), work.aws().ec2()::createVpcEndpointServiceConfiguration,
                work.repeatable(), answer -> work.made(answer.serviceConfiguration().serviceId(),
                        attributes(answer.serviceConfiguration()))).serviceConfiguration());
    }

    @Override
    public Look look(ResourceWork work) {
        return service(work).map(found -> look(found).differing(acceptance(work, found))).orElse(Look.gone());
    }

    private static List<Difference> acceptance(ResourceWork work, ServiceConfiguration found) {
        return found.acceptanceRequired() == null || found.acceptanceRequired() == work.flag("acceptance-required")
                ? List.of() : List.of(new Difference("AcceptanceRequired", work.input("acceptance-required"),
                found.acceptanceRequired().toString()));
    }

    @Override
    public void repair(ResourceWork work, List<Difference> differences) {
        ModifyVpcEndpointServiceConfigurationRequest request = ModifyVpcEndpointServiceConfigurationRequest.builder()
                .serviceId(work.id()).acceptanceRequired(work.flag("acceptance-required")).build();
        work.aws().change(request, work.aws().ec2()::modifyVpcEndpointServiceConfiguration, work.repeatable());
    }

    private static Look look(ServiceConfiguration found) {
        String state = found.serviceStateAsString();
        return switch (state) {
            case "Available" -> Look.ready(state, attributes(found));
            case "Failed", "Deleting", "Deleted" -> Look.failed(state, new Problem("EndpointServiceState",
                    "problem.endpoint-service.cause", "problem.endpoint-service.remedy", List.of(state),
                    "DescribeVpcEndpointServiceConfigurations", "", ""));
            default -> Look.notYet(state, attributes(found));
        };
    }

    private static Map<String, String> attributes(ServiceConfiguration found) {
        return Map.of("service-name", found.serviceName());
    }

    private static Optional<ServiceConfiguration> service(ResourceWork work) {
        DescribeVpcEndpointServiceConfigurationsRequest request =
                DescribeVpcEndpointServiceConfigurationsRequest.builder().serviceIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request,
                        work.aws().ec2()::describeVpcEndpointServiceConfigurations))
                .flatMap(answer -> answer.serviceConfigurations().stream().findFirst());
    }

    @Override
    public Expectation ready() {
        return Expectation.moment("wait.endpoint-service");
    }

    @Override
    public void delete(ResourceWork work) {
        // Endpoints of others may be connected too; an endpoint of ours that is being deleted no longer counts.
        boolean deleted = Tolerance.unless(CONNECTED, () -> Tolerance.ifThere(() -> work.aws().change(deletion(work),
                call(work), work.repeatable())));
        if (!deleted) {
            EndpointConnections.rejectAll(work);
            Tolerance.unlessGone(() -> work.aws().change(deletion(work), call(work), Waiting.inUse(work)));
        }
    }

    private static DeleteVpcEndpointServiceConfigurationsRequest deletion(ResourceWork work) {
        return DeleteVpcEndpointServiceConfigurationsRequest.builder().serviceIds(work.id()).build();
    }

    private static java.util.function.Function<DeleteVpcEndpointServiceConfigurationsRequest,
            DeleteVpcEndpointServiceConfigurationsResponse> call(ResourceWork work) {
        Ec2Client ec2 = work.aws().ec2();
        return request -> {
            DeleteVpcEndpointServiceConfigurationsResponse answer =
                    ec2.deleteVpcEndpointServiceConfigurations(request);
            return Unsuccessful.orElse(answer, answer.unsuccessful(), answer.responseMetadata().requestId());
        };
    }

    @Override
    public Optional<Expectation> lingers() {
        return Optional.of(Expectation.seconds("wait.endpoint-service-gone", 5, 1, 1, 1, 600));
    }

    @Override
    public boolean isGone(ResourceWork work) {
        return service(work).map(found -> "Deleted".equals(found.serviceStateAsString())).orElse(true);
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return EndpointConnections.of(work, work.id()).stream()
                .map(connection -> new Holder("vpc-endpoint", connection.vpcEndpointId(),
                        connection.vpcEndpointStateAsString(), Owner.AWS)).toList();
    }
}
