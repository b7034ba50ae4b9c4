package endpointlab.practice.privatelink;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.world.Transition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/** Endpoint services through a real client. */
class EndpointServicesTest extends PrivateLinkLab {

    private ServiceConfiguration described(String serviceId) {
        return practice.ec2().describeVpcEndpointServiceConfigurations(request -> request.serviceIds(serviceId))
                .serviceConfigurations().get(0);
    }

    @Test
    void isAvailableAtOnceWithTheFormsOfAws() {
        ServiceConfiguration made = createService(request -> request.tagSpecifications(specification ->
                specification.resourceType("vpc-endpoint-service")
                        .tags(Tag.builder().key("Name").value("MyEndpointService").build())));
        assertThat(made.serviceId()).matches("vpce-svc-0[0-9a-f]{16}");
        assertThat(made.serviceName()).isEqualTo("com.amazonaws.vpce.us-east-1." + made.serviceId());
        assertThat(made.serviceStateAsString()).isEqualTo("Available");
        assertThat(made.acceptanceRequired()).isTrue();
        assertThat(made.managesVpcEndpoints()).isFalse();
        assertThat(made.availabilityZones()).containsExactly("us-east-1a");
        assertThat(made.availabilityZoneIds()).containsExactly("use1-az1");
        assertThat(made.baseEndpointDnsNames()).containsExactly(
                made.serviceId() + ".us-east-1.vpce.amazonaws.com");
        assertThat(made.networkLoadBalancerArns()).containsExactly(balancer);
        assertThat(made.serviceType()).singleElement()
                .satisfies(type -> assertThat(type.serviceTypeAsString()).isEqualTo("Interface"));
        assertThat(described(made.serviceId())).isEqualTo(made);
        assertThat(made.tags()).containsExactly(Tag.builder().key("Name").value("MyEndpointService").build());
    }

    @Test
    void acceptanceIsRequiredUnlessSaidOtherwise() {
        assertThat(createService(request -> request.acceptanceRequired(null)).acceptanceRequired()).isTrue();
    }

    @Test
    void needsAnActiveLoadBalancerThatServesNobodyElse() {
        String fresh = newBalancer("fresh");
        assertRefused("InvalidParameter", "exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a "
                + "required member", () -> createService(request -> request.networkLoadBalancerArns(List.of())));
        assertRefused("InvalidParameter", "exactly one of",
                () -> createService(request -> request.gatewayLoadBalancerArns(balancer)));
        assertRefused("UnsupportedOperation", "Gateway Load Balancers", () -> createService(request ->
                request.networkLoadBalancerArns(List.of()).gatewayLoadBalancerArns(balancer)));
        assertRefused("InvalidNetworkLoadBalancerArn.Malformed", "'abc'",
                () -> createService(request -> request.networkLoadBalancerArns("abc")));
        assertRefused("InvalidNetworkLoadBalancerArn.NotFound", balancer + "0",
                () -> createService(request -> request.networkLoadBalancerArns(balancer + "0")));
        assertRefused("InvalidParameter", "is not active",
                () -> createService(request -> request.networkLoadBalancerArns(fresh)));
        assertThat(practice.world.endpointServices.all()).isEmpty();

        createService(request -> { });
        assertRefused("InvalidParameter", "already associated with another VPC endpoint service",
                () -> createService(request -> { }));
    }

    @Test
    void whatThePracticeCloudLacksIsSaid() {
        refused("Private DNS names", request -> request.privateDnsName("a.example"));
        refused("IP address types", request -> request.supportedIpAddressTypes("ipv6"));
        refused("several Regions", request -> request.supportedRegions("us-west-2"));
    }

    private void refused(String text, Consumer<CreateVpcEndpointServiceConfigurationRequest.Builder> more) {
        assertRefused("UnsupportedOperation", text, () -> createService(more));
    }

    @Test
    void aClientTokenMakesOne() {
        ServiceConfiguration made = createService(request -> request.clientToken("t-1"));
        assertThat(createService(request -> request.clientToken("t-1")).serviceId()).isEqualTo(made.serviceId());
        assertThat(practice.world.endpointServices.all()).hasSize(1);
        assertRefused("IdempotentParameterMismatch", "inconsistent",
                () -> createService(request -> request.clientToken("t-1").acceptanceRequired(false)));
    }

