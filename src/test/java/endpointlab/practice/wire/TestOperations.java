package endpointlab.practice.wire;

import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** A handful of operations to test the wire with. */
final class TestOperations {

    private TestOperations() {
    }

    static void addTo(TestServer server) {
        server.ec2.add("DescribeVpcs", DescribeVpcsRequest::builder, TestOperations::describeVpcs);
        server.ec2.add("DeleteVpc", DeleteVpcRequest::builder, TestOperations::deleteVpc);
        server.elb.add("DescribeLoadBalancers", DescribeLoadBalancersRequest::builder,
                (DescribeLoadBalancersRequest request) -> DescribeLoadBalancersResponse.builder().build());
        server.elb.add("DeleteLoadBalancer", DeleteLoadBalancerRequest::builder,
                TestOperations::deleteLoadBalancer);
        server.sts.add("GetCallerIdentity", GetCallerIdentityRequest::builder, (GetCallerIdentityRequest request) ->
                GetCallerIdentityResponse.builder().account("123456789012").build());
    }

    /** One VPC for every id asked for, in a state that no SDK knows. */
    private static DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
        return DescribeVpcsResponse.builder()
                .vpcs(request.vpcIds().stream()
                        .map(id -> Vpc.builder().vpcId(id).state("a-new-word").build()).toList())
                .build();
    }

    private static DeleteVpcResponse deleteVpc(DeleteVpcRequest request) {
        if (request.vpcId().startsWith("vpc-gone")) {
            throw new AwsException("InvalidVpcID.NotFound",
                    "The vpc ID '" + request.vpcId() + "' does not exist & never <did>");
        }
        return switch (request.vpcId()) {
            case "vpc-busy" -> throw new AwsException(503, "RequestLimitExceeded", "Request limit exceeded.");
            case "vpc-broken" -> throw new IllegalStateException("our own fault, with details");
            case "vpc-worse" -> throw new AssertionError("our own fault, with details");
            default -> DeleteVpcResponse.builder().build();
        };
    }

    private static DeleteLoadBalancerResponse deleteLoadBalancer(DeleteLoadBalancerRequest request) {
        return switch (request.loadBalancerArn()) {
            case "arn:used" -> throw new AwsException("ResourceInUse", "Load balancer 'arn:used' cannot be deleted");
            case "arn:broken" -> throw new IllegalStateException("our own fault, with details");
            default -> DeleteLoadBalancerResponse.builder().build();
        };
    }
}
