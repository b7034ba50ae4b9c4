package endpointlab.resource;

import endpointlab.lab.Holder.Owner;
import endpointlab.lab.Holder;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups of instances, over TCP. */
final class TargetGroupHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "target-group";
    }

    @Override
    public List<String> find(ResourceWork work) {
        DescribeTargetGroupsRequest request =
                DescribeTargetGroupsRequest.builder().names(work.input("name")).build();
        List<String> candidates = Tolerance.ifThere(() -> work.aws().read(request,
                        work.aws().elb()::describeTargetGroups)).stream()
                .flatMap(answer -> answer.targetGroups().stream()).map(TargetGroup::targetGroupArn).toList();
        return LoadBalancerTags.ours(work, candidates);
    }

    @Override
    public CreateTargetGroupRequest request(ResourceWork work) {
        return CreateTargetGroupRequest.builder().name(work.input("name"))
                .protocol(ProtocolEnum.TCP).port(work.number("port")).vpcId(work.input("vpc"))
                .targetType(TargetTypeEnum.INSTANCE).healthCheckIntervalSeconds(work.number("health-interval"))
                .tags(work.tags().forLoadBalancing()).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().elb()::createTargetGroup, work.repeatable(),
                answer -> work.made(answer.targetGroups().get(0).targetGroupArn()));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeTargetGroupsRequest request =
                DescribeTargetGroupsRequest.builder().targetGroupArns(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().elb()::describeTargetGroups))
                .filter(answer -> !answer.targetGroups().isEmpty()).map(answer -> Look.ready()).orElse(Look.gone());
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteTargetGroupRequest request = DeleteTargetGroupRequest.builder().targetGroupArn(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().elb()::deleteTargetGroup,
                Waiting.inUse(work)));
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        DescribeTargetGroupsRequest request =
                DescribeTargetGroupsRequest.builder().targetGroupArns(work.id()).build();
        return work.aws().read(request, work.aws().elb()::describeTargetGroups).targetGroups().stream()
                .flatMap(group -> group.loadBalancerArns().stream())
                .map(arn -> new Holder("load-balancer", arn, "", Owner.RUN)).toList();
    }
}