    @Test
    void customersFindItByName() {
        ServiceConfiguration made = createService(request -> { });
        ServiceDetail detail = practice.ec2().describeVpcEndpointServices(request ->
                request.serviceNames(made.serviceName())).serviceDetails().get(0);
        assertThat(detail.serviceId()).isEqualTo(made.serviceId());
        assertThat(detail.availabilityZones()).containsExactly("us-east-1a");
        assertThat(detail.acceptanceRequired()).isTrue();
        assertThat(detail.owner()).isEqualTo("123456789012");
        assertThat(practice.ec2().describeVpcEndpointServices(request -> { }).serviceNames())
                .contains(made.serviceName(), "com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.ssm");
        assertThat(practice.ec2().describeVpcEndpointServices(request -> request.filters(filter -> filter
                .name("owner").values("123456789012"))).serviceNames()).containsExactly(made.serviceName());
        assertRefused("InvalidServiceName", "The Vpc Endpoint Service 'com.x' does not exist",
                () -> practice.ec2().describeVpcEndpointServices(request -> request.serviceNames("com.x")));
    }

    @Test
    void describesWithFilters() {
        ServiceConfiguration made = createService(request -> { });
        assertThat(practice.ec2().describeVpcEndpointServiceConfigurations(request -> request.filters(
                filter("service-state", "Available"))).serviceConfigurations()).hasSize(1);
        assertThat(practice.ec2().describeVpcEndpointServiceConfigurations(request -> request.filters(
                filter("service-name", "other"))).serviceConfigurations()).isEmpty();
        assertRefused("InvalidVpcEndpointServiceId.NotFound",
                "The VpcEndpointService Id 'vpce-svc-0' does not exist", () -> described("vpce-svc-0"));
        assertThat(described(made.serviceId()).serviceId()).isEqualTo(made.serviceId());
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    @Test
    void principalsCanBeAllowedAndRemoved() {
        String id = createService(request -> { }).serviceId();
        String root = "arn:aws:iam::123456789012:root";
        assertThat(practice.ec2().modifyVpcEndpointServicePermissions(request -> request.serviceId(id)
                .addAllowedPrincipals(root, "*")).addedPrincipals())
                .extracting(added -> added.principalTypeAsString()).containsExactly("Account", "All");
        assertThat(practice.ec2().modifyVpcEndpointServicePermissions(request -> request.serviceId(id)
                .addAllowedPrincipals(root)).addedPrincipals()).isEmpty();
        practice.ec2().modifyVpcEndpointServicePermissions(request -> request.serviceId(id)
                .removeAllowedPrincipals("*"));
        assertThat(practice.ec2().describeVpcEndpointServicePermissions(request -> request.serviceId(id))
                .allowedPrincipals()).extracting(AllowedPrincipal::principal).containsExactly(root);
        aPermissionHasAnId(id, "arn:aws:iam::123456789012:role/other", root);
        assertRefused("InvalidParameter", "Invalid Principal: 'somebody'", () -> practice.ec2()
                .modifyVpcEndpointServicePermissions(request -> request.serviceId(id)
                        .addAllowedPrincipals("somebody")));
        assertRefused("MissingParameter", "AddAllowedPrincipals", () -> practice.ec2()
                .modifyVpcEndpointServicePermissions(request -> request.serviceId(id)));
        assertRefused("InvalidVpcEndpointServiceId.NotFound", "does not exist", () -> practice.ec2()
                .describeVpcEndpointServicePermissions(request -> request.serviceId("vpce-svc-0")));
    }

    private void aPermissionHasAnId(String serviceId, String added, String before) {
        String given = practice.ec2().modifyVpcEndpointServicePermissions(request -> request.serviceId(serviceId)
                .addAllowedPrincipals(added)).addedPrincipals().get(0).servicePermissionId();
        assertThat(given).matches("vpce-svc-perm-[0-9a-f]{17}");
        assertThat(practice.ec2().describeVpcEndpointServicePermissions(request -> request.serviceId(serviceId))
                .allowedPrincipals()).satisfiesExactlyInAnyOrder(
                one -> assertThat(one.servicePermissionId()).isEqualTo(given),
                one -> {
                    assertThat(one.principal()).isEqualTo(before);
                    assertThat(one.servicePermissionId()).isNotEqualTo(given);
                });
    }

    @Test
    void acceptanceAndLoadBalancersCanBeChanged() {
        String other = newBalancer("other");
        practice.advance(Transition.LOAD_BALANCER_ACTIVE);
        String id = createService(request -> { }).serviceId();
        practice.ec2().modifyVpcEndpointServiceConfiguration(request -> request.serviceId(id)
                .acceptanceRequired(false).addNetworkLoadBalancerArns(other)
                .removeNetworkLoadBalancerArns(balancer));
        assertThat(described(id).acceptanceRequired()).isFalse();
        assertThat(described(id).networkLoadBalancerArns()).containsExactly(other);
        assertRefused("InvalidParameter", "exactly one of", () -> practice.ec2()
                .modifyVpcEndpointServiceConfiguration(request -> request.serviceId(id)
                        .removeNetworkLoadBalancerArns(other)));
        assertRefused("InvalidParameter", "is not associated", () -> practice.ec2()
                .modifyVpcEndpointServiceConfiguration(request -> request.serviceId(id)
                        .removeNetworkLoadBalancerArns(balancer)));
    }

    @Test
    void isDeletedAfterAWhileAndHoldsItsLoadBalancerUntilThen() {
        String id = createService(request -> { }).serviceId();
        assertThat(delete(id)).isEmpty();
        assertThat(described(id).serviceStateAsString()).isEqualTo("Deleting");
        assertThat(delete(id)).isEmpty();
        assertThatThrownBy(() -> practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(balancer)))
                .isInstanceOf(ResourceInUseException.class);

        practice.advance(Transition.ENDPOINT_SERVICE_DELETED);
        assertRefused("InvalidVpcEndpointServiceId.NotFound", "does not exist", () -> described(id));
        assertThat(delete(id)).singleElement().satisfies(item -> {
            assertThat(item.resourceId()).isEqualTo(id);
            assertThat(item.error().code()).isEqualTo("InvalidVpcEndpointService.NotFound");
        });
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(balancer));
    }

    @Test
    void isHeldByConnectionsUntilTheyAreRejectedOrDeleted() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = requestedEndpoint(service);
        assertHeld(service);
        accept(service, endpoint);
        assertHeld(service);
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        assertHeld(service);
        assertRefused("ExistingVpcEndpointConnections", "existing active", () -> practice.ec2()
                .modifyVpcEndpointServiceConfiguration(request -> request.serviceId(service.serviceId())
                        .addNetworkLoadBalancerArns(balancer)));
        delete(endpoint);
        assertThat(delete(service.serviceId())).isEmpty();
    }

    @Test
    void aRejectedConnectionDoesNotHoldItAndStaysListedAfterwards() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = availableEndpoint(service);
        reject(service, endpoint);
        assertThat(delete(service.serviceId())).isEmpty();
        practice.advance(Transition.ENDPOINT_SERVICE_DELETED);
        assertThat(stateOf(endpoint)).isEqualTo("rejected");
        assertThat(practice.ec2().describeVpcEndpointConnections(request -> { }).vpcEndpointConnections())
                .singleElement().satisfies(connection ->
                        assertThat(connection.vpcEndpointStateAsString()).isEqualTo("rejected"));
        assertRefused("InvalidVpcEndpointServiceId.NotFound",
                "The VpcEndpointService Id '" + service.serviceId() + "' does not exist",
                () -> reject(service, endpoint));
    }

    private void assertHeld(ServiceConfiguration service) {
        assertThat(delete(service.serviceId())).singleElement().satisfies(item -> {
            assertThat(item.resourceId()).isEqualTo(service.serviceId());
            assertThat(item.error().code()).isEqualTo("ExistingVpcEndpointConnections");
            assertThat(item.error().message()).isEqualTo(
                    "Service has existing active VPC Endpoint connections!");
        });
    }

    private List<UnsuccessfulItem> delete(String serviceId) {
        return practice.ec2().deleteVpcEndpointServiceConfigurations(request -> request.serviceIds(serviceId))
                .unsuccessful();
    }
}
