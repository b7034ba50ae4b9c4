package endpointlab.practice.errors;

import static endpointlab.practice.errors.ErrorLab.GONE;
import static endpointlab.practice.errors.Row.ec2;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** AWS-FACTS 2.3: VPCs, subnets, gateways, route tables, security groups and their ids. */
final class NetworkRows {

    private static final Consumer<IpPermission.Builder> SSH = permission -> permission.ipProtocol("tcp").fromPort(22)
            .toPort(22).ipRanges(range -> range.cidrIp("0.0.0.0/0"));

    private NetworkRows() {
    }

    static List<Row> all() {
        return Stream.of(notThere(), blocks(), taken(), wrong()).flatMap(List::stream).toList();
    }

    private static List<Row> notThere() {
        return List.of(
                ec2("InvalidVpcID.NotFound", "describe a VPC that is gone",
                        "The vpc ID 'vpc-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().describeVpcs(r -> r.vpcIds("vpc-" + GONE))),
                ec2("InvalidVpcID.NotFound", "delete a VPC that is gone",
                        "The vpc ID 'vpc-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().deleteVpc(r -> r.vpcId("vpc-" + GONE))),
                ec2("InvalidSubnetID.NotFound", "delete a subnet that is gone",
                        "The subnet ID 'subnet-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().deleteSubnet(r -> r.subnetId("subnet-" + GONE))),
                ec2("InvalidSubnetID.NotFound", "launch into a subnet that is gone",
                        "The subnet ID 'subnet-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().runInstances(ErrorLab.launch().subnetId("subnet-" + GONE).build())),
                ec2("InvalidRouteTableID.NotFound", "delete a route table that is gone",
                        "The routeTable ID 'rtb-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().deleteRouteTable(r -> r.routeTableId("rtb-" + GONE))),
                ec2("InvalidInternetGatewayID.NotFound", "detach a gateway that is gone",
                        "The internetGateway ID 'igw-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().detachInternetGateway(r -> r.internetGatewayId("igw-" + GONE)
                                .vpcId(lab.vpc()))),
                ec2("InvalidGroup.NotFound", "delete a security group that is gone",
                        "The security group 'sg-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().deleteSecurityGroup(r -> r.groupId("sg-" + GONE))),
                ec2("InvalidSecurityGroupID.NotFound", "launch an interface that wears a group that is gone",
                        "The security group 'sg-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().runInstances(ErrorLab.launch().networkInterfaces(one -> one.deviceIndex(0)
                                .subnetId(lab.subnet(lab.vpc())).groups("sg-" + GONE)).build())),
                ec2("InvalidNetworkInterfaceID.NotFound", "describe an interface that is gone",
                        "The networkInterface ID 'eni-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().describeNetworkInterfaces(r -> r.networkInterfaceIds("eni-" + GONE))),
                ec2("InvalidAssociationID.NotFound", "disassociate a route table twice",
                        "The association ID 'rtbassoc-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().disassociateRouteTable(r -> r.associationId("rtbassoc-" + GONE))),
                ec2("InvalidRoute.NotFound", "delete a route that is gone",
                        "no route with destination-cidr-block 10.9.0.0/16 in route table …",
                        lab -> lab.ec2().deleteRoute(r -> r.routeTableId(lab.mainTableOf(lab.vpc()))
                                .destinationCidrBlock("10.9.0.0/16"))));
    }

    private static List<Row> blocks() {
        return List.of(
                ec2("InvalidVpc.Range", "a VPC larger than /16", "The CIDR '10.0.0.0/8' is invalid.",
                        lab -> lab.ec2().createVpc(r -> r.cidrBlock("10.0.0.0/8"))),
                ec2("InvalidSubnet.Range", "a subnet outside of its VPC", "The CIDR '10.1.0.0/24' is invalid.",
                        lab -> lab.ec2().createSubnet(r -> r.vpcId(lab.vpc()).cidrBlock("10.1.0.0/24"))),
                ec2("InvalidSubnet.Range", "a subnet smaller than /28", "The CIDR '10.0.0.0/29' is invalid.",
                        lab -> lab.ec2().createSubnet(r -> r.vpcId(lab.vpc()).cidrBlock("10.0.0.0/29"))),
                ec2("InvalidSubnet.Conflict", "a subnet over another",
                        "The CIDR '10.0.0.0/23' conflicts with another subnet", lab -> {
                            String vpc = lab.vpc();
                            lab.subnet(vpc);
                            return lab.ec2().createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/23"));
                        }),
                ec2("InvalidParameterValue", "no block at all",
                        "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
                        lab -> lab.ec2().createVpc(r -> r.cidrBlock("10.0.0.0"))),
                ec2("InvalidParameterValue", "a zone of another Region",
                        "Value (ap-northeast-1a) for parameter availabilityZone is invalid. Subnets can currently only "
                                + "be created in the following availability zones: us-east-1a, us-east-1b, "
                                + "us-east-1c, us-east-1d, us-east-1e, us-east-1f.",
                        lab -> lab.ec2().createSubnet(r -> r.vpcId(lab.vpc()).cidrBlock("10.0.1.0/24")
                                .availabilityZone("ap-northeast-1a"))));
    }

    private static List<Row> taken() {
        return List.of(
                ec2("InvalidGroup.Duplicate", "a group's name twice",
                        "The security group 'Webserver_sg' already exists for VPC '…'", lab -> {
                            String vpc = lab.vpc();
                            lab.network.securityGroup(vpc, "Webserver_sg", "0.0.0.0/0");
                            return lab.ec2().createSecurityGroup(r -> r.vpcId(vpc).groupName("Webserver_sg")
                                    .description("again"));
                        }),
                ec2("InvalidPermission.Duplicate", "a rule twice", "the specified rule \"peer: 0.0.0.0/0, TCP, from "
                        + "port: 22, to port: 22, ALLOW\" already exists", lab -> {
                            String group = lab.defaultGroupOf(lab.vpc());
                            lab.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(SSH));
                            return lab.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(SSH));
                        }),
                ec2("RouteAlreadyExists", "the way to the internet twice",
                        "The route identified by 0.0.0.0/0 already exists.", lab -> {
                            String vpc = lab.vpc();
                            return lab.ec2().createRoute(r -> r.routeTableId(lab.mainTableOf(vpc))
                                    .gatewayId(lab.gatewayOf(vpc)).destinationCidrBlock("0.0.0.0/0"));
                        }),
                ec2("Resource.AlreadyAssociated", "attach a gateway twice",
                        "resource … is already attached to network …", lab -> {
                            String vpc = lab.vpc();
                            return lab.ec2().attachInternetGateway(r -> r.vpcId(vpc)
                                    .internetGatewayId(lab.gatewayOf(vpc)));
                        }),
                ec2("Resource.AlreadyAssociated", "associate a subnet twice",
                        "the specified association for route table … conflicts with an existing association", lab -> {
                            String vpc = lab.vpc();
                            String subnet = lab.subnet(vpc);
                            String table = lab.ec2().createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
                            lab.ec2().associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
                            return lab.ec2().associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
                        }));
    }

    private static Object deleteInterface(ErrorLab lab, String ownerId) {
        return lab.ec2().deleteNetworkInterface(r -> r.networkInterfaceId(lab.interfaceOf(ownerId)));
    }

    private static List<Row> wrong() {
        return List.of(
                ec2("Gateway.NotAttached", "detach a gateway twice",
                        "resource … is not attached to network …", lab -> {
                            String vpc = lab.vpc();
                            String gateway = lab.gatewayOf(vpc);
                            lab.ec2().detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
                            return lab.ec2().detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
                        }),
                ec2("InvalidParameterValue", "delete the interface of a load balancer",
                        "Network interface '…' is currently in use.",
                        lab -> deleteInterface(lab, lab.balancer("nlb", lab.subnet(lab.vpc())))),
                ec2("InvalidParameterValue", "delete the interface of an endpoint",
                        "Network interface '…' is currently in use.",
                        lab -> deleteInterface(lab, lab.endpoint(lab.service()))),
                ec2("OperationNotPermitted", "detach the interface of a load balancer",
                        "You are not allowed to manage 'ela-attach' attachments.", lab -> {
                            String balancer = lab.balancer("nlb", lab.subnet(lab.vpc()));
                            return lab.ec2().detachNetworkInterface(r -> r.attachmentId(lab.practice.cloud().interfaces
                                    .ofOwner(balancer).get(0).attachmentId()));
                        }),
                ec2("OperationNotPermitted", "detach an instance's primary interface",
                        "The network interface at device index 0 cannot be detached.", lab -> {
                            String instance = lab.network.instance(lab.subnet(lab.vpc()));
                            return lab.ec2().detachNetworkInterface(r -> r.attachmentId(lab.practice.cloud().interfaces
                                    .ofOwner(instance).get(0).attachmentId()));
                        }));
    }
}
