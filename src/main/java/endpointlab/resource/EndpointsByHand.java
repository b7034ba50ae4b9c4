package endpointlab.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoint services and the endpoints to them, made by hand. */
final class EndpointsByHand {

    static final Map<String, Function<ResourceWork, List<Sighting>>> FINDERS = Map.of(
            "endpoint-service", EndpointsByHand::services,
            "endpoint-service-permission", EndpointsByHand::permissions,
            "vpc-endpoint", EndpointsByHand::endpoints, "endpoint-connection", EndpointsByHand::connections);

    private EndpointsByHand() {
    }

    private static List<Sighting> services(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcEndpointServiceConfigurationsRequest.builder()
                                .nextToken(token).build(), work.aws().ec2()::describeVpcEndpointServiceConfigurations,
                        DescribeVpcEndpointServiceConfigurationsResponse::nextToken).stream()
                .flatMap(page -> page.serviceConfigurations().stream())
                .filter(service -> !service.serviceStateAsString().startsWith("Delet"))
                .map(service -> Sighting.of(service.serviceId(), service.tags()).named(work.input("name"))
                        .connected(service.networkLoadBalancerArns().contains(work.input("load-balancer")))
                        .value("NetworkLoadBalancerArns", work.input("load-balancer"),
                                String.join(" ", service.networkLoadBalancerArns()))).toList();
    }

    private static List<Sighting> permissions(ResourceWork work) {
        DescribeVpcEndpointServicePermissionsRequest request = DescribeVpcEndpointServicePermissionsRequest.builder()
                .serviceId(work.input("endpoint-service")).build();
        List<String> allowed = work.aws().read(request, work.aws().ec2()::describeVpcEndpointServicePermissions)
                .allowedPrincipals().stream().map(AllowedPrincipal::principal).toList();
        if (allowed.isEmpty()) {
            return List.of();
        }
        String principal = work.input("principal");
        return List.of(Sighting.of(work.input("endpoint-service")).connected(true).value("AllowedPrincipals",
                principal, allowed.contains(principal) ? principal : String.join(" ", allowed)));
    }

    private static List<Sighting> endpoints(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcEndpointsRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeVpcEndpoints, DescribeVpcEndpointsResponse::nextToken).stream()
                .flatMap(page -> page.vpcEndpoints().stream())
                .filter(one -> !one.stateAsString().toLowerCase(Locale.ROOT).startsWith("delet"))
                .map(one -> sighting(work, one)).toList();
    }

    private static Sighting sighting(ResourceWork work, VpcEndpoint one) {
        return Sighting.of(one.vpcEndpointId(), one.tags()).named(work.input("name"))
                .connected(work.input("service-name").equals(one.serviceName()))
                .value("ServiceName", work.input("service-name"), one.serviceName())
                .value("VpcId", work.input("vpc"), one.vpcId())
                .value("SubnetIds", work.input("subnet"), one.subnetIds().stream().sorted()
                        .collect(Collectors.joining(" ")))
                .value("PrivateDnsEnabled", false, Boolean.TRUE.equals(one.privateDnsEnabled()));
    }

    /** One that waits to be accepted isn't there yet: accepting it is what makes it. */
    private static List<Sighting> connections(ResourceWork work) {
        return new EndpointConnectionHandler().find(work).stream().map(id -> Sighting.of(id).connected(true)).toList();
    }
}
