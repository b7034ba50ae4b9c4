package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

class RouteTableOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String table = account.ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();

    @AfterEach
    void close() {
        account.close();
    }

    private RouteTable described() {
        return account.ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0);
    }

    private Map<String, String> states() {
        return described().routes().stream().collect(Collectors.toMap(Route::destinationCidrBlock,
                Route::stateAsString));
    }

    @Test
    void aNewTableHasTheLocalRouteAlone() {
        assertThat(described().routes()).singleElement().satisfies(route -> {
            assertThat(route.destinationCidrBlock()).isEqualTo("10.0.0.0/16");
            assertThat(route.gatewayId()).isEqualTo("local");
            assertThat(route.originAsString()).isEqualTo("CreateRouteTable");
        });
    }

    @Test
    void aRouteLeadsNowhereOnceItsGatewayIsDetached() {
        String gateway = account.gateway(vpc);
        account.ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        assertThat(states()).containsEntry("0.0.0.0/0", "active");

        account.ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));

        assertThat(states()).containsEntry("0.0.0.0/0", "blackhole").containsEntry("10.0.0.0/16", "active");
        assertThat(account.ec2.describeRouteTables(r -> r.filters(filter("route.state", "blackhole")))
                .routeTables()).hasSize(1);
    }

    @Test
    void aDestinationHasOneRoute() {
        String gateway = account.gateway(vpc);
        account.ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));

        account.refused("RouteAlreadyExists", "The route identified by 0.0.0.0/0 already exists.",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("1.2.3.4/0")
                        .gatewayId(gateway)));
        account.ec2.replaceRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        account.ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0"));
        assertThat(states()).containsOnlyKeys("10.0.0.0/16");
        account.refused("InvalidRoute.NotFound", "no route with destination-cidr-block 0.0.0.0/0 in route table "
                + table, ec2 -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")));
        account.refused("InvalidParameterValue", "There is no route defined for '0.0.0.0/0' in the route table. "
                        + "Use CreateRoute instead.",
                ec2 -> ec2.replaceRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")
                        .gatewayId(gateway)));
    }

    @Test
    void theLocalRouteStays() {
        account.refused("InvalidParameterValue", "cannot remove local route 10.0.0.0/16 in route table " + table,
                ec2 -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16")));
    }

    @Test
    void aRouteToAGatewayCannotLieWithinTheVpc() {
        String gateway = account.gateway(vpc);

        account.refused("InvalidParameterValue", "Destination CIDR block 10.0.1.0/24 is equal to or more specific "
                        + "than one of this VPC's CIDR blocks. This route can target only an interface or an instance.",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("10.0.1.0/24")
                        .gatewayId(gateway)));
    }

    @Test
    void theGatewayMustExistAndBelongToTheSameVpc() {
        account.refused("InvalidGatewayID.NotFound", "The gateway ID 'igw-0123' does not exist",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")
                        .gatewayId("igw-0123")));
        String detached = account.ec2.createInternetGateway().internetGateway().internetGatewayId();
        account.refused("InvalidParameterValue", "route table " + table + " and network gateway " + detached
                        + " belong to different networks",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")
                        .gatewayId(detached)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "all"})
    void aDestinationIsABlock(String text) {
        account.refused("InvalidParameterValue", "Value (" + text + ") for parameter destinationCidrBlock is "
                        + "invalid. This is not a valid CIDR block.",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock(text).gatewayId("igw-1")));
    }

    @Test
    void aTableHoldsFiftyRoutes() {
        String gateway = account.gateway(vpc);
        for (int i = 0; i < 49; i++) {
            String block = "192.168." + i + ".0/24";
            account.ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock(block).gatewayId(gateway));
        }
        account.refused("RouteLimitExceeded", "The maximum number of routes has been reached.",
                ec2 -> ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")
                        .gatewayId(gateway)));
    }

    @Test
    void aSubnetHasOneAssociation() {
        String subnet = account.subnet(vpc, "10.0.1.0/24");
        String association = account.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet))
                .associationId();
        assertThat(described().associations()).extracting(RouteTableAssociation::subnetId).containsExactly(subnet);
        assertThat(described().associations().get(0).associationState().stateAsString()).isEqualTo("associated");

        account.refused("Resource.AlreadyAssociated", "the specified association for route table " + table
                        + " conflicts with an existing association",
                ec2 -> ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet)));
        account.refused("DependencyViolation", "The routeTable '" + table
                + "' has dependencies and cannot be deleted.", ec2 -> ec2.deleteRouteTable(r -> r.routeTableId(table)));

        account.ec2.disassociateRouteTable(r -> r.associationId(association));
        account.refused("InvalidAssociationID.NotFound", "The association ID '" + association + "' does not exist",
                ec2 -> ec2.disassociateRouteTable(r -> r.associationId(association)));
        account.ec2.deleteRouteTable(r -> r.routeTableId(table));
        account.refused("InvalidRouteTableID.NotFound", "The routeTable ID '" + table + "' does not exist",
                ec2 -> ec2.describeRouteTables(r -> r.routeTableIds(table)));
    }

    @Test
    void theMainTableCanNeitherBeDisassociatedNorDeleted() {
        RouteTable main = account.ec2.describeRouteTables(r -> r.filters(filter("vpc-id", vpc),
                filter("association.main", "true"))).routeTables().get(0);
        String association = main.associations().get(0).routeTableAssociationId();

        account.refused("InvalidParameterValue",
                "cannot disassociate the main route table association " + association,
                ec2 -> ec2.disassociateRouteTable(r -> r.associationId(association)));
        account.refused("DependencyViolation", "The routeTable '" + main.routeTableId()
                        + "' has dependencies and cannot be deleted.",
                ec2 -> ec2.deleteRouteTable(r -> r.routeTableId(main.routeTableId())));
    }

    @Test
    void tableAndSubnetBelongToOneVpc() {
        String elsewhere = account.subnet(account.vpc("10.1.0.0/16"), "10.1.1.0/24");

        account.refused("InvalidParameterValue", "Route table " + table + " and subnet " + elsewhere
                        + " belong to different networks",
                ec2 -> ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(elsewhere)));
    }

    @Test
    void aRepeatedTokenMakesOneTable() {
        String first = account.ec2.createRouteTable(r -> r.vpcId(vpc).clientToken("t1")).routeTable().routeTableId();
        String again = account.ec2.createRouteTable(r -> r.vpcId(vpc).clientToken("t1")).routeTable().routeTableId();

        assertThat(again).isEqualTo(first);
        account.refused("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with "
                        + "arguments used in previous request(s).",
                ec2 -> ec2.createRouteTable(r -> r.vpcId(account.defaultVpcId()).clientToken("t1")));
        account.refused("InvalidClientToken", "The client token must be no more than 64 ASCII characters",
                ec2 -> ec2.createRouteTable(r -> r.vpcId(vpc).clientToken("x".repeat(65))));
    }

    @Test
    void pagesOfTablesHoldAHundredAtMost() {
        account.refused("InvalidParameterValue", "Value ( 101 ) for parameter maxResults is invalid. "
                + "Expecting a value smaller than or equal to 100.",
                ec2 -> ec2.describeRouteTables(r -> r.maxResults(101)));
    }

    @Test
    void aSubnetChangesToAnotherTable() {
        String subnet = account.subnet(vpc, "10.0.1.0/24");
        String before = account.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet)).associationId();
        String other = account.ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();

        String after = account.ec2.replaceRouteTableAssociation(r -> r.associationId(before).routeTableId(other))
                .newAssociationId();

        assertThat(after).matches("rtbassoc-[0-9a-f]{17}").isNotEqualTo(before);
        assertThat(described().associations()).isEmpty();
        assertThat(account.ec2.describeRouteTables(r -> r.filters(filter("association.subnet-id", subnet)))
                .routeTables()).extracting(RouteTable::routeTableId).containsExactly(other);
        account.refused("InvalidAssociationID.NotFound", "The association ID '" + before + "' does not exist",
                ec2 -> ec2.replaceRouteTableAssociation(r -> r.associationId(before).routeTableId(table)));
        String elsewhere = account.ec2.createRouteTable(r -> r.vpcId(account.defaultVpcId())).routeTable()
                .routeTableId();
        account.refused("InvalidParameterValue", "Route table " + elsewhere + " and route table " + other
                        + " belong to different networks",
                ec2 -> ec2.replaceRouteTableAssociation(r -> r.associationId(after).routeTableId(elsewhere)));
    }

    @Test
    void aVpcGetsAnotherMainTable() {
        RouteTable main = account.ec2.describeRouteTables(r -> r.filters(filter("vpc-id", vpc),
                filter("association.main", "true"))).routeTables().get(0);
        String association = main.associations().get(0).routeTableAssociationId();

        account.ec2.replaceRouteTableAssociation(r -> r.associationId(association).routeTableId(table));

        assertThat(described().associations()).singleElement().satisfies(one -> assertThat(one.main()).isTrue());
        account.ec2.deleteRouteTable(r -> r.routeTableId(main.routeTableId()));
        account.ec2.deleteVpc(r -> r.vpcId(vpc));
    }
}
