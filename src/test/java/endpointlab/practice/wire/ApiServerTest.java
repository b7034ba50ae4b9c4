package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** What real SDK clients see of the server. */
class ApiServerTest {

    private TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void describeVpcs() {
        server.ec2.add("DescribeVpcs", DescribeVpcsRequest::builder,
                (DescribeVpcsRequest request) -> DescribeVpcsResponse.builder().vpcs(
                        Vpc.builder().vpcId("vpc-1").state("a-new-word").build()).build());
    }

    @Test
    void threeServicesShareOneEndpoint() {
        describeVpcs();
        server.elb.add("DeleteLoadBalancer", DeleteLoadBalancerRequest::builder,
                (DeleteLoadBalancerRequest request) -> {
                    throw new AwsException("ResourceInUse", "Load balancer '" + request.loadBalancerArn() + "'");
                });
        server.sts.add("GetCallerIdentity", GetCallerIdentityRequest::builder,
                (GetCallerIdentityRequest request) -> GetCallerIdentityResponse.builder().account("1").build());

        assertThat(server.clients.ec2().describeVpcs().vpcs()).singleElement()
                .satisfies(vpc -> assertThat(vpc.stateAsString()).isEqualTo("a-new-word"));
        assertThat(server.clients.sts().getCallerIdentity().account()).isEqualTo("1");
        assertThatThrownBy(() -> server.clients.elb().deleteLoadBalancer(b -> b.loadBalancerArn("arn:1")))
                .isInstanceOfSatisfying(ResourceInUseException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ResourceInUse");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Load balancer 'arn:1'");
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.requestId()).hasSize(36);
                });
        assertThat(server.api.calls()).isEqualTo(Map.of("ec2:DescribeVpcs", 1L,
                "elasticloadbalancing:DeleteLoadBalancer", 1L, "sts:GetCallerIdentity", 1L));
    }
}
