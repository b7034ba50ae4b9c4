package endpointlab.resource;

import endpointlab.lab.Holder;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Subnets. */
final class SubnetHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "subnet";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeSubnetsRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeSubnets,
                        DescribeSubnetsResponse::nextToken).stream()
                .flatMap(page -> page.subnets().stream()).map(Subnet::subnetId).toList();
    }

    @Override
    public CreateSubnetRequest request(ResourceWork work) {
        return CreateSubnetRequest.builder().vpcId(work.input("vpc"))
                .availabilityZone(work.input("az")).cidrBlock(work.input("cidr"))
                .tagSpecifications(work.tags().specification(ResourceType.SUBNET)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        return look(work.aws().change(request(work), work.aws().ec2()::createSubnet, work.once(),
                answer -> work.made(answer.subnet().subnetId(), attributes(answer.subnet()))).subnet());
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeSubnetsRequest request = DescribeSubnetsRequest.builder().subnetIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeSubnets))
                .flatMap(answer -> answer.subnets().stream().findFirst()).map(SubnetHandler::look)
                .orElse(Look.gone());
    }

    private static Look look(Subnet subnet) {
        return Look.readyWhen("available", subnet.stateAsString(), attributes(subnet));
    }

    private static Map<String, String> attributes(Subnet subnet) {
        return Map.of("cidr", subnet.cidrBlock(), "az", subnet.availabilityZone());
    }

    @Override
    public Expectation ready() {
        return Expectation.moment("wait.subnet");
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteSubnetRequest request = DeleteSubnetRequest.builder().subnetId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteSubnet,
                Waiting.dependency(work)));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return new Holders(work).interfaces(RunTags.filter("subnet-id", work.id()));
    }
}
