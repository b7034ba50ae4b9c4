package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.RouteTableAssociation;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;

/** Route tables and their associations. Source: EC2 API Reference; quota from "Amazon VPC quotas". */
final class RouteTableOperations {

    private static final int MOST_TABLES_PER_VPC = 200;
    private static final Page.Limits LIMITS = new Page.Limits(5, 100, false);

    private final Cloud cloud;
    private final SubnetMembership membership;
    private final RouteTableViews views;
    private final Filters<RouteTable> filters;

    RouteTableOperations(Cloud cloud) {
        this.cloud = cloud;
        this.membership = new SubnetMembership(cloud);
        this.views = new RouteTableViews(cloud);
        this.filters = new Filters<RouteTable>(table -> cloud.tags.of(table.id()))
                .with("route-table-id", RouteTable::id)
                .with("vpc-id", RouteTable::vpcId)
                .with("owner-id", table -> cloud.world.accountId)
                .withAll("association.main",
                        table -> table.associations().stream().map(RouteTableAssociation::main).toList())
                .withAll("association.route-table-association-id",
                        table -> table.associations().stream().map(RouteTableAssociation::id).toList())
                .withAll("association.route-table-id",
                        table -> table.associations().isEmpty() ? List.of() : List.of(table.id()))
                .withAll("association.subnet-id", table -> table.associations().stream()
                        .filter(association -> !association.main()).map(RouteTableAssociation::subnetId).toList())
                .withAll("route.destination-cidr-block",
                        table -> table.routes().stream().map(Route::destinationCidrBlock).toList())
                .withAll("route.gateway-id", table -> table.routes().stream().map(Route::gatewayId).toList())
                .withAll("route.origin", table -> table.routes().stream().map(Route::origin).toList())
                .withAll("route.state", table -> table.routes().stream()
                        .map(route -> views.state(table, route)).toList())
                .inAnswer(views::of, """
                        association.gateway-id
                        route.destination-ipv6-cidr-block
                        route.destination-prefix-list-id
                        route.egress-only-internet-gateway-id
                        route.instance-id
                        route.nat-gateway-id
                        route.transit-gateway-id
                        route.vpc-peering-connection-id
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("CreateRouteTable", CreateRouteTableRequest::builder, this::create);
        registrar.add("DescribeRouteTables", DescribeRouteTablesRequest::builder, this::describe);
        registrar.add("DeleteRouteTable", DeleteRouteTableRequest::builder, this::delete);
        registrar.add("AssociateRouteTable", AssociateRouteTableRequest::builder, this::associate);
        registrar.add("ReplaceRouteTableAssociation", ReplaceRouteTableAssociationRequest::builder, this::replace);
        registrar.add("DisassociateRouteTable", DisassociateRouteTableRequest::builder, this::disassociate);
    }

    private CreateRouteTableResponse create(CreateRouteTableRequest request) {
        Optional<RouteTable> before = cloud.tokens.madeBefore("CreateRouteTable", request.clientToken(), request)
                .flatMap(cloud.world.routeTables::find);
        if (before.isPresent()) {
            return answer(before.get(), request);
        }
        Vpc vpc = cloud.find.vpc(request.vpcId());
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "route-table");
        if (cloud.world.routeTables.where(table -> table.vpcId().equals(vpc.id())).size() >= MOST_TABLES_PER_VPC) {
            throw new AwsException("RouteTableLimitExceeded", "The maximum number of route tables has been reached.");
        }
        RouteTable table = new RouteTable(cloud.ids.next("rtb"), vpc.id(), List.of(VpcParts.localRoute(vpc)),
                List.of(), cloud.now());
        cloud.world.routeTables.put(table);
        cloud.tags.put(table.id(), tags);
        cloud.tokens.remember("CreateRouteTable", request.clientToken(), request, table.id());
        return answer(table, request);
    }

    private CreateRouteTableResponse answer(RouteTable table, CreateRouteTableRequest request) {
        return CreateRouteTableResponse.builder().routeTable(views.of(table)).clientToken(request.clientToken())
                .build();
    }

    private DescribeRouteTablesResponse describe(DescribeRouteTablesRequest request) {
        List<RouteTable> rows = cloud.find.rows(request.routeTableIds(), cloud.find::routeTable,
                cloud.world.routeTables.all(), RouteTable::createdAt);
        Page<RouteTable> page = cloud.paging.page(filters.apply(rows, request.filters()), RouteTable::id,
                request.maxResults(), request.nextToken(), LIMITS);
        return DescribeRouteTablesResponse.builder().routeTables(page.rows().stream().map(views::of).toList())
                .nextToken(page.nextToken()).build();
    }

    private DeleteRouteTableResponse delete(DeleteRouteTableRequest request) {
        RouteTable table = cloud.findSurely.routeTable(request.routeTableId());
        if (!table.associations().isEmpty()) {
            throw Invalid.dependency("The routeTable '" + table.id() + "' has dependencies and cannot be deleted.");
        }
        cloud.world.routeTables.remove(table.id());
        cloud.tags.forget(table.id());
        return DeleteRouteTableResponse.builder().build();
    }

    private AssociateRouteTableResponse associate(AssociateRouteTableRequest request) {
        RouteTable table = cloud.find.routeTable(request.routeTableId());
        Subnet subnet = cloud.find.subnet(request.subnetId());
        if (!table.vpcId().equals(subnet.vpcId())) {
            throw Invalid.value("Route table " + table.id() + " and subnet " + subnet.id()
                    + " belong to different networks");
        }
        boolean taken = cloud.world.routeTables.all().stream().flatMap(any -> any.associations().stream())
                .anyMatch(association -> subnet.id().equals(association.subnetId()));
        if (taken) {
            throw new AwsException("Resource.AlreadyAssociated", "the specified association for route table "
                    + table.id() + " conflicts with an existing association");
        }
        RouteTableAssociation association =
                new RouteTableAssociation(cloud.ids.next("rtbassoc"), subnet.id(), false);
        add(table, association);
        return AssociateRouteTableResponse.builder().associationId(association.id())
                .associationState(state -> state.state("associated")).build();
    }

    /** The subnet, or the VPC whose main route table it was, gets an association with a new id. */
    private ReplaceRouteTableAssociationResponse replace(ReplaceRouteTableAssociationRequest request) {
        String id = Invalid.required(request.associationId(), "associationId");
        RouteTable before = withAssociation(id);
        RouteTable after = cloud.find.routeTable(request.routeTableId());
        if (!after.vpcId().equals(before.vpcId())) {
            throw Invalid.value("Route table " + after.id() + " and route table " + before.id()
                    + " belong to different networks");
        }
        RouteTableAssociation old = association(before, id);
        RouteTableAssociation made = new RouteTableAssociation(cloud.ids.next("rtbassoc"), old.subnetId(), old.main());
        remove(before, id);
        add(cloud.find.routeTable(after.id()), made);
        return ReplaceRouteTableAssociationResponse.builder().newAssociationId(made.id())
                .associationState(state -> state.state("associated")).build();
    }

    private DisassociateRouteTableResponse disassociate(DisassociateRouteTableRequest request) {
        String id = Invalid.required(request.associationId(), "associationId");
        RouteTable table = withAssociation(id);
        if (association(table, id).main()) {
            throw Invalid.value("cannot disassociate the main route table association " + id);
        }
        remove(table, id);
        return DisassociateRouteTableResponse.builder().build();
    }

    private RouteTable withAssociation(String id) {
        return cloud.world.routeTables.where(any -> any.associations().stream()
                .anyMatch(association -> association.id().equals(id))).stream().findFirst()
                .orElseThrow(() -> NotFound.association(id));
    }

    private static RouteTableAssociation association(RouteTable table, String id) {
        return table.associations().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private void add(RouteTable table, RouteTableAssociation association) {
        membership.put(table, Stream.concat(table.associations().stream(), Stream.of(association)).toList());
    }

    private void remove(RouteTable table, String id) {
        membership.put(table, table.associations().stream().filter(one -> !one.id().equals(id)).toList());
    }
}
