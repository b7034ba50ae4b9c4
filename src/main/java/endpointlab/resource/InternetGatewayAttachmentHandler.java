package endpointlab.resource;

import endpointlab.lab.Holder;
import endpointlab.lab.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;

/** The attachment of an internet gateway to a VPC; its id is the gateway's. */
final class InternetGatewayAttachmentHandler implements ResourceHandler {

    private static final Set<String> DETACHED_ALREADY = Set.of("Gateway.NotAttached");

    @Override
    public String kind() {
        return "internet-gateway-attachment";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return state(work).map(state -> List.of(work.input("internet-gateway"))).orElse(List.of());
    }

    @Override
    public AttachInternetGatewayRequest request(ResourceWork work) {
        return AttachInternetGatewayRequest.builder()
                .internetGatewayId(work.input("internet-gateway")).vpcId(work.input("vpc")).build();
    }

    @Override
    public Look create(ResourceWork work) {
        try {
            work.aws().change(request(work), work.aws().ec2()::attachInternetGateway, work.repeatable(),
                    answer -> work.made(work.input("internet-gateway")));
        } catch (ProblemException problem) {
            if (!problem.problem().code().equals("Resource.AlreadyAssociated") || state(work).isEmpty()) {
                throw problem;
            }
            work.made(work.input("internet-gateway"));
        }
        return Look.notYet("", Map.of());
    }

    @Override
    public Look look(ResourceWork work) {
        // "available" when attached, a word that the SDK's enum doesn't have.
        return state(work).map(state -> state.equals("available") || state.equals("attached")
                ? Look.ready(state, Map.of()) : Look.notYet(state, Map.of())).orElse(Look.gone());
    }

    private static Optional<String> state(ResourceWork work) {
        DescribeInternetGatewaysRequest request = DescribeInternetGatewaysRequest.builder()
                .internetGatewayIds(work.input("internet-gateway")).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeInternetGateways))
                .flatMap(answer -> answer.internetGateways().stream()
                        .flatMap(gateway -> gateway.attachments().stream())
                        .filter(attachment -> work.input("vpc").equals(attachment.vpcId()))
                        .map(attachment -> attachment.stateAsString()).findFirst());
    }

    @Override
    public Expectation ready() {
        return Expectation.moment("wait.attachment");
    }

    @Override
    public void delete(ResourceWork work) {
        DetachInternetGatewayRequest request = DetachInternetGatewayRequest.builder()
                .internetGatewayId(work.input("internet-gateway")).vpcId(work.input("vpc")).build();
        Tolerance.unlessGone(() -> Tolerance.unless(DETACHED_ALREADY, () -> work.aws().change(request,
                work.aws().ec2()::detachInternetGateway, Waiting.dependency(work))));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return new Holders(work).withPublicAddress(work.input("vpc"));
    }
}
