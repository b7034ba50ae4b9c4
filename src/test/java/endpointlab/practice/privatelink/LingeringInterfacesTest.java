package endpointlab.practice.privatelink;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.world.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** What load balancers and endpoints leave behind for a while, and what it holds. */
class LingeringInterfacesTest extends PrivateLinkLab {

    private List<NetworkInterface> interfaces(String filter, String value) {
        return practice.ec2().describeNetworkInterfaces(request -> request.filters(
                Filter.builder().name(filter).values(value).build())).networkInterfaces();
    }

    @Test
    void aDeletedLoadBalancerHoldsSubnetAndInternetGateway() {
        assertThat(interfaces("description", "ELB net/MyNetwork-LB/*")).singleElement().satisfies(node -> {
            assertThat(node.requesterManaged()).isTrue();
            assertThat(node.attachment().instanceOwnerId()).isEqualTo("amazon-aws");
            assertThat(node.interfaceTypeAsString()).isEqualTo("network_load_balancer");
            assertThat(node.association().publicIp()).isNotBlank();
        });
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(balancer));
        String gateway = practice.world.internetGateways.where(one -> providerVpc.equals(one.vpcId())).get(0).id();
        assertRefused("DependencyViolation", "has some mapped public address(es)", () -> practice.ec2()
                .detachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(providerVpc)));
        assertRefused("DependencyViolation", "has dependencies and cannot be deleted",
                () -> practice.ec2().deleteSubnet(request -> request.subnetId(providerSubnet)));

        practice.advance(Transition.LOAD_BALANCER_RELEASED);
        assertThat(interfaces("subnet-id", providerSubnet)).isEmpty();
        practice.ec2().detachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(providerVpc));
        practice.ec2().deleteSubnet(request -> request.subnetId(providerSubnet));
    }

    @Test
    void aDeletedEndpointHoldsSubnetAndSecurityGroup() {
        String group = practice.network.securityGroup(customerVpc, "own", "0.0.0.0/0");
        VpcEndpoint endpoint = createEndpoint(usableService().serviceName(),
                request -> request.securityGroupIds(group));
        NetworkInterface one = interfaces("description", "VPC Endpoint Interface " + endpoint.vpcEndpointId()).get(0);
        assertThat(one.requesterManaged()).isTrue();
        assertThat(one.statusAsString()).isEqualTo("in-use");
        assertRefused("InvalidParameterValue", "currently in use", () -> practice.ec2()
                .deleteNetworkInterface(request -> request.networkInterfaceId(one.networkInterfaceId())));
        delete(endpoint);
        assertRefused("DependencyViolation", "has dependencies and cannot be deleted",
                () -> practice.ec2().deleteSubnet(request -> request.subnetId(customerSubnet)));
        assertRefused("DependencyViolation", "has a dependent object",
                () -> practice.ec2().deleteSecurityGroup(request -> request.groupId(group)));

        practice.advance(Transition.ENDPOINT_DELETED);
        practice.ec2().deleteSecurityGroup(request -> request.groupId(group));
        practice.ec2().deleteSubnet(request -> request.subnetId(customerSubnet));
    }

    @Test
    void endpointsAndServicesCanBeTaggedAfterwards() {
        VpcEndpoint endpoint = createEndpoint(usableService().serviceName(), request -> { });
        practice.ec2().createTags(request -> request.resources(endpoint.vpcEndpointId())
                .tags(tag -> tag.key("Name").value("MyEndpoint")));
        assertThat(practice.ec2().describeVpcEndpoints(request -> request.filters(
                Filter.builder().name("tag:Name").values("MyEndpoint").build())).vpcEndpoints()).hasSize(1);
    }

    @Test
    void tagsOfWhatIsGoneAreGone() {
        ServiceConfiguration service = createService(request -> request.tagSpecifications(specification ->
                specification.resourceType("vpc-endpoint-service").tags(tag -> tag.key("run").value("1"))));
        assertThat(practice.ec2().describeTags(request -> { }).tags()).extracting(TagDescription::resourceId)
                .contains(service.serviceId());
        practice.ec2().deleteVpcEndpointServiceConfigurations(request -> request.serviceIds(service.serviceId()));
        practice.advance(Transition.ENDPOINT_SERVICE_DELETED);
        assertThat(practice.ec2().describeTags(request -> { }).tags()).isEmpty();
        createService(request -> { });
        assertThat(practice.world.endpointServices.all()).hasSize(1);
    }
}
