package endpointlab.resource;

import endpointlab.lab.Holder.Owner;
import endpointlab.lab.Holder;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Route tables; associations and routes are resources of their own. */
final class RouteTableHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "route-table";
    }

    @Override
    public boolean takesClientToken() {
        return true;
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeRouteTablesRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeRouteTables,
                        DescribeRouteTablesResponse::nextToken).stream()
                .flatMap(page -> page.routeTables().stream()).map(RouteTable::routeTableId).toList();
    }

    @Override
    public CreateRouteTableRequest request(ResourceWork work) {
        return CreateRouteTableRequest.builder().vpcId(work.input("vpc"))
                .clientToken(work.state().clientToken())
                .tagSpecifications(work.tags().specification(ResourceType.ROUTE_TABLE)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().ec2()::createRouteTable, work.repeatable(),
                answer -> work.made(answer.routeTable().routeTableId()));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeRouteTablesRequest request = DescribeRouteTablesRequest.builder().routeTableIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeRouteTables))
                .filter(answer -> !answer.routeTables().isEmpty()).map(answer -> Look.ready()).orElse(Look.gone());
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteRouteTableRequest request = DeleteRouteTableRequest.builder().routeTableId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteRouteTable,
                Waiting.dependency(work)));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        DescribeRouteTablesRequest request = DescribeRouteTablesRequest.builder().routeTableIds(work.id()).build();
        return work.aws().read(request, work.aws().ec2()::describeRouteTables).routeTables().stream()
                .flatMap(table -> table.associations().stream()).filter(join -> join.subnetId() != null)
                .map(join -> new Holder("subnet", join.subnetId(), join.routeTableAssociationId(), Owner.RUN))
                .toList();
    }
}
