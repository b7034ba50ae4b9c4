package endpointlab.practice.errors;

import static endpointlab.practice.errors.ErrorLab.ELB_ARN;
import static endpointlab.practice.errors.ErrorLab.GONE;
import static endpointlab.practice.errors.Row.ec2;
import static endpointlab.practice.errors.Row.item;

import endpointlab.practice.world.Transition;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/** AWS-FACTS 2.3: endpoints, endpoint services and their connections. */
final class PrivateLinkRows {

    private static final String LOAD_BALANCER = ELB_ARN + "loadbalancer/net/gone/0123456789abcdef";
    private static final String NOT_FOUND = "The Vpc Endpoint Id 'vpce-0123456789abcdef0' does not exist";
    private static final String SERVICE_NOT_FOUND =
            "The VpcEndpointService Id 'vpce-svc-0123456789abcdef0' does not exist";

    private PrivateLinkRows() {
    }

    static List<Row> all() {
        return Stream.of(services(), names(), places(), notThere(), batches()).flatMap(List::stream).toList();
    }

    private static List<Row> services() {
        return List.of(
                ec2("InvalidNetworkLoadBalancerArn.NotFound", "a service of a load balancer that is gone",
                        "The Network Load Balancer ARN '" + LOAD_BALANCER + "' does not exist",
                        lab -> lab.freshService(LOAD_BALANCER)),
                ec2("InvalidNetworkLoadBalancerArn.Malformed", "a service of a name instead of an ARN",
                        "The Network Load Balancer ARN 'MyNetwork-LB' is malformed",
                        lab -> lab.freshService("MyNetwork-LB")),
                ec2("InvalidParameter", "a service without a load balancer", "exactly one of "
                        + "network_load_balancer_arn or gateway_load_balancer_arn is a required member",
                        lab -> lab.ec2().createVpcEndpointServiceConfiguration(r -> r.acceptanceRequired(true))),
                ec2("ExistingVpcEndpointConnections", "other load balancers for a service that is used",
                        "Service has existing active VPC Endpoint connections!", lab -> {
                            ServiceConfiguration service = lab.service();
                            lab.endpoint(service);
                            String other = lab.balancer("other", lab.network.subnet(lab.world.subnets.where(subnet ->
                                    subnet.cidrBlock().equals("10.0.1.0/24")).get(0).vpcId(), "10.0.9.0/24",
                                    ErrorLab.ZONE));
                            return lab.ec2().modifyVpcEndpointServiceConfiguration(r -> r
                                    .serviceId(service.serviceId()).addNetworkLoadBalancerArns(other));
                        }));
    }

    private static Object create(ErrorLab lab, String serviceName, Consumer<CreateVpcEndpointRequest.Builder> more) {
        String vpc = lab.vpc();
        String subnet = lab.subnet(vpc);
        return lab.ec2().createVpcEndpoint(r -> {
            r.vpcEndpointType("Interface").vpcId(vpc).subnetIds(subnet).serviceName(serviceName);
            more.accept(r);
        });
    }

    private static List<Row> names() {
        String name = "com.amazonaws.vpce.us-east-1.vpce-svc-" + GONE;
        String text = "The Vpc Endpoint Service '" + name + "' does not exist";
        return List.of(
                ec2("InvalidServiceName", "an endpoint to a name that nobody has", text,
                        lab -> create(lab, name, r -> { })),
                ec2("InvalidServiceName", "verify a name that nobody has", text,
                        lab -> lab.ec2().describeVpcEndpointServices(r -> r.serviceNames(name))),
                ec2("Unavailable", "an endpoint right after its service was made",
                        "The service is unavailable. Please try again shortly.", lab -> create(lab,
                                lab.freshService(lab.balancer("nlb", lab.subnet(lab.vpc()))).serviceName(), r -> { }))
                        .status(503));
    }

