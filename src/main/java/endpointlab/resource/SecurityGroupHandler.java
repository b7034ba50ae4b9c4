package endpointlab.resource;

import endpointlab.lab.Holder;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups; their inbound rules are a resource of their own. */
final class SecurityGroupHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "security-group";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeSecurityGroupsRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeSecurityGroups,
                        DescribeSecurityGroupsResponse::nextToken).stream()
                .flatMap(page -> page.securityGroups().stream()).map(SecurityGroup::groupId).toList();
    }

    @Override
    public CreateSecurityGroupRequest request(ResourceWork work) {
        return CreateSecurityGroupRequest.builder()
                .groupName(work.input("group-name")).description(work.input("description"))
                .vpcId(work.input("vpc"))
                .tagSpecifications(work.tags().specification(ResourceType.SECURITY_GROUP)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().ec2()::createSecurityGroup, work.once(),
                answer -> work.made(answer.groupId(), Map.of("group-name", work.input("group-name"))));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeSecurityGroupsRequest request =
                DescribeSecurityGroupsRequest.builder().groupIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeSecurityGroups))
                .flatMap(answer -> answer.securityGroups().stream().findFirst())
                .map(group -> Look.ready("", Map.of("group-name", group.groupName()))).orElse(Look.gone());
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteSecurityGroupRequest request = DeleteSecurityGroupRequest.builder().groupId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteSecurityGroup,
                Waiting.dependency(work)));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return new Holders(work).interfaces(RunTags.filter("group-id", work.id()));
    }
}
