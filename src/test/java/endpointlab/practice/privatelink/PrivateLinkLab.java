package endpointlab.practice.privatelink;

import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.world.Transition;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Provider and customer as in the lab: an active load balancer in one VPC, a subnet in the other. */
abstract class PrivateLinkLab {

    final TestPractice practice = new TestPractice();
    String providerVpc;
    String providerSubnet;
    String balancer;
    String customerVpc;
    String customerSubnet;

    @BeforeEach
    void network() {
        providerVpc = practice.network.vpc("10.0.0.0/16");
        providerSubnet = practice.network.subnet(providerVpc, "10.0.1.0/24", "us-east-1a");
        customerVpc = practice.network.vpc("10.1.0.0/16");
        customerSubnet = practice.network.subnet(customerVpc, "10.1.1.0/24", "us-east-1a");
        balancer = newBalancer("MyNetwork-LB");
        practice.advance(Transition.LOAD_BALANCER_ACTIVE);
    }

    @AfterEach
    void close() {
        practice.close();
    }

    String newBalancer(String name) {
        return practice.elb().createLoadBalancer(request -> request.name(name).type("network")
                .subnets(providerSubnet)).loadBalancers().get(0).loadBalancerArn();
    }

    ServiceConfiguration createService(Consumer<CreateVpcEndpointServiceConfigurationRequest.Builder> more) {
        return practice.ec2().createVpcEndpointServiceConfiguration(request -> {
            request.networkLoadBalancerArns(balancer).acceptanceRequired(true);
            more.accept(request);
        }).serviceConfiguration();
    }

    ServiceConfiguration usableService() {
        ServiceConfiguration service = createService(request -> { });
        practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        return service;
    }

    VpcEndpoint createEndpoint(String serviceName, Consumer<CreateVpcEndpointRequest.Builder> more) {
        return practice.ec2().createVpcEndpoint(request -> {
            request.vpcEndpointType("Interface").vpcId(customerVpc).serviceName(serviceName)
                    .subnetIds(customerSubnet);
            more.accept(request);
        }).vpcEndpoint();
    }

    VpcEndpoint requestedEndpoint(ServiceConfiguration service) {
        VpcEndpoint endpoint = createEndpoint(service.serviceName(), request -> { });
        practice.advance(Transition.ENDPOINT_REQUESTED);
        return endpoint;
    }

    VpcEndpoint availableEndpoint(ServiceConfiguration service) {
        VpcEndpoint endpoint = requestedEndpoint(service);
        accept(service, endpoint);
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        return endpoint;
    }

    void accept(ServiceConfiguration service, VpcEndpoint endpoint) {
        practice.ec2().acceptVpcEndpointConnections(request -> request.serviceId(service.serviceId())
                .vpcEndpointIds(endpoint.vpcEndpointId()));
    }

    void reject(ServiceConfiguration service, VpcEndpoint endpoint) {
        practice.ec2().rejectVpcEndpointConnections(request -> request.serviceId(service.serviceId())
                .vpcEndpointIds(endpoint.vpcEndpointId()));
    }

    void delete(VpcEndpoint endpoint) {
        practice.ec2().deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoint.vpcEndpointId()));
    }

    VpcEndpoint described(VpcEndpoint endpoint) {
        return practice.ec2().describeVpcEndpoints(request -> request.vpcEndpointIds(endpoint.vpcEndpointId()))
                .vpcEndpoints().get(0);
    }

    String stateOf(VpcEndpoint endpoint) {
        return described(endpoint).stateAsString();
    }
}
