package endpointlab.resource;

import endpointlab.lab.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationState;

/** The association of a subnet with a route table. */
final class RouteTableAssociationHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "route-table-association";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return association(work).map(found -> List.of(found.routeTableAssociationId())).orElse(List.of());
    }

    @Override
    public AssociateRouteTableRequest request(ResourceWork work) {
        return AssociateRouteTableRequest.builder()
                .routeTableId(work.input("route-table")).subnetId(work.input("subnet")).build();
    }

    @Override
    public Look create(ResourceWork work) {
        try {
            return look(work.aws().change(request(work), work.aws().ec2()::associateRouteTable, work.repeatable(),
                    answer -> work.made(answer.associationId())).associationState());
        } catch (ProblemException problem) {
            Optional<RouteTableAssociation> found = problem.problem().code().equals("Resource.AlreadyAssociated")
                    ? association(work) : Optional.empty();
            work.made(found.orElseThrow(() -> problem).routeTableAssociationId());
            return look(found.get().associationState());
        }
    }

    @Override
    public Look look(ResourceWork work) {
        return association(work).filter(found -> found.routeTableAssociationId().equals(work.id()))
                .map(found -> look(found.associationState())).orElse(Look.gone());
    }

    private static Look look(RouteTableAssociationState state) {
        return state == null ? Look.ready() : Look.readyWhen("associated", state.stateAsString(), Map.of());
    }

    private static Optional<RouteTableAssociation> association(ResourceWork work) {
        DescribeRouteTablesRequest request =
                DescribeRouteTablesRequest.builder().routeTableIds(work.input("route-table")).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeRouteTables))
                .flatMap(answer -> answer.routeTables().stream().flatMap(table -> table.associations().stream())
                        .filter(found -> work.input("subnet").equals(found.subnetId())).findFirst());
    }

    @Override
    public Expectation ready() {
        return Expectation.moment("wait.association");
    }

    @Override
    public void delete(ResourceWork work) {
        DisassociateRouteTableRequest request =
                DisassociateRouteTableRequest.builder().associationId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::disassociateRouteTable,
                work.repeatable()));
    }
}
