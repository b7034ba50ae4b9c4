package endpointlab.practice.errors;

import static endpointlab.practice.errors.Row.ec2;

import endpointlab.practice.world.Transition;
import java.util.List;
import java.util.stream.Stream;

/** AWS-FACTS 2.4: what can't be deleted yet, and what still holds it. */
final class DependencyRows {

    private static final String CODE = "DependencyViolation";
    private static final String MAPPED = "Network … has some mapped public address(es). Please unmap those public "
            + "address(es) before detaching the gateway.";
    private static final String SUBNET = "The subnet '…' has dependencies and cannot be deleted.";
    private static final String GROUP = "resource … has a dependent object";
    private static final String VPC = "The vpc '…' has dependencies and cannot be deleted.";

    private DependencyRows() {
    }

    static List<Row> all() {
        return Stream.of(gateways(), subnets(), groups(), tablesAndVpcs()).flatMap(List::stream).toList();
    }

    private static Object detach(ErrorLab lab, String vpc) {
        return lab.ec2().detachInternetGateway(r -> r.internetGatewayId(lab.gatewayOf(vpc)).vpcId(vpc));
    }

    private static List<Row> gateways() {
        return List.of(
                ec2(CODE, "detach while a running instance has a public address", MAPPED, lab -> {
                    String vpc = lab.vpc();
                    lab.network.instance(lab.subnet(vpc));
                    return detach(lab, vpc);
                }),
                ec2(CODE, "detach while an instance is shutting down", MAPPED, lab -> {
                    String vpc = lab.vpc();
                    String instance = lab.network.instance(lab.subnet(vpc));
                    lab.ec2().terminateInstances(r -> r.instanceIds(instance));
                    return detach(lab, vpc);
                }),
                ec2(CODE, "detach while a load balancer has a public address", MAPPED, lab -> {
                    String vpc = lab.vpc();
                    lab.balancer("nlb", lab.subnet(vpc));
                    return detach(lab, vpc);
                }),
                ec2(CODE, "detach right after the load balancer was deleted", MAPPED, lab -> {
                    String vpc = lab.vpc();
                    String balancer = lab.balancer("nlb", lab.subnet(vpc));
                    lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
                    return detach(lab, vpc);
                }),
                ec2(CODE, "delete a gateway that is attached",
                        "The internetGateway '…' has dependencies and cannot be deleted.",
                        lab -> lab.ec2().deleteInternetGateway(r -> r.internetGatewayId(lab.gatewayOf(lab.vpc())))));
    }

    private static List<Row> subnets() {
        return List.of(
                ec2(CODE, "delete a subnet with an instance", SUBNET, lab -> {
                    String subnet = lab.subnet(lab.vpc());
                    lab.network.instance(subnet);
                    return lab.ec2().deleteSubnet(r -> r.subnetId(subnet));
                }),
                ec2(CODE, "delete a subnet right after its load balancer was deleted", SUBNET, lab -> {
                    String subnet = lab.subnet(lab.vpc());
                    String balancer = lab.balancer("nlb", subnet);
                    lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
                    return lab.ec2().deleteSubnet(r -> r.subnetId(subnet));
                }),
                ec2(CODE, "delete a subnet while its endpoint is being deleted", SUBNET, lab -> {
                    String vpc = lab.vpc();
                    String subnet = lab.subnet(vpc);
                    String endpoint = lab.endpoint(lab.service(), vpc, subnet);
                    lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
                    return lab.ec2().deleteSubnet(r -> r.subnetId(subnet));
                }));
    }

    private static List<Row> groups() {
        return List.of(
                ec2(CODE, "delete a group that an instance wears", GROUP, lab -> {
                    String vpc = lab.vpc();
                    String subnet = lab.subnet(vpc);
                    String group = lab.network.securityGroup(vpc, "Webserver_sg", "0.0.0.0/0");
                    lab.ec2().runInstances(ErrorLab.launch().subnetId(subnet).securityGroupIds(group).build());
                    return lab.ec2().deleteSecurityGroup(r -> r.groupId(group));
                }),
                ec2(CODE, "delete a group that an endpoint wears", GROUP, lab -> {
                    String vpc = lab.vpc();
                    String subnet = lab.subnet(vpc);
                    String group = lab.network.securityGroup(vpc, "Customer_EC2_SG", "0.0.0.0/0");
                    String service = lab.service().serviceName();
                    lab.ec2().createVpcEndpoint(r -> r.vpcEndpointType("Interface").serviceName(service).vpcId(vpc)
                            .subnetIds(subnet).securityGroupIds(group));
                    return lab.ec2().deleteSecurityGroup(r -> r.groupId(group));
                }),
                ec2(CODE, "delete a group that another's rule names", GROUP, lab -> {
                    String vpc = lab.vpc();
                    String group = lab.network.securityGroup(vpc, "named", "0.0.0.0/0");
                    lab.ec2().authorizeSecurityGroupIngress(r -> r.groupId(lab.defaultGroupOf(vpc)).ipPermissions(
                            rule -> rule.ipProtocol("tcp").fromPort(80).toPort(80)
                                    .userIdGroupPairs(pair -> pair.groupId(group))));
                    return lab.ec2().deleteSecurityGroup(r -> r.groupId(group));
                }),
                ec2("CannotDelete", "delete the default group",
                        "the specified group: \"…\" name: \"default\" cannot be deleted by a user",
                        lab -> lab.ec2().deleteSecurityGroup(r -> r.groupId(lab.defaultGroupOf(lab.vpc())))));
    }

    private static List<Row> tablesAndVpcs() {
        return List.of(
                ec2(CODE, "delete a route table that is associated",
                        "The routeTable '…' has dependencies and cannot be deleted.", lab -> {
                            String vpc = lab.vpc();
                            String subnet = lab.subnet(vpc);
                            String table = lab.ec2().createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
                            lab.ec2().associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
                            return lab.ec2().deleteRouteTable(r -> r.routeTableId(table));
                        }),
                ec2(CODE, "delete a VPC with a subnet", VPC, lab -> {
                    String vpc = lab.network.vpcWithoutGateway("10.0.0.0/16");
                    lab.subnet(vpc);
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }),
                ec2(CODE, "delete a VPC with a gateway", VPC, lab -> {
                    String vpc = lab.vpc();
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }),
                ec2(CODE, "delete a VPC with a group of its own", VPC, lab -> {
                    String vpc = lab.network.vpcWithoutGateway("10.0.0.0/16");
                    lab.network.securityGroup(vpc, "Webserver_sg", "0.0.0.0/0");
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }),
                ec2(CODE, "delete a VPC with a route table of its own", VPC, lab -> {
                    String vpc = lab.network.vpcWithoutGateway("10.0.0.0/16");
                    lab.ec2().createRouteTable(r -> r.vpcId(vpc));
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }),
                ec2(CODE, "delete a VPC whose endpoint is being deleted", VPC, lab -> {
                    String vpc = lab.network.vpcWithoutGateway("10.0.0.0/16");
                    String endpoint = lab.endpoint(lab.service(), vpc, lab.subnet(vpc));
                    lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }),
                ec2("InvalidVpcID.NotFound", "delete a VPC twice", "The vpc ID '…' does not exist", lab -> {
                    String vpc = lab.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
                    lab.practice.advance(Transition.VPC_AVAILABLE);
                    lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                    return lab.ec2().deleteVpc(r -> r.vpcId(vpc));
                }));
    }
}
