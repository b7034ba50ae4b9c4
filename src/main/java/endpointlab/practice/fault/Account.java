package endpointlab.practice.fault;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * What AWS doesn't let some accounts do.
 *
 * <p>Source: AWS-FACTS 0.9, 2.3, 2.5, 3.4.
 */
final class Account {

    /** Free Tier eligible for accounts opened since 15 July 2025. */
    private static final Set<String> FREE = Set.of("t3.micro", "t3.small", "t4g.micro", "t4g.small",
            "c7i-flex.large", "m7i-flex.large");

    static final List<String> LOAD_BALANCERS = List.of("elasticloadbalancing:CreateLoadBalancer");
    static final List<String> LAUNCHES = List.of("ec2:RunInstances", "ec2:DescribeInstanceTypes");

    private Account() {
    }

    static Effect withoutLoadBalancers() {
        return refusing(new AwsException("OperationNotPermitted", "This AWS account currently does not support "
                + "creating load balancers. For more information, please contact AWS Support."));
    }

    static Effect withoutServiceLinkedRole() {
        return new Effect() {
            @Override
            public void before(ApiCall call, Place place) {
                throw place.denial().withoutServiceLinkedRole(place.cloud().world.accountId);
            }
        };
    }

    private static Effect refusing(AwsException answer) {
        return new Effect() {
            @Override
            public void before(ApiCall call, Place place) {
                throw answer;
            }
        };
    }

    /** An account on the free plan: other than the eligible instance types are refused. */
    static Effect isNew() {
        return new Effect() {
            @Override
            public boolean concerns(ApiCall call, Place place) {
                return !(call.request() instanceof RunInstancesRequest request)
                        || !FREE.contains(request.instanceTypeAsString());
            }

            @Override
            public void before(ApiCall call, Place place) {
                if (call.request() instanceof RunInstancesRequest) {
                    throw new AwsException("InvalidParameterCombination", "The specified instance type is not "
                            + "eligible for Free Tier. For a list of Free Tier instance types, run "
                            + "'describe-instance-types' with the filter 'free-tier-eligible=true'.");
                }
            }

            @Override
            public SdkPojo after(ApiCall call, SdkPojo answer, Place place) {
                return answer instanceof DescribeInstanceTypesResponse types ? types.toBuilder().instanceTypes(
                        types.instanceTypes().stream().map(type -> type.toBuilder().freeTierEligible(
                                FREE.contains(type.instanceTypeAsString())).build()).toList()).build() : answer;
            }
        };
    }
}
