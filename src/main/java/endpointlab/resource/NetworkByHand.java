package endpointlab.resource;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** VPCs and what they consist of, made by hand. */
final class NetworkByHand {

    static final Map<String, Function<ResourceWork, List<Sighting>>> FINDERS = Map.of(
            "vpc", NetworkByHand::vpcs, "subnet", NetworkByHand::subnets,
            "internet-gateway", NetworkByHand::gateways,
            "internet-gateway-attachment", NetworkByHand::attachments, "route-table", NetworkByHand::tables,
            "route-table-association", NetworkByHand::associations, "route", NetworkByHand::routes);

    private NetworkByHand() {
    }

    private static List<Sighting> vpcs(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcsRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeVpcs, DescribeVpcsResponse::nextToken).stream()
                .flatMap(page -> page.vpcs().stream()).filter(vpc -> !Boolean.TRUE.equals(vpc.isDefault()))
                .map(vpc -> Sighting.of(vpc.vpcId(), vpc.tags()).named(work.input("name"))
                        .value("CidrBlock", work.input("cidr"), vpc.cidrBlock())
                        .valued(work.input("cidr").equals(vpc.cidrBlock()))).toList();
    }

    private static List<Sighting> subnets(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeSubnetsRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeSubnets, DescribeSubnetsResponse::nextToken).stream()
                .flatMap(page -> page.subnets().stream())
                .map(subnet -> {
                    boolean inside = work.input("vpc").equals(subnet.vpcId());
                    return Sighting.of(subnet.subnetId(), subnet.tags()).named(work.input("name"))
                            .connected(inside).valued(inside && work.input("cidr").equals(subnet.cidrBlock()))
                            .value("VpcId", work.input("vpc"), subnet.vpcId())
                            .value("CidrBlock", work.input("cidr"), subnet.cidrBlock())
                            .value("AvailabilityZone", work.input("az"), subnet.availabilityZone());
                }).toList();
    }

    private static List<Sighting> gateways(ResourceWork work) {
        return allGateways(work).map(gateway -> Sighting.of(gateway.internetGatewayId(), gateway.tags())
                .named(work.input("name")).connected(gateway.attachments().stream()
                        .anyMatch(attachment -> ByHand.isJoined(work, "vpc", attachment.vpcId())))).toList();
    }

    private static List<Sighting> attachments(ResourceWork work) {
        return allGateways(work).filter(one -> work.input("internet-gateway").equals(one.internetGatewayId()))
                .flatMap(gateway -> gateway.attachments().stream()).map(InternetGatewayAttachment::vpcId)
                .map(vpc -> Sighting.of(work.input("internet-gateway")).connected(true)
                        .value("VpcId", work.input("vpc"), vpc)).toList();
    }

    private static Stream<InternetGateway> allGateways(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeInternetGatewaysRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeInternetGateways, DescribeInternetGatewaysResponse::nextToken)
                .stream().flatMap(page -> page.internetGateways().stream());
    }

    /** The main table is made with its VPC. */
    private static List<Sighting> tables(ResourceWork work) {
        return allTables(work).filter(table -> table.associations().stream()
                        .noneMatch(association -> Boolean.TRUE.equals(association.main())))
                .map(table -> Sighting.of(table.routeTableId(), table.tags()).named(work.input("name"))
                        .connected(work.input("vpc").equals(table.vpcId()))
                        .valued(table.associations().stream()
                                .anyMatch(join -> ByHand.isJoined(work, "subnet", join.subnetId())))
                        .value("VpcId", work.input("vpc"), table.vpcId())).toList();
    }

    private static List<Sighting> associations(ResourceWork work) {
        return allTables(work).flatMap(table -> table.associations().stream())
                .filter(join -> work.input("subnet").equals(join.subnetId()))
                .map((RouteTableAssociation join) -> Sighting.of(join.routeTableAssociationId()).connected(true)
                        .value("RouteTableId", work.input("route-table"), join.routeTableId())).toList();
    }

    private static List<Sighting> routes(ResourceWork work) {
        return allTables(work).filter(table -> work.input("route-table").equals(table.routeTableId()))
                .flatMap(table -> table.routes().stream())
                .filter(route -> work.input("destination").equals(route.destinationCidrBlock()))
                .map(route -> Sighting.of(work.input("route-table")).connected(true)
                        .value("GatewayId", work.input("internet-gateway"), route.gatewayId())).toList();
    }

    private static Stream<RouteTable> allTables(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeRouteTablesRequest.builder().nextToken(token).build(),
                        work.aws().ec2()::describeRouteTables, DescribeRouteTablesResponse::nextToken).stream()
                .flatMap(page -> page.routeTables().stream());
    }
}
