package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.RetryRules;
import endpointlab.lab.Problem;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * Whether there is room for the load balancers, and whether the account may have any, which AWS refuses to some new
 * ones. Elastic Load Balancing knows no dry run: one is asked for in a subnet that doesn't exist, so that none can be
 * made.
 *
 * <p>Source: AWS-FACTS 2.5, {@code OperationNotPermitted}. Assumed: AWS may look at the subnet before it looks at the
 * account; only the refusal tells something.
 */
final class LoadBalancerCheck implements Check {

    private static final String LIMIT = "network-load-balancers";

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        Optional<Integer> limit = Pages.of(token -> aws.read(DescribeAccountLimitsRequest.builder().marker(token)
                        .build(), aws.elb()::describeAccountLimits), page -> page.nextMarker()).stream()
                .flatMap(page -> page.limits().stream()).filter(one -> LIMIT.equals(one.name()))
                .map(one -> Integer.valueOf(one.max())).findFirst();
        long there = Pages.of(token -> aws.read(DescribeLoadBalancersRequest.builder().marker(token).build(),
                        aws.elb()::describeLoadBalancers), page -> page.nextMarker()).stream()
                .flatMap(page -> page.loadBalancers().stream())
                .filter(one -> one.type() == LoadBalancerTypeEnum.NETWORK).count();
        long wanted = plan.countOfAll("load-balancer");
        String[] numbers = {String.valueOf(there), String.valueOf(wanted), limit.map(String::valueOf).orElse("?"),
            String.valueOf(there + wanted)};
        if (limit.isPresent() && there + wanted > limit.get()) {
            findings.stop(Topic.LOAD_BALANCER, "balancer-quota", numbers);
            return;
        }
        String code = refusal(aws, plan);
        if (code.startsWith("OperationNotPermitted")) {
            findings.stop(Topic.LOAD_BALANCER, "balancer-refused");
        } else if (DryRun.isDenied(code)) {
            findings.stop(Topic.LOAD_BALANCER, "permission-missing", "elasticloadbalancing:CreateLoadBalancer");
        } else if (there > 0) {
            findings.ok(Topic.LOAD_BALANCER, "balancer", numbers);
        } else {
            findings.add(PreflightLine.remedied(Topic.LOAD_BALANCER, Verdict.UNKNOWN, "balancer-first", numbers));
        }
    }

    private static String refusal(AwsCaller aws, PreflightPlan plan) {
        return new PlannedRequests(plan).all().stream().filter(CreateLoadBalancerRequest.class::isInstance)
                .map(CreateLoadBalancerRequest.class::cast).findFirst()
                .map(request -> request.toBuilder().subnets(PlannedRequests.id("subnet"))
                        .subnetMappings(List.of()).build())
                .flatMap(request -> DryRun.answer(() -> aws.read(request, aws.elb()::createLoadBalancer,
                        RetryRules.IMPATIENT))).map(Problem::code).orElse("");
    }
}
