package endpointlab.practice.errors;

import static endpointlab.practice.wire.AwsService.EC2;
import static endpointlab.practice.wire.AwsService.ELB;

import java.util.List;

/**
 * AWS-FACTS 2.3, 2.5 and 2.6: what no learner can bring about in the practice cloud by what he makes. A fault script
 * or a policy answers so; here each must have the status and body that AWS gives it, in the words of the service.
 */
final class FaultRows {

    private FaultRows() {
    }

    static List<Row> all() {
        return List.of(
                Row.fault(EC2, 503, "RequestLimitExceeded", "Request limit exceeded."),
                Row.fault(EC2, 500, "InternalError", "An internal error has occurred"),
                Row.fault(EC2, 500, "InternalFailure", "The request processing has failed because of an unknown error."),
                Row.fault(EC2, 503, "ServiceUnavailable", "The request has failed due to a temporary failure."),
                Row.fault(EC2, 500, "InsufficientInstanceCapacity", "We currently do not have sufficient t3.micro "
                        + "capacity in the Availability Zone you requested (us-east-1a)."),
                Row.fault(EC2, 400, "InvalidParameterCombination", "The specified instance type is not eligible for "
                        + "Free Tier. For a list of Free Tier instance types, run 'describe-instance-types' with the "
                        + "filter 'free-tier-eligible=true'."),
                Row.fault(EC2, 400, "InvalidAMIID.Unavailable", "The image ID 'ami-1' is not available"),
                Row.fault(EC2, 403, "UnauthorizedOperation", "You are not authorized to perform this operation. User: "
                        + "arn:aws:iam::123456789012:user/learner is not authorized to perform: ec2:CreateVpc because "
                        + "no identity-based policy allows the ec2:CreateVpc action"),
                Row.fault(EC2, 400, "RequestExpired", "Request has expired."),
                Row.fault(EC2, 400, "PendingVerification", "Your account is currently being verified."),
                Row.fault(EC2, 400, "Blocked", "Your account is currently blocked."),
                Row.fault(ELB, 400, "Throttling", "Rate exceeded"),
                Row.fault(ELB, 400, "OperationNotPermitted", "This AWS account currently does not support creating "
                        + "load balancers. For more information, please contact AWS Support.").modeledByTheSdk(),
                Row.fault(ELB, 500, "HealthUnavailable", "Health is unavailable").modeledByTheSdk(),
                Row.fault(ELB, 403, "AccessDenied", "User: arn:aws:iam::123456789012:user/learner is not authorized to "
                        + "perform: elasticloadbalancing:CreateLoadBalancer because no identity-based policy allows "
                        + "the elasticloadbalancing:CreateLoadBalancer action"),
                Row.fault(ELB, 403, "ExpiredToken", "The security token included in the request is expired"),
                Row.fault(ELB, 403, "OptInRequired", "The AWS Access Key Id needs a subscription for the service"));
    }
}
