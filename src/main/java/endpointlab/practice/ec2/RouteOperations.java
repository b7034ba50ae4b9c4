package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Registrar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteResponse;

/**
 * Routes; the only target besides {@code local} that this cloud has is an internet gateway.
 *
 * <p>Source: EC2 API Reference, VPC User Guide "Route tables"; quota from "Amazon VPC quotas".
 */
final class RouteOperations {

    private static final int MOST_ROUTES = 50;

    private final Cloud cloud;

    RouteOperations(Cloud cloud) {
        this.cloud = cloud;
    }

    void register(Registrar registrar) {
        registrar.add("CreateRoute", CreateRouteRequest::builder, this::create);
        registrar.add("ReplaceRoute", ReplaceRouteRequest::builder, this::replace);
        registrar.add("DeleteRoute", DeleteRouteRequest::builder, this::delete);
    }

    private CreateRouteResponse create(CreateRouteRequest request) {
        RouteTable table = cloud.find.routeTable(request.routeTableId());
        Cidr destination = Blocks.parse(request.destinationCidrBlock(), "destinationCidrBlock");
        InternetGateway gateway = gateway(table, request.gatewayId());
        if (find(table, destination).isPresent()) {
            throw new AwsException("RouteAlreadyExists",
                    "The route identified by " + destination + " already exists.");
        }
        refuseWithinVpc(table, destination);
        if (table.routes().size() >= MOST_ROUTES) {
            throw new AwsException("RouteLimitExceeded", "The maximum number of routes has been reached.");
        }
        List<Route> routes = new ArrayList<>(table.routes());
        routes.add(new Route(destination.toString(), gateway.id(), "CreateRoute"));
        put(table, routes);
        return CreateRouteResponse.builder().returnValue(true).build();
    }

    private InternetGateway gateway(RouteTable table, String id) {
        if (id == null) {
            throw new AwsException("MissingParameter", "The request must contain exactly one of gatewayId, "
                    + "natGatewayId, networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId, "
                    + "transitGatewayId, localGatewayId, carrierGatewayId, vpcEndpointId, instanceId");
        }
        InternetGateway gateway = cloud.world.internetGateways.find(id)
                .filter(found -> cloud.find.sees(found.createdAt()))
                .orElseThrow(() -> new AwsException("InvalidGatewayID.NotFound",
                        "The gateway ID '" + id + "' does not exist"));
        if (!table.vpcId().equals(gateway.vpcId())) {
            throw Invalid.value("route table " + table.id() + " and network gateway " + id
                    + " belong to different networks");
        }
        return gateway;
    }

    private void refuseWithinVpc(RouteTable table, Cidr destination) {
        Vpc vpc = cloud.findSurely.vpc(table.vpcId());
        if (Cidr.parse(vpc.cidrBlock()).contains(destination)) {
            throw Invalid.value("Destination CIDR block " + destination + " is equal to or more specific than one of "
                    + "this VPC's CIDR blocks. This route can target only an interface or an instance.");
        }
    }

    private ReplaceRouteResponse replace(ReplaceRouteRequest request) {
        RouteTable table = cloud.find.routeTable(request.routeTableId());
        Cidr destination = Blocks.parse(request.destinationCidrBlock(), "destinationCidrBlock");
        Route old = find(table, destination).orElseThrow(() -> Invalid.value("There is no route defined for '"
                + destination + "' in the route table. Use CreateRoute instead."));
        InternetGateway gateway = gateway(table, request.gatewayId());
        refuseWithinVpc(table, destination);
        put(table, table.routes().stream().map(route -> route.equals(old)
                ? new Route(destination.toString(), gateway.id(), "CreateRoute") : route).toList());
        return ReplaceRouteResponse.builder().build();
    }

    private DeleteRouteResponse delete(DeleteRouteRequest request) {
        RouteTable table = cloud.findSurely.routeTable(request.routeTableId());
        Cidr destination = Blocks.parse(request.destinationCidrBlock(), "destinationCidrBlock");
        Route route = find(table, destination).orElseThrow(() -> new AwsException("InvalidRoute.NotFound",
                "no route with destination-cidr-block " + destination + " in route table " + table.id()));
        if (route.gatewayId().equals("local")) {
            throw Invalid.value("cannot remove local route " + destination + " in route table " + table.id());
        }
        put(table, table.routes().stream().filter(any -> !any.equals(route)).toList());
        return DeleteRouteResponse.builder().build();
    }

    private static Optional<Route> find(RouteTable table, Cidr destination) {
        return table.routes().stream()
                .filter(route -> route.destinationCidrBlock().equals(destination.toString())).findFirst();
    }

    private void put(RouteTable table, List<Route> routes) {
        cloud.world.routeTables.put(new RouteTable(table.id(), table.vpcId(), List.copyOf(routes),
                table.associations(), table.createdAt()));
    }
}
