package endpointlab.resource;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;

/** The permission for a principal to ask for connections to an endpoint service; its id is the service's. */
final class EndpointServicePermissionHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "endpoint-service-permission";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return look(work).status() == Look.Status.READY ? List.of(work.input("endpoint-service")) : List.of();
    }

    @Override
    public ModifyVpcEndpointServicePermissionsRequest request(ResourceWork work) {
        return ModifyVpcEndpointServicePermissionsRequest.builder()
                .serviceId(work.input("endpoint-service")).addAllowedPrincipals(work.input("principal")).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().ec2()::modifyVpcEndpointServicePermissions, work.repeatable(),
                answer -> work.made(work.input("endpoint-service")));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeVpcEndpointServicePermissionsRequest request = DescribeVpcEndpointServicePermissionsRequest.builder()
                .serviceId(work.input("endpoint-service")).build();
        return Tolerance.ifThere(() -> work.aws().poll(request,
                        work.aws().ec2()::describeVpcEndpointServicePermissions))
                .filter(answer -> answer.allowedPrincipals().stream()
                        .anyMatch(allowed -> work.input("principal").equals(allowed.principal())))
                .map(answer -> Look.ready()).orElse(Look.gone());
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("endpoint-service");
    }

    @Override
    public void delete(ResourceWork work) {
        ModifyVpcEndpointServicePermissionsRequest request = ModifyVpcEndpointServicePermissionsRequest.builder()
                .serviceId(work.input("endpoint-service")).removeAllowedPrincipals(work.input("principal")).build();
        Tolerance.unlessGone(() -> work.aws().change(request,
                work.aws().ec2()::modifyVpcEndpointServicePermissions, work.repeatable()));
    }
}
