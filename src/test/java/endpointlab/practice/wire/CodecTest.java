package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.wire.UsedOperations.Used;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Request;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The codec against the SDK's own marshalling: what a real client sends arrives equal, what an operation answers
 * the client parses equal, for every operation used and for values of every kind.
 */
class CodecTest {

    private static final int ROUNDS = 8;

    private static TestServer server;
    private static Ec2Client ec2;
    private static ElasticLoadBalancingV2Client elb;
    private static StsClient sts;

    private final AtomicReference<Object> arrived = new AtomicReference<>();
    private final AtomicReference<SdkPojo> answer = new AtomicReference<>();

    @BeforeAll
    static void start() {
        server = new TestServer();
        ec2 = server.clients.ec2();
        elb = server.clients.elb();
        sts = server.clients.sts();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Used> operations() {
        return UsedOperations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void roundTrip(Used operation) throws Exception {
        offer(operation);
        for (long seed = 1; seed <= ROUNDS; seed++) {
            long number = seed * 31 + operation.action().hashCode();
            SdkPojo request = new RandomPojos(operation.service(), number, operation.service() != AwsService.EC2)
                    .build(builder(type(operation, "Request")));
            SdkPojo response = new RandomPojos(operation.service(), number, true)
                    .build(builder(type(operation, "Response")));
            answer.set(response);

            SdkPojo parsed = call(operation, request);

            assertThat(arrived.get()).as("request, seed %d", seed).isEqualTo(request);
            assertThat(parsed.equalsBySdkFields(response))
                    .as("response, seed %d:%nsent   %s%nparsed %s", seed, response, parsed).isTrue();
        }
    }

    private void offer(Used operation) throws Exception {
        OperationTable table = switch (operation.service()) {
            case EC2 -> server.ec2;
            case ELB -> server.elb;
            case STS -> server.sts;
        };
        register(table, operation.action(), type(operation, "Request"));
    }

    @SuppressWarnings("unchecked")
    private <B extends SdkPojo & SdkBuilder<B, Object>> void register(
            OperationTable table, String action, Class<?> requestType) {
        Supplier<B> requests = () -> (B) builder(requestType);
        table.add(action, requests, (Object request) -> {
            arrived.set(request);
            return answer.get();
        });
    }

    private static Class<?> type(Used operation, String suffix) throws ClassNotFoundException {
        Class<? extends SdkRequest> sibling = switch (operation.service()) {
            case EC2 -> Ec2Request.class;
            case ELB -> ElasticLoadBalancingV2Request.class;
            case STS -> StsRequest.class;
        };
        return Class.forName(sibling.getPackageName() + "." + operation.action() + suffix);
    }

    private static SdkPojo builder(Class<?> type) {
        try {
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException noBuilder) {
            throw new AssertionError(noBuilder);
        }
    }

    private static SdkPojo call(Used operation, SdkPojo request) throws Exception {
        String method = Character.toLowerCase(operation.action().charAt(0)) + operation.action().substring(1);
        return (SdkPojo) switch (operation.service()) {
            case EC2 -> Ec2Client.class.getMethod(method, request.getClass()).invoke(ec2, request);
            case ELB -> ElasticLoadBalancingV2Client.class.getMethod(method, request.getClass())
                    .invoke(elb, request);
            case STS -> StsClient.class.getMethod(method, request.getClass()).invoke(sts, request);
        };
    }
}
