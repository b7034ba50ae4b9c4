package endpointlab.resource;

import endpointlab.lab.Holder;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** VPCs. */
final class VpcHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "vpc";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcsRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeVpcs,
                        DescribeVpcsResponse::nextToken).stream()
                .flatMap(page -> page.vpcs().stream()).map(Vpc::vpcId).toList();
    }

    @Override
    public CreateVpcRequest request(ResourceWork work) {
        return CreateVpcRequest.builder().cidrBlock(work.input("cidr"))
                .tagSpecifications(work.tags().specification(ResourceType.VPC)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        return look(work.aws().change(request(work), work.aws().ec2()::createVpc, work.once(),
                answer -> work.made(answer.vpc().vpcId(), attributes(answer.vpc()))).vpc());
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeVpcsRequest request = DescribeVpcsRequest.builder().vpcIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeVpcs))
                .flatMap(answer -> answer.vpcs().stream().findFirst()).map(VpcHandler::look).orElse(Look.gone());
    }

    private static Look look(Vpc vpc) {
        return Look.readyWhen("available", vpc.stateAsString(), attributes(vpc));
    }

    private static Map<String, String> attributes(Vpc vpc) {
        return Map.of("cidr", vpc.cidrBlock());
    }

    @Override
    public Expectation ready() {
        return Expectation.moment("wait.vpc");
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteVpcRequest request = DeleteVpcRequest.builder().vpcId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteVpc,
                Waiting.dependency(work)));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return new Holders(work).inside(work.id());
    }
}
