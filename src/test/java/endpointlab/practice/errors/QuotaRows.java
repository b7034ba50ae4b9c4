package endpointlab.practice.errors;

import static endpointlab.practice.errors.ErrorLab.launch;
import static endpointlab.practice.errors.Row.ec2;

import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.VpcEndpoint;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;

/** AWS-FACTS 2.3: the quotas of EC2 that a practice account has, filled without a call for each. */
final class QuotaRows {

    private QuotaRows() {
    }

    static List<Row> all() {
        return Stream.of(ofTheRegion(), ofTheParts()).flatMap(List::stream).toList();
    }

    private static List<Row> ofTheRegion() {
        return List.of(
                ec2("VpcLimitExceeded", "a sixth VPC, the default one included",
                        "The maximum number of VPCs has been reached.", lab -> {
                            lab.vpcs(4);
                            return lab.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16"));
                        }),
                ec2("InternetGatewayLimitExceeded", "a sixth internet gateway",
                        "The maximum number of internet gateways has been reached.", lab -> {
                            IntStream.range(0, 4).forEach(i -> lab.vpc());
                            return lab.ec2().createInternetGateway();
                        }),
                ec2("SecurityGroupLimitExceeded", "2501 security groups",
                        "The maximum number of security groups has been reached.", lab -> {
                            String vpc = lab.vpc();
                            lab.groups(vpc, 2_498);
                            return lab.ec2().createSecurityGroup(r -> r.vpcId(vpc).groupName("one more")
                                    .description("too many"));
                        }),
                ec2("KeyPairLimitExceeded", "5001 key pairs", "The maximum number of key pairs has been reached.",
                        lab -> {
                            IntStream.range(0, 5_000).forEach(i -> lab.world.keyPairs.put(new KeyPair("key-" + i,
                                    "key " + i, "rsa", "", "", lab.practice.now())));
                            return lab.ec2().createKeyPair(r -> r.keyName("one more"));
                        }),
                ec2("NetworkInterfaceLimitExceeded", "5001 network interfaces",
                        "The maximum number of network interfaces has been reached.", lab -> {
                            String subnet = lab.subnet(lab.vpc());
                            IntStream.range(0, 5_000).forEach(i -> lab.world.networkInterfaces.put(
                                    new NetworkInterface("eni-" + i, "vpc-x", "subnet-x", ErrorLab.ZONE, "10.0.0.4",
                                            null, "", "", "interface", null, List.of(), null, null, "nobody",
                                            lab.practice.now(), lab.practice.now(), null)));
                            return lab.ec2().runInstances(launch().subnetId(subnet).build());
                        }),
                ec2("VcpuLimitExceeded", "seventeen instances of two vCPUs",
                        "You have requested more vCPU capacity than your current vCPU limit of 32 allows for the "
                                + "instance bucket that the specified instance type belongs to. Please visit "
                                + "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this "
                                + "limit.",
                        lab -> lab.ec2().runInstances(launch().minCount(17).maxCount(17).build())));
    }

    private static List<Row> ofTheParts() {
        return List.of(
                ec2("SubnetLimitExceeded", "201 subnets in a VPC", "The maximum number of subnets has been reached.",
                        lab -> {
                            String vpc = lab.vpc();
                            lab.subnets(vpc, 200);
                            return lab.ec2().createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.250.0/24"));
                        }),
                ec2("RouteTableLimitExceeded", "201 route tables in a VPC",
                        "The maximum number of route tables has been reached.", lab -> {
                            String vpc = lab.vpc();
                            IntStream.range(0, 199).forEach(i -> lab.world.routeTables.put(new RouteTable("rtb-" + i,
                                    vpc, List.of(), List.of(), lab.practice.now())));
                            return lab.ec2().createRouteTable(r -> r.vpcId(vpc));
                        }),
                ec2("RouteLimitExceeded", "51 routes in a table", "The maximum number of routes has been reached.",
                        lab -> {
                            String vpc = lab.vpc();
                            lab.world.routeTables.update(lab.mainTableOf(vpc), old -> new RouteTable(old.id(), vpc,
                                    IntStream.range(0, 50).mapToObj(i -> new Route("11." + i + ".0.0/16",
                                            lab.gatewayOf(vpc), "CreateRoute")).toList(), old.associations(),
                                    old.createdAt()));
                            return lab.ec2().createRoute(r -> r.routeTableId(lab.mainTableOf(vpc))
                                    .gatewayId(lab.gatewayOf(vpc)).destinationCidrBlock("12.0.0.0/16"));
                        }),
                ec2("RulesPerSecurityGroupLimitExceeded", "61 rules in a group",
                        "The maximum number of rules per security group has been reached.",
                        lab -> lab.ec2().authorizeSecurityGroupIngress(r -> r.groupId(
                                lab.defaultGroupOf(lab.vpc())).ipPermissions(IntStream.range(1, 62).mapToObj(port ->
                                IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port)
                                        .ipRanges(range -> range.cidrIp("0.0.0.0/0")).build()).toList()))),
                ec2("TagLimitExceeded", "51 tags on a VPC",
                        "The maximum number of tags for a resource has been reached.",
                        lab -> lab.ec2().createTags(r -> r.resources(lab.vpc()).tags(IntStream.range(0, 51).mapToObj(
                                i -> Tag.builder().key("key " + i).value("").build()).toList()))),
                ec2("VpcEndpointLimitExceeded", "51 endpoints in a VPC",
                        "The maximum number of VPC endpoints has been reached.", lab -> {
                            ServiceConfiguration service = lab.service();
                            String vpc = lab.vpc();
                            IntStream.range(0, 50).forEach(i -> lab.world.vpcEndpoints.put(new VpcEndpoint(
                                    "vpce-" + i, service.serviceName(), vpc, List.of(), List.of(), List.of(),
                                    List.of("name"), null, lab.practice.now(), lab.practice.now(), null, null, null,
                                    null, null)));
                            String subnet = lab.subnet(vpc);
                            return lab.ec2().createVpcEndpoint(r -> r.vpcEndpointType("Interface").vpcId(vpc)
                                    .serviceName(service.serviceName()).subnetIds(subnet));
                        }));
    }
}
