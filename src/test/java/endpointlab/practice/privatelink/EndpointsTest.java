package endpointlab.practice.privatelink;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoints through a real client, seen by their owner. */
class EndpointsTest extends PrivateLinkLab {

    private List<NetworkInterface> interfaces(VpcEndpoint endpoint) {
        return practice.cloud().interfaces.ofOwner(endpoint.vpcEndpointId());
    }

    @Test
    void isPendingThenWaitsForAcceptanceThenBecomesAvailable() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = createEndpoint(service.serviceName(), request -> { });
        assertThat(endpoint.stateAsString()).isEqualTo("pending");
        practice.advance(Transition.ENDPOINT_REQUESTED);
        assertThat(stateOf(endpoint)).isEqualTo("pendingAcceptance");
        accept(service, endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("pending");
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        assertThat(stateOf(endpoint)).isEqualTo("available");
    }

    @Test
    void withoutAcceptanceItBecomesAvailableByItself() {
        ServiceConfiguration service = createService(request -> request.acceptanceRequired(false));
        practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        VpcEndpoint endpoint = requestedEndpoint(service);
        assertThat(stateOf(endpoint)).isEqualTo("pending");
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        assertThat(stateOf(endpoint)).isEqualTo("available");
    }

    @Test
    void hasInterfacesAndNamesFromTheStart() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = createEndpoint(service.serviceName(), request -> { });
        String id = endpoint.vpcEndpointId();
        assertThat(id).matches("vpce-0[0-9a-f]{16}");
        assertThat(interfaces(endpoint)).singleElement().satisfies(one -> {
            assertThat(endpoint.networkInterfaceIds()).containsExactly(one.id());
            assertThat(one.description()).isEqualTo("VPC Endpoint Interface " + id);
            assertThat(one.requesterId()).isNotNull();
            assertThat(one.publicIp()).isNull();
            assertThat(one.subnetId()).isEqualTo(customerSubnet);
        });
        String domain = "." + service.serviceId() + ".us-east-1.vpce.amazonaws.com";
        assertThat(endpoint.dnsEntries()).extracting(DnsEntry::dnsName).satisfiesExactly(
                regional -> assertThat(regional).matches(id + "-[0-9a-z]{8}" + domain.replace(".", "\\.")),
                zonal -> assertThat(zonal).matches(id + "-[0-9a-z]{8}-us-east-1a" + domain.replace(".", "\\.")));
        assertThat(endpoint.ownerId()).isEqualTo("123456789012");
        assertThat(endpoint.privateDnsEnabled()).isFalse();
    }

    @Test
    void wearsTheDefaultGroupUnlessTold() {
        ServiceConfiguration service = usableService();
        String group = practice.network.securityGroup(customerVpc, "own", "0.0.0.0/0");
        VpcEndpoint plain = createEndpoint(service.serviceName(), request -> { });
        VpcEndpoint told = createEndpoint(service.serviceName(), request -> request.securityGroupIds(group));
        assertThat(plain.groups()).singleElement().satisfies(one -> {
            assertThat(one.groupId()).isEqualTo(practice.network.defaultGroup(customerVpc));
            assertThat(one.groupName()).isEqualTo("default");
        });
        assertThat(interfaces(told)).singleElement()
                .satisfies(one -> assertThat(one.groupIds()).containsExactly(group));
    }

    @Test
    void isRefusedWith503UntilTheServiceIsUsable() {
        ServiceConfiguration service = createService(request -> { });
        assertRefused(503, "Unavailable", "try again", () -> createEndpoint(service.serviceName(),
                request -> request.clientToken("t-1")));
        practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        VpcEndpoint made = createEndpoint(service.serviceName(), request -> request.clientToken("t-1"));
        assertThat(createEndpoint(service.serviceName(), request -> request.clientToken("t-1")).vpcEndpointId())
                .isEqualTo(made.vpcEndpointId());
        assertThat(practice.world.vpcEndpoints.all()).hasSize(1);
        assertRefused("IdempotentParameterMismatch", "inconsistent", () -> createEndpoint(service.serviceName(),
                request -> request.clientToken("t-1").subnetIds(List.of())));
    }

    @Test
    void requestsMustMakeSense() {
        ServiceConfiguration service = usableService();
        String otherZone = practice.network.subnet(customerVpc, "10.1.2.0/24", "us-east-1b");
        String sameZone = practice.network.subnet(customerVpc, "10.1.3.0/24", "us-east-1a");
        String foreignGroup = practice.network.defaultGroup(providerVpc);
        refused(service, "InvalidParameter",
                "Endpoint type (Gateway) does not match available service types ([Interface]).",
                request -> request.vpcEndpointType((String) null).subnetIds(List.of()));
        refused(service, "InvalidParameter",
                "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.",
                request -> request.vpcEndpointType((String) null));
        refused(service, "InvalidServiceName", "The Vpc Endpoint Service 'com.x' does not exist",
                request -> request.serviceName("com.x"));
        refused(service, "InvalidVpcID.NotFound", "'vpc-0'", request -> request.vpcId("vpc-0"));
        refused(service, "InvalidSubnetId.NotFound", "'subnet-0'", request -> request.subnetIds("subnet-0"));
        refused(service, "InvalidParameter", "does not belong to the VPC",
                request -> request.subnetIds(providerSubnet));
        refused(service, "InvalidParameter", "The VPC endpoint service " + service.serviceName()
                + " does not support the availability zone of the subnet: " + otherZone,
                request -> request.subnetIds(otherZone));
        refused(service, "DuplicateSubnetsInSameZone", "Found another VPC endpoint subnet",
                request -> request.subnetIds(customerSubnet, sameZone));
        refused(service, "InvalidGroup.NotFound", "'sg-0'", request -> request.securityGroupIds("sg-0"));
        refused(service, "InvalidGroup.NotFound", "does not exist in VPC",
                request -> request.securityGroupIds(foreignGroup));
        refused(service, "InvalidParameter", "does not provide a private DNS name",
                request -> request.privateDnsEnabled(true));
        refused(service, "InvalidParameter", "Route table IDs", request -> request.routeTableIds("rtb-0"));
        refused(service, "InvalidParameter", "endpoint policies", request -> request.policyDocument("{}"));
        assertThat(practice.world.vpcEndpoints.all()).isEmpty();
    }

    @Test
    void whatThePracticeCloudLacksIsSaid() {
        ServiceConfiguration service = usableService();
        refused(service, "UnsupportedOperation", "AWS services",
                request -> request.serviceName("com.amazonaws.us-east-1.s3"));
        refused(service, "UnsupportedOperation", "address types", request -> request.ipAddressType("ipv6"));
        refused(service, "UnsupportedOperation", "other Regions", request -> request.serviceRegion("eu-west-1"));
        refused(service, "UnsupportedOperation", "chosen addresses", request -> request.subnetConfigurations(
                one -> one.subnetId(customerSubnet).ipv4("10.1.1.9")));
    }

    private void refused(ServiceConfiguration service, String code, String text,
                         Consumer<CreateVpcEndpointRequest.Builder> more) {
        assertRefused(code, text, () -> createEndpoint(service.serviceName(), more));
    }

    @Test
    void aFullSubnetIsRefused() {
        ServiceConfiguration service = usableService();
        String small = practice.network.subnet(customerVpc, "10.1.9.0/28", "us-east-1a");
        for (int i = 0; i < 11; i++) {
            practice.network.instance(small);
        }
        refused(service, "InsufficientFreeAddressesInSubnet", small, request -> request.subnetIds(small));
    }

    @Test
    void aVpcHasFifty() {
        ServiceConfiguration service = usableService();
        for (int i = 0; i < 50; i++) {
            createEndpoint(service.serviceName(), request -> request.subnetIds(List.of()));
        }
        refused(service, "VpcEndpointLimitExceeded", "maximum number", request -> { });
    }

    @Test
    void describesWithFiltersAndPages() {
        ServiceConfiguration service = usableService();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(createEndpoint(service.serviceName(), request -> { }).vpcEndpointId());
        }
        List<String> seen = new ArrayList<>();
        practice.ec2().describeVpcEndpointsPaginator(request -> request.maxResults(2)
                        .filters(Filter.builder().name("vpc-id").values(customerVpc).build()))
                .vpcEndpoints().forEach(endpoint -> seen.add(endpoint.vpcEndpointId()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(practice.ec2().describeVpcEndpoints(request -> request.filters(
                Filter.builder().name("vpc-endpoint-state").values("available").build())).vpcEndpoints()).isEmpty();
        assertRefused("InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id 'vpce-0' does not exist",
                () -> practice.ec2().describeVpcEndpoints(request -> request.vpcEndpointIds("vpce-0")));
    }

    @Test
    void lingersWhileItIsDeletedAndIsForgottenLater() {
        VpcEndpoint endpoint = availableEndpoint(usableService());
        delete(endpoint);
        assertThat(stateOf(endpoint)).isEqualTo("deleting");
        assertThat(interfaces(endpoint)).hasSize(1);
        practice.advance(Transition.ENDPOINT_DELETED.shortest().minusSeconds(2));
        assertThat(interfaces(endpoint)).hasSize(1);

        practice.advance(Transition.ENDPOINT_DELETED);
        assertThat(interfaces(endpoint)).isEmpty();
        assertThat(stateOf(endpoint)).isEqualTo("deleted");
        assertThat(described(endpoint).networkInterfaceIds()).isEmpty();
        assertThat(practice.ec2().deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoint.vpcEndpointId()))
                .unsuccessful()).singleElement().satisfies(item ->
                        assertThat(item.error().code()).isEqualTo("InvalidVpcEndpoint.NotFound"));
        practice.advance(Duration.ofMinutes(6));
        assertRefused("InvalidVpcEndpointId.NotFound", "does not exist", () -> stateOf(endpoint));
    }

    @Test
    void groupsAndSubnetsCanBeChanged() {
        VpcEndpoint endpoint = availableEndpoint(usableService());
        String id = endpoint.vpcEndpointId();
        String group = practice.network.securityGroup(customerVpc, "own", "0.0.0.0/0");
        String other = practice.network.subnet(customerVpc, "10.1.3.0/24", "us-east-1a");
        String before = endpoint.groups().get(0).groupId();
        practice.ec2().modifyVpcEndpoint(request -> request.vpcEndpointId(id).addSecurityGroupIds(group)
                .removeSecurityGroupIds(before).addSubnetIds(other).removeSubnetIds(customerSubnet));

        VpcEndpoint after = described(endpoint);
        assertThat(after.groups()).extracting(one -> one.groupId()).containsExactly(group);
        assertThat(after.subnetIds()).containsExactly(other);
        assertThat(interfaces(endpoint)).singleElement().satisfies(one -> {
            assertThat(one.subnetId()).isEqualTo(other);
            assertThat(one.groupIds()).containsExactly(group);
            assertThat(after.networkInterfaceIds()).containsExactly(one.id());
        });
        assertThat(after.dnsEntries()).isEqualTo(endpoint.dnsEntries());
        assertRefused("InvalidParameter", "at least one security group", () -> practice.ec2().modifyVpcEndpoint(
                request -> request.vpcEndpointId(id).removeSecurityGroupIds(group)));
        assertRefused("InvalidParameter", "is not associated", () -> practice.ec2().modifyVpcEndpoint(
                request -> request.vpcEndpointId(id).removeSubnetIds(customerSubnet)));
        assertRefused("DuplicateSubnetsInSameZone", customerSubnet, () -> practice.ec2().modifyVpcEndpoint(
                request -> request.vpcEndpointId(id).addSubnetIds(customerSubnet)));
        delete(endpoint);
        assertRefused("IncorrectState", "deleting", () -> practice.ec2().modifyVpcEndpoint(
                request -> request.vpcEndpointId(id).addSecurityGroupIds(before)));
    }
}
