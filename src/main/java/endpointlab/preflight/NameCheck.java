package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.FieldType;
import endpointlab.lab.ProblemException;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;

/** Names that AWS gives only once in a Region: load balancers, target groups and key pairs. */
final class NameCheck implements Check {

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        List<String> taken = new ArrayList<>();
        for (String name : plan.values(FieldType.LOAD_BALANCER_NAME)) {
            taken(name, () -> aws.read(DescribeLoadBalancersRequest.builder().names(name).build(),
                    aws.elb()::describeLoadBalancers).loadBalancers(), taken);
        }
        for (String name : plan.values(FieldType.TARGET_GROUP_NAME)) {
            taken(name, () -> aws.read(DescribeTargetGroupsRequest.builder().names(name).build(),
                    aws.elb()::describeTargetGroups).targetGroups(), taken);
        }
        for (String name : plan.values(FieldType.KEY_NAME)) {
            taken(name, () -> aws.read(DescribeKeyPairsRequest.builder().keyNames(name).build(),
                    aws.ec2()::describeKeyPairs).keyPairs(), taken);
        }
        if (taken.isEmpty()) {
            findings.ok(Topic.NAMES, "names-free");
        }
        if (plan.students() > 1) {
            findings.warn(Topic.NAMES, "names-class", String.valueOf(plan.students()));
        }
        taken.forEach(name -> findings.stop(Topic.NAMES, "name-taken", name));
    }

    private interface Look {
        List<?> found();
    }

    private static void taken(String name, Look look, List<String> taken) {
        try {
            if (!look.found().isEmpty()) {
                taken.add(name);
            }
        } catch (ProblemException problem) {
            if (!problem.problem().code().contains("NotFound")) {
                throw problem;
            }
        }
    }
}
