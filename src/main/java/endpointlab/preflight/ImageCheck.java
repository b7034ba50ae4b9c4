package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.FieldType;
import endpointlab.lab.Problem;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Whether the machine image can be launched, by a dry run of the lab's own launch in the account's default subnet.
 * Where there is none, or the policy is limited to the lab's resources, AWS has no way to tell.
 */
final class ImageCheck implements Check {

    /** What AWS says of a parameter that names no image, and of an image that doesn't fit the instance type. */
    private static final String INVALID = "InvalidParameterValue";

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        String image = String.join(", ", plan.values(FieldType.AMI));
        Optional<String> subnet = defaultSubnet(aws, findings);
        if (subnet.isEmpty()) {
            findings.unknown(Topic.IMAGE, "image-unknown", image);
            return;
        }
        new PlannedRequests(plan).all().stream().filter(RunInstancesRequest.class::isInstance)
                .map(RunInstancesRequest.class::cast).findFirst().ifPresent(launch -> tell(DryRun.answer(aws,
                        launch.toBuilder().networkInterfaces(List.of()).keyName(null).subnetId(subnet.get())
                                .build()), image, plan, findings));
    }

    private static void tell(Optional<Problem> answer, String image, PreflightPlan plan, Findings findings) {
        String code = answer.map(Problem::code).orElse(DryRun.ALLOWED);
        if (code.equals(DryRun.ALLOWED)) {
            findings.ok(Topic.IMAGE, "image", image);
        } else if (DryRun.isDenied(code)) {
            findings.unknown(Topic.IMAGE, "image-unknown", image);
        } else if (code.startsWith("InvalidAMIID") || code.equals(INVALID)) {
            findings.add(PreflightLine.remedied(Topic.IMAGE, Verdict.STOP, "image-missing", image,
                    plan.state().region()).withDetail(answer.orElseThrow().detail()));
        } else if (code.equals("InvalidParameterCombination")) {
            findings.stop(Topic.INSTANCE_TYPE, "type-refused",
                    String.join(", ", plan.values(FieldType.INSTANCE_TYPE)));
        } else {
            boolean lasting = code.equals("Unsupported") || code.endsWith("LimitExceeded");
            findings.add(PreflightLine.of(Topic.IMAGE, lasting ? Verdict.STOP : Verdict.WARNING,
                    answer.orElseThrow()));
        }
    }

    private static Optional<String> defaultSubnet(AwsCaller aws, Findings findings) {
        DescribeSubnetsRequest.Builder request = DescribeSubnetsRequest.builder()
                .filters(Filter.builder().name("default-for-az").values("true").build());
        return aws.read(request.build(), aws.ec2()::describeSubnets).subnets().stream()
                .filter(subnet -> findings.zone.isEmpty()
                        || findings.zone.get().name().equals(subnet.availabilityZone()))
                .map(Subnet::subnetId).findFirst();
    }
}
