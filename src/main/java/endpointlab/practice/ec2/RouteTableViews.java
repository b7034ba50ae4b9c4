package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.RouteTableAssociation;
import java.util.List;

/** Route tables as EC2 describes them. */
final class RouteTableViews {

    private final Cloud cloud;

    RouteTableViews(Cloud cloud) {
        this.cloud = cloud;
    }

    /** {@code blackhole} once the gateway is deleted or no longer attached to the table's VPC. */
    String state(RouteTable table, Route route) {
        boolean leads = route.gatewayId().equals("local") || cloud.world.internetGateways.find(route.gatewayId())
                .filter(gateway -> table.vpcId().equals(gateway.vpcId())).isPresent();
        return leads ? "active" : "blackhole";
    }

    software.amazon.awssdk.services.ec2.model.RouteTable of(RouteTable table) {
        return software.amazon.awssdk.services.ec2.model.RouteTable.builder().routeTableId(table.id())
                .vpcId(table.vpcId()).ownerId(cloud.world.accountId)
                .routes(cloud.paging.shuffled(table.routes(), Route::destinationCidrBlock).stream()
                        .map(route -> view(table, route)).toList())
                .associations(cloud.paging.shuffled(table.associations(), RouteTableAssociation::id).stream()
                        .map(association -> view(table, association)).toList())
                .propagatingVgws(List.of()).tags(cloud.tags.list(table.id())).build();
    }

    private software.amazon.awssdk.services.ec2.model.Route view(RouteTable table, Route route) {
        return software.amazon.awssdk.services.ec2.model.Route.builder()
                .destinationCidrBlock(route.destinationCidrBlock()).gatewayId(route.gatewayId())
                .origin(route.origin()).state(state(table, route)).build();
    }

    private software.amazon.awssdk.services.ec2.model.RouteTableAssociation view(
            RouteTable table, RouteTableAssociation association) {
        return software.amazon.awssdk.services.ec2.model.RouteTableAssociation.builder()
                .routeTableAssociationId(association.id()).routeTableId(table.id()).main(association.main())
                .subnetId(association.subnetId()).associationState(state -> state.state("associated")).build();
    }
}