    private static List<Row> places() {
        return List.of(
                ec2("InvalidParameter", "an endpoint in a zone that the service isn't in",
                        "The VPC endpoint service … does not support the availability zone of the subnet: ….".replace(
                                "service …", "service com.amazonaws.vpce.us-east-1.…"), lab -> {
                            String vpc = lab.vpc();
                            String elsewhere = lab.network.subnet(vpc, "10.0.7.0/24", "us-east-1b");
                            return create(lab, lab.service().serviceName(), r -> r.vpcId(vpc).subnetIds(elsewhere));
                        }),
                ec2("InvalidParameter", "an endpoint whose type was forgotten", "Subnet IDs are only supported for "
                        + "Interface and GatewayLoadBalancer type VPC Endpoints.",
                        lab -> create(lab, lab.service().serviceName(), r -> r.vpcEndpointType((String) null))),
                ec2("DuplicateSubnetsInSameZone", "an endpoint in two subnets of a zone", "Found another VPC endpoint "
                        + "subnet in the availability zone of …. VPC endpoint subnets should be in different "
                        + "availability zones supported by the VPC endpoint service.", lab -> {
                            String vpc = lab.vpc();
                            String one = lab.subnet(vpc);
                            String other = lab.network.subnet(vpc, "10.0.7.0/24", ErrorLab.ZONE);
                            return create(lab, lab.service().serviceName(), r -> r.vpcId(vpc).subnetIds(one, other));
                        }),
                ec2("InvalidSubnetId.NotFound", "an endpoint in a subnet that is gone",
                        "The subnet ID 'subnet-0123456789abcdef0' does not exist",
                        lab -> create(lab, lab.service().serviceName(), r -> r.subnetIds("subnet-" + GONE))),
                ec2("InvalidVpcID.NotFound", "an endpoint in a VPC that is gone",
                        "The vpc ID 'vpc-0123456789abcdef0' does not exist",
                        lab -> create(lab, lab.service().serviceName(), r -> r.vpcId("vpc-" + GONE))),
                ec2("InvalidGroup.NotFound", "an endpoint that wears a group that is gone",
                        "The security group 'sg-0123456789abcdef0' does not exist",
                        lab -> create(lab, lab.service().serviceName(), r -> r.securityGroupIds("sg-" + GONE))));
    }

    private static List<Row> notThere() {
        return List.of(
                ec2("InvalidVpcEndpointId.NotFound", "describe an endpoint that is gone", NOT_FOUND,
                        lab -> lab.ec2().describeVpcEndpoints(r -> r.vpcEndpointIds("vpce-" + GONE))),
                ec2("InvalidVpcEndpointServiceId.NotFound", "describe a service that is gone", SERVICE_NOT_FOUND,
                        lab -> lab.ec2().describeVpcEndpointServiceConfigurations(r -> r
                                .serviceIds("vpce-svc-" + GONE))),
                ec2("InvalidVpcEndpointServiceId.NotFound", "reject a connection whose service is gone",
                        "The VpcEndpointService Id '…' does not exist", lab -> {
                            ServiceConfiguration service = lab.service();
                            String endpoint = lab.endpoint(service);
                            lab.ec2().rejectVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                                    .vpcEndpointIds(endpoint));
                            lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service.serviceId()));
                            lab.practice.advance(Transition.ENDPOINT_SERVICE_DELETED);
                            return lab.ec2().rejectVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                                    .vpcEndpointIds(endpoint));
                        }));
    }

    /** Answers with status 200. */
    private static List<Row> batches() {
        return List.of(
                item("InvalidVpcEndpoint.NotFound", "delete an endpoint that is gone", NOT_FOUND,
                        lab -> lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds("vpce-" + GONE)).unsuccessful()),
                item("InvalidVpcEndpoint.NotFound", "one of two endpoints to delete is gone", NOT_FOUND,
                        lab -> {
                            String there = lab.endpoint(lab.service());
                            return lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(there, "vpce-" + GONE))
                                    .unsuccessful();
                        }),
                item("InvalidVpcEndpointService.NotFound", "delete a service that is gone", SERVICE_NOT_FOUND,
                        lab -> lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r
                                .serviceIds("vpce-svc-" + GONE)).unsuccessful()),
                item("ExistingVpcEndpointConnections", "delete a service that is asked for",
                        "Service has existing active VPC Endpoint connections!", lab -> {
                            ServiceConfiguration service = lab.service();
                            lab.endpoint(service);
                            return lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r
                                    .serviceIds(service.serviceId())).unsuccessful();
                        }),
                item("ExistingVpcEndpointConnections", "delete a service that is used",
                        "Service has existing active VPC Endpoint connections!", lab -> {
                            ServiceConfiguration service = lab.service();
                            String endpoint = lab.endpoint(service);
                            lab.ec2().acceptVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                                    .vpcEndpointIds(endpoint));
                            lab.practice.advance(Transition.ENDPOINT_AVAILABLE);
                            return lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r
                                    .serviceIds(service.serviceId())).unsuccessful();
                        }),
                item("InvalidVpcEndpointId.NotFound", "accept an endpoint that is gone", NOT_FOUND,
                        lab -> {
                            String service = lab.service().serviceId();
                            return lab.ec2().acceptVpcEndpointConnections(r -> r.serviceId(service)
                                    .vpcEndpointIds("vpce-" + GONE)).unsuccessful();
                        }),
                item("InvalidVpcEndpointId.NotFound", "reject an endpoint that is deleted",
                        "The Vpc Endpoint Id '…' does not exist", lab -> {
                            ServiceConfiguration service = lab.service();
                            String endpoint = lab.endpoint(service);
                            lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
                            return lab.ec2().rejectVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                                    .vpcEndpointIds(endpoint)).unsuccessful();
                        }));
    }
}
