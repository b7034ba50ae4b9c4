package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.HealthCheck;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Page;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;

/** Target groups: create, describe, change their health check, delete. Source: ELBv2 API Reference. */
final class TargetGroups {

    private final Cloud cloud;
    private final ElbFinder find;
    private final ElbPages pages;
    private final TargetGroupCreation creation;

    TargetGroups(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
        this.pages = new ElbPages(cloud.paging);
        this.creation = new TargetGroupCreation(cloud);
    }

    CreateTargetGroupResponse create(CreateTargetGroupRequest request) {
        return CreateTargetGroupResponse.builder().targetGroups(show(creation.create(request))).build();
    }

    DescribeTargetGroupsResponse describe(DescribeTargetGroupsRequest request) {
        long ways = Stream.of(!request.targetGroupArns().isEmpty(), !request.names().isEmpty(),
                request.loadBalancerArn() != null).filter(given -> given).count();
        if (ways > 1) {
            throw ElbErrors.validation("Only one of target group ARNs, target group names and a load balancer ARN "
                    + "can be specified");
        }
        Page<TargetGroup> page = pages.page(wanted(request), request.pageSize(), request.marker());
        return DescribeTargetGroupsResponse.builder().nextMarker(page.nextToken())
                .targetGroups(page.rows().stream().map(this::show).toList()).build();
    }

    private List<TargetGroup> wanted(DescribeTargetGroupsRequest request) {
        if (!request.targetGroupArns().isEmpty()) {
            return request.targetGroupArns().stream().distinct().map(find::targetGroup).toList();
        }
        if (!request.names().isEmpty()) {
            return request.names().stream().distinct().map(name -> cloud.world.targetGroups
                    .where(group -> group.name().equals(name)).stream().findFirst()
                    .orElseThrow(ElbErrors::targetGroupNotFound)).toList();
        }
        if (request.loadBalancerArn() != null) {
            List<String> used = find.listenersOf(find.loadBalancer(request.loadBalancerArn())).stream()
                    .map(Listener::targetGroupArn).toList();
            return cloud.world.targetGroups.where(group -> used.contains(group.id()));
        }
        return cloud.world.targetGroups.all();
    }

    ModifyTargetGroupResponse modify(ModifyTargetGroupRequest request) {
        TargetGroup group = find.targetGroup(request.targetGroupArn());
        TargetGroup changed = group.withHealthCheck(HealthCheckSettings.changed(group.healthCheck(), request));
        cloud.world.targetGroups.put(changed);
        return ModifyTargetGroupResponse.builder().targetGroups(show(changed)).build();
    }

    /** A group that doesn't exist is no error; targets in it don't hold it. */
    DeleteTargetGroupResponse delete(DeleteTargetGroupRequest request) {
        ElbFinder.checkArn(request.targetGroupArn(), "targetgroup/", "target group ARN");
        cloud.world.targetGroups.find(request.targetGroupArn()).ifPresent(group -> {
            if (!find.listenersWith(group).isEmpty()) {
                throw ElbErrors.resourceInUse("Target group '" + group.id()
                        + "' is currently in use by a listener or a rule");
            }
            cloud.world.targetGroups.remove(group.id());
            cloud.tags.forget(group.id());
        });
        return DeleteTargetGroupResponse.builder().build();
    }

    private software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup show(TargetGroup group) {
        HealthCheck check = group.healthCheck();
        return software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup.builder()
                .targetGroupArn(group.id()).targetGroupName(group.name()).protocol(group.protocol())
                .port(group.port()).vpcId(group.vpcId()).targetType(group.targetType()).ipAddressType("ipv4")
                .healthCheckEnabled(true).healthCheckProtocol(check.protocol()).healthCheckPort(check.port())
                .healthCheckPath(check.path())
                .matcher(check.matcher() == null ? null : Matcher.builder().httpCode(check.matcher()).build())
                .healthCheckIntervalSeconds(check.intervalSeconds())
                .healthCheckTimeoutSeconds(check.timeoutSeconds())
                .healthyThresholdCount(check.healthyThreshold())
                .unhealthyThresholdCount(check.unhealthyThreshold())
                .loadBalancerArns(find.listenersWith(group).stream().map(Listener::loadBalancerArn).distinct()
                        .toList())
                .build();
    }
}
