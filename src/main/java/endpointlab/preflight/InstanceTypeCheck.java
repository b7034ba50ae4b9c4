package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.cost.LabCost;
import endpointlab.lab.FieldType;
import endpointlab.lab.ProblemException;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/**
 * Whether the instance types may be used by an account on the free plan, and how many vCPUs a class needs.
 *
 * <p>Source: AWS-FACTS 3.4: on the free plan other types are refused. Which plan the account has can't be asked, nor
 * its vCPU quota.
 */
final class InstanceTypeCheck implements Check {

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        Map<String, Integer> vcpus = new HashMap<>();
        for (String type : plan.values(FieldType.INSTANCE_TYPE)) {
            try {
                aws.read(DescribeInstanceTypesRequest.builder().instanceTypesWithStrings(type).build(),
                        aws.ec2()::describeInstanceTypes).instanceTypes().forEach(found -> {
                            vcpus.put(type, found.vCpuInfo().defaultVCpus());
                            tell(found, type, findings);
                        });
            } catch (ProblemException unknown) {
                if (!unknown.problem().code().equals("InvalidInstanceType")) {
                    throw unknown;
                }
                findings.stop(Topic.INSTANCE_TYPE, "type-unknown", type);
            }
        }
        Collection<String> instances = new LabCost(plan.lab(), plan.prices()).instanceTypes(plan.state()).values();
        if (plan.students() > 1 && vcpus.keySet().containsAll(instances)) {
            int all = instances.stream().mapToInt(vcpus::get).sum() * plan.students();
            findings.add(PreflightLine.remedied(Topic.INSTANCE_TYPE, Verdict.UNKNOWN, "quota-vcpu",
                    String.valueOf(instances.size() * plan.students()), String.valueOf(all)));
        }
    }

    private static void tell(InstanceTypeInfo found, String type, Findings findings) {
        if (Boolean.TRUE.equals(found.freeTierEligible())) {
            findings.ok(Topic.INSTANCE_TYPE, "type-free", type);
        } else {
            findings.warn(Topic.INSTANCE_TYPE, "type-not-free", type);
        }
    }
}
