package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.Leftover;
import endpointlab.resource.Sweep.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** The part of {@link Sweep} that asks Elastic Load Balancing, which lists everything and filters nothing. */
final class LoadBalancingSweep {

    private final AwsCaller aws;
    private final Optional<String> run;
    private final List<String> vpcIds;

    LoadBalancingSweep(AwsCaller aws, Optional<String> run, List<String> vpcIds) {
        this.aws = aws;
        this.run = run;
        this.vpcIds = vpcIds;
    }

    private record Candidate(String kind, String arn, String vpcId, String state, Instant createdAt) {
    }

    List<Found> look() {
        List<Candidate> candidates = new ArrayList<>();
        loadBalancers(candidates);
        targetGroups(candidates);
        Map<String, List<Tag>> tags = new HashMap<>();
        LoadBalancerTags.describe(aws, candidates.stream().map(Candidate::arn).toList())
                .forEach(one -> tags.put(one.resourceArn(), one.tags()));
        return candidates.stream().map(one -> found(one, tags.getOrDefault(one.arn(), List.of())))
                .flatMap(Optional::stream).toList();
    }

    private void loadBalancers(List<Candidate> candidates) {
        Pages.of(aws, marker -> DescribeLoadBalancersRequest.builder().marker(marker).build(),
                        aws.elb()::describeLoadBalancers, DescribeLoadBalancersResponse::nextMarker).stream()
                .flatMap(page -> page.loadBalancers().stream())
                .forEach(one -> candidates.add(new Candidate("load-balancer", one.loadBalancerArn(), one.vpcId(),
                        one.state().codeAsString(), one.createdTime())));
    }

    private void targetGroups(List<Candidate> candidates) {
        Pages.of(aws, marker -> DescribeTargetGroupsRequest.builder().marker(marker).build(),
                        aws.elb()::describeTargetGroups, DescribeTargetGroupsResponse::nextMarker).stream()
                .flatMap(page -> page.targetGroups().stream())
                .forEach(one -> candidates.add(new Candidate("target-group", one.targetGroupArn(), one.vpcId(),
                        "", null)));
    }

    private Optional<Found> found(Candidate one, List<Tag> tags) {
        Map<String, String> byKey = new HashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        boolean ours = RunTags.areOf(run, byKey);
        if (!ours && !vpcIds.contains(one.vpcId())) {
            return Optional.empty();
        }
        return Optional.of(Found.of(new Leftover(one.kind(), one.arn(), one.state(), ours ? "tag" : "vpc",
                Removal.command(one.kind(), one.arn(), aws.region())), byKey, ours, one.createdAt()));
    }
}
