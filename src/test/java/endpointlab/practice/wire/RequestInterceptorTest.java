package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

class RequestInterceptorTest {

    private final List<ApiCall> seen = new CopyOnWriteArrayList<>();
    private volatile RequestInterceptor behaviour = RequestInterceptor.none();
    private final TestServer server = new TestServer(builder -> builder.interceptor(call -> {
        seen.add(call);
        behaviour.before(call);
    }));

    @BeforeEach
    void offer() {
        TestOperations.addTo(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void seesTheDecodedCall() {
        server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-1"));

        assertThat(seen).containsExactly(new ApiCall(AwsService.EC2, "DeleteVpc",
                DeleteVpcRequest.builder().vpcId("vpc-1").build(),
                new Principal(TestServer.CREDENTIALS.accessKeyId())));
        assertThat(seen.get(0).iamAction()).isEqualTo("ec2:DeleteVpc");
    }

    @Test
    void mayRefuseBeforeTheDryRunIsAnswered() {
        behaviour = call -> {
            throw new AwsException(403, "UnauthorizedOperation", "You are not authorized to perform this operation.");
        };

        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-1").dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, error ->
                        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnauthorizedOperation"));
    }

    @Test
    void mayThrottleInTheServicesOwnShape() {
        behaviour = call -> {
            throw new AwsException("Throttling", "Rate exceeded");
        };

        assertThatThrownBy(() -> server.clients.elb().describeLoadBalancers())
                .isInstanceOfSatisfying(ElasticLoadBalancingV2Exception.class, error ->
                        assertThat(error.isThrottlingException()).isTrue());
    }

    @Test
    void mayBreakTheConnection() {
        behaviour = call -> {
            throw new BrokenConnection();
        };

        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-1")))
                .isInstanceOf(SdkClientException.class);
        behaviour = RequestInterceptor.none();
        server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-1"));
    }

    @Test
    void mayHoldACallWhileOthersGoOn() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        behaviour = call -> {
            if (call.action().equals("DeleteVpc")) {
                arrived.countDown();
                held.await();
            }
        };
        Thread slow = new Thread(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-1")), "slow-call");
        slow.start();
        arrived.await();

        assertThat(server.clients.ec2().describeVpcs(r -> r.vpcIds("vpc-2")).vpcs()).hasSize(1);
        assertThat(slow.isAlive()).isTrue();
        held.countDown();
        slow.join();
    }

    @Test
    void doesntSeeWhatIsRefusedBefore() {
        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> { }))
                .isInstanceOfSatisfying(Ec2Exception.class, error -> {
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("MissingParameter");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("The request must contain the parameter VpcId");
                });
        assertThat(seen).isEmpty();
    }
}
