package endpointlab.resource;

import endpointlab.lab.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.Route;

/** A route to an internet gateway; its id is the route table's. */
final class RouteHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "route";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return route(work).map(route -> List.of(work.input("route-table"))).orElse(List.of());
    }

    @Override
    public CreateRouteRequest request(ResourceWork work) {
        return CreateRouteRequest.builder().routeTableId(work.input("route-table"))
                .destinationCidrBlock(work.input("destination")).gatewayId(work.input("internet-gateway")).build();
    }

    @Override
    public Look create(ResourceWork work) {
        try {
            work.aws().change(request(work), work.aws().ec2()::createRoute, work.repeatable(),
                    answer -> work.made(work.input("route-table")));
        } catch (ProblemException problem) {
            if (!problem.problem().code().equals("RouteAlreadyExists") || route(work).isEmpty()) {
                throw problem;
            }
            work.made(work.input("route-table"));
        }
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        // A blackhole has lost its target and leads nowhere.
        return route(work).map(route -> Look.readyWhen("active", route.stateAsString(), Map.of()))
                .orElse(Look.gone());
    }

    private static Optional<Route> route(ResourceWork work) {
        DescribeRouteTablesRequest request =
                DescribeRouteTablesRequest.builder().routeTableIds(work.input("route-table")).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeRouteTables))
                .flatMap(answer -> answer.routeTables().stream().flatMap(table -> table.routes().stream())
                        .filter(route -> work.input("destination").equals(route.destinationCidrBlock()))
                        .filter(route -> work.input("internet-gateway").equals(route.gatewayId())).findFirst());
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("route-table");
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteRouteRequest request = DeleteRouteRequest.builder().routeTableId(work.input("route-table"))
                .destinationCidrBlock(work.input("destination")).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteRoute, work.repeatable()));
    }
}
