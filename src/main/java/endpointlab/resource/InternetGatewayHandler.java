package endpointlab.resource;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Internet gateways; attaching one is a resource of its own. */
final class InternetGatewayHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "internet-gateway";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeInternetGatewaysRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeInternetGateways,
                        DescribeInternetGatewaysResponse::nextToken).stream()
                .flatMap(page -> page.internetGateways().stream()).map(InternetGateway::internetGatewayId).toList();
    }

    @Override
    public CreateInternetGatewayRequest request(ResourceWork work) {
        return CreateInternetGatewayRequest.builder()
                .tagSpecifications(work.tags().specification(ResourceType.INTERNET_GATEWAY)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().ec2()::createInternetGateway, work.once(),
                answer -> work.made(answer.internetGateway().internetGatewayId()));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeInternetGatewaysRequest request =
                DescribeInternetGatewaysRequest.builder().internetGatewayIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeInternetGateways))
                .filter(answer -> !answer.internetGateways().isEmpty()).map(answer -> Look.ready())
                .orElse(Look.gone());
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteInternetGatewayRequest request =
                DeleteInternetGatewayRequest.builder().internetGatewayId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteInternetGateway,
                Waiting.dependency(work)));
    }
}
