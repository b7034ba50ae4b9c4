package endpointlab.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import endpointlab.practice.testcloud.TestPractice;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HTTP health checks find, with machines that answer what the test says. */
class HttpHealthTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final TestPractice practice = new TestPractice(Pace.INSTANT);
    private HealthChecker checker;
    private String group;
    private String instance;

    @BeforeEach
    void register() {
        String vpc = practice.network.vpc("10.0.0.0/16");
        String subnet = practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
        instance = practice.network.instance(subnet);
        String balancer = practice.elb().createLoadBalancer(request -> request.name("lb").type("network")
                .subnets(subnet)).loadBalancers().get(0).loadBalancerArn();
        group = practice.elb().createTargetGroup(request -> request.name("tg").protocol("TCP").port(80).vpcId(vpc)
                .healthCheckProtocol("HTTP").healthCheckPath("/health").healthCheckIntervalSeconds(10))
                .targetGroups().get(0).targetGroupArn();
        checker = HealthChecker.start(practice.cloud(), practice.machines, scheduler);
        practice.elb().registerTargets(request -> request.targetGroupArn(group).targets(target -> target.id(instance)));
        practice.elb().createListener(request -> request.loadBalancerArn(balancer).protocol("TCP").port(80)
                .defaultActions(action -> action.type("forward").targetGroupArn(group)));
    }

    @AfterEach
    void close() {
        checker.close();
        scheduler.shutdownNow();
        practice.close();
    }

    private void awaitHealth(String health) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(practice.elb().describeTargetHealth(
                request -> request.targetGroupArn(group)).targetHealthDescriptions()).singleElement().satisfies(
                one -> assertThat(one.targetHealth().stateAsString() + " " + one.targetHealth().reasonAsString() + " "
                        + one.targetHealth().description()).isEqualTo(health)));
    }

    @Test
    void theAnswerDecides() {
        practice.machines.open(instance, 80);
        awaitHealth("unhealthy Target.FailedHealthChecks Health checks failed");
        practice.machines.answer("/health", 200);
        awaitHealth("healthy null null");
        practice.machines.answer("/health", 403);
        awaitHealth("unhealthy Target.ResponseCodeMismatch Health checks failed with these codes: [403]");
        practice.machines.answer("/health", 500);
        awaitHealth("unhealthy Target.ResponseCodeMismatch Health checks failed with these codes: [500]");
        practice.machines.close(instance, 80);
        awaitHealth("unhealthy Target.FailedHealthChecks Health checks failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200|200|true", "200|201|false", "200,404|404|true", "200-299|250|true",
            "200-299|300|false", "200,300-399,404|399|true", "200,300-399,404|403|false"})
    void codesAreOnesOrRanges(String codes, int status, boolean asked) {
        assertThat(HttpCodes.isValid(codes)).isTrue();
        assertThat(HttpCodes.contain(codes, status)).isEqualTo(asked);
    }
}
