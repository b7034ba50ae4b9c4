package endpointlab.practice.elb;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Targets and their health over time, with machines that the test opens and closes. */
class TargetHealthTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "test-health");
        thread.setDaemon(true);
        return thread;
    });
    private TestPractice practice = new TestPractice();
    private HealthChecker checker;
    private String vpc;
    private String subnet;
    private String instance;
    private String balancer;
    private String group;

    @BeforeEach
    void balancer() {
        vpc = practice.network.vpc("10.0.0.0/16");
        subnet = practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
        instance = practice.network.instance(subnet);
        balancer = practice.elb().createLoadBalancer(request -> request.name("lb").type("network").subnets(subnet))
                .loadBalancers().get(0).loadBalancerArn();
        group = practice.elb().createTargetGroup(request -> request.name("tg").protocol("TCP").port(80).vpcId(vpc)
                .healthCheckIntervalSeconds(10)).targetGroups().get(0).targetGroupArn();
        checker = HealthChecker.start(practice.cloud(), practice.machines, scheduler);
    }

    @AfterEach
    void close() {
        checker.close();
        scheduler.shutdownNow();
        practice.close();
    }

    private void advance(Duration lab) {
        checker.close();
        practice.advance(lab);
        checker = HealthChecker.start(practice.cloud(), practice.machines, scheduler);
    }

    private void advanceTo(Instant time) {
        advance(Duration.between(practice.now(), time));
    }

    /** A healthy or unhealthy target's checks are not made up after a restart, so the next one must lie ahead. */
    private void advanceToJustBeforeACheck() {
        Instant first = target().checksStartAt();
        long next = Duration.between(first, practice.now().plusSeconds(1)).dividedBy(INTERVAL) + 1;
        advanceTo(first.plus(INTERVAL.multipliedBy(next)).minusMillis(500));
    }

    private void register(String... instances) {
        practice.elb().registerTargets(request -> request.targetGroupArn(group).targets(
                List.of(instances).stream().map(id -> TargetDescription.builder().id(id).build()).toList()));
    }

    private String listen() {
        return practice.elb().createListener(request -> request.loadBalancerArn(balancer).protocol("TCP").port(80)
                .defaultActions(action -> action.type("forward").targetGroupArn(group))).listeners().get(0)
                .listenerArn();
    }

    private List<TargetHealthDescription> described() {
        return practice.elb().describeTargetHealth(request -> request.targetGroupArn(group))
                .targetHealthDescriptions();
    }

    private String health() {
        return described().stream().map(one -> one.targetHealth().stateAsString() + " "
                + one.targetHealth().reasonAsString()).reduce((one, other) -> one + ", " + other).orElse("none");
    }

    private void awaitHealth(String health) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(health()).isEqualTo(health));
    }

    private Target target() {
        return practice.world.locked(() -> practice.world.targetGroups.find(group).orElseThrow().targets().get(0));
    }

    private void becomeHealthy() {
        practice.machines.open(instance, 80);
        register(instance);
        listen();
        advanceTo(target().checksStartAt().plus(INTERVAL.multipliedBy(4)));
        awaitHealth("healthy null");
    }

    @Test
    void isUnusedUntilAListenerUsesTheGroup() {
        register(instance);
        assertThat(health()).isEqualTo("unused Target.NotInUse");
        assertThat(described().get(0).healthCheckPort()).isEqualTo("80");
        assertThat(described().get(0).targetHealth().description()).isEqualTo(
                "Target group is not configured to receive traffic from the load balancer");
        listen();
        assertThat(health()).isEqualTo("initial Elb.RegistrationInProgress");
    }

    @Test
    void theFirstCheckComesAfterTheLoadBalancerIsActive() {
        register(instance);
        Instant active = practice.world.loadBalancers.find(balancer).orElseThrow().activeAt();
        listen();
        assertThat(Duration.between(active, target().checksStartAt())).isBetween(
                Transition.TARGET_FIRST_CHECK.shortest(), Transition.TARGET_FIRST_CHECK.longest());

        advanceTo(target().checksStartAt().minusSeconds(5));
        assertThat(health()).isEqualTo("initial Elb.RegistrationInProgress");
    }

    @Test
    void onAnActiveLoadBalancerItCountsFromRegistration() {
        listen();
        advance(Duration.ofMinutes(10));
        Instant registered = practice.now();
        register(instance);
        assertThat(Duration.between(registered, target().checksStartAt())).isBetween(
                Transition.TARGET_FIRST_CHECK.shortest(),
                Transition.TARGET_FIRST_CHECK.longest().plusSeconds(3));
    }

    @Test
    void fiveChecksMakeItHealthyAndTwoUnhealthy() {
        practice.machines.open(instance, 80);
        register(instance);
        listen();
        Instant first = target().checksStartAt();
        advanceTo(first.plus(INTERVAL.multipliedBy(3)).plusSeconds(1));
        await().until(() -> target().streak() == 4);
        assertThat(health()).isEqualTo("initial Elb.InitialHealthChecking");
        advanceTo(first.plus(INTERVAL.multipliedBy(4)));
        awaitHealth("healthy null");

        practice.machines.close(instance, 80);
        advanceToJustBeforeACheck();
        await().atMost(PATIENCE).until(() -> target().streak() == -1);
        assertThat(health()).isEqualTo("healthy null");
        advanceToJustBeforeACheck();
        awaitHealth("unhealthy Target.FailedHealthChecks");
        assertThat(described().get(0).targetHealth().description()).isEqualTo("Health checks failed");
    }

    @Test
    void aTargetThatNeverAnswersBecomesUnhealthy() {
        register(instance);
        listen();
        advanceTo(target().checksStartAt().plus(INTERVAL));
        awaitHealth("unhealthy Target.FailedHealthChecks");
    }

    @Test
    void aClosedSecurityGroupFailsTheCheck() {
        becomeHealthy();
        practice.world.locked(() -> practice.world.securityGroups.update(practice.network.defaultGroup(vpc),
                old -> new SecurityGroup(old.id(), old.vpcId(), old.groupName(),
                        old.description(), true, old.rules().stream().filter(rule -> rule.egress()).toList(),
                        old.createdAt())));
        advanceToJustBeforeACheck();
        await().atMost(PATIENCE).until(() -> target().streak() == -1);
        advanceToJustBeforeACheck();
        awaitHealth("unhealthy Target.FailedHealthChecks");
    }

    @Test
    void atInstantPaceItRunsByItself() {
        close();
        practice = new TestPractice(Pace.INSTANT);
        ScheduledExecutorService own = Executors.newSingleThreadScheduledExecutor();
        try {
            vpc = practice.network.vpc("10.0.0.0/16");
            subnet = practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
            instance = practice.network.instance(subnet);
            balancer = practice.elb().createLoadBalancer(request -> request.name("lb").type("network")
                    .subnets(subnet)).loadBalancers().get(0).loadBalancerArn();
            group = practice.elb().createTargetGroup(request -> request.name("tg").protocol("TCP").port(80)
                    .vpcId(vpc).healthCheckIntervalSeconds(10)).targetGroups().get(0).targetGroupArn();
            checker = HealthChecker.start(practice.cloud(), practice.machines, own);
            practice.machines.open(instance, 80);
            register(instance);
            listen();
            awaitHealth("healthy null");
            long quiet = practice.world.locked(practice.world::version);
            Instant later = practice.now().plusSeconds(100);
            await().until(() -> practice.now().isAfter(later));
            assertThat(practice.world.<Long>locked(practice.world::version)).isEqualTo(quiet);
            practice.machines.close(instance, 80);
            awaitHealth("unhealthy Target.FailedHealthChecks");
            practice.machines.open(instance, 80);
            awaitHealth("healthy null");
        } finally {
            own.shutdownNow();
        }
    }

    @Test
    void anInstanceThatIsGoneIsUnused() {
        becomeHealthy();
        practice.network.terminate(instance);
        assertThat(health()).isEqualTo("unused Target.InvalidState");
        assertThat(described().get(0).targetHealth().description()).isEqualTo("Target is in the terminated state");
    }

    @Test
    void aTargetInAZoneThatIsNotEnabledIsUnused() {
        String elsewhere = practice.network.instance(practice.network.subnet(vpc, "10.0.2.0/24", "us-east-1b"));
        register(elsewhere);
        listen();
        assertThat(health()).isEqualTo("unused Target.NotInUse");
        assertThat(described().get(0).targetHealth().description()).contains("is not enabled for the load balancer");
    }

    @Test
    void aDeregisteredTargetDrains() {
        becomeHealthy();
        deregister();
        assertThat(health()).isEqualTo("draining Target.DeregistrationInProgress");
        advance(Duration.ofSeconds(299));
        assertThat(health()).isEqualTo("draining Target.DeregistrationInProgress");
        advance(Duration.ofSeconds(1));
        assertThat(health()).isEqualTo("none");
        deregister();
        assertThat(practice.elb().describeTargetHealth(request -> request.targetGroupArn(group)
                .targets(target -> target.id(instance))).targetHealthDescriptions()).singleElement()
                .satisfies(one -> assertThat(one.targetHealth().reasonAsString()).isEqualTo("Target.NotRegistered"));
    }

    @Test
    void aDrainingTargetCanBeRegisteredAnew() {
        becomeHealthy();
        deregister();
        register(instance);
        assertThat(health()).isEqualTo("initial Elb.RegistrationInProgress");
    }

    @Test
    void anUnusedTargetLeavesAtOnceAndTheDelayCanBeChanged() {
        register(instance);
        deregister();
        assertThat(health()).isEqualTo("none");
        practice.elb().modifyTargetGroupAttributes(request -> request.targetGroupArn(group).attributes(
                TargetGroupAttribute.builder().key("deregistration_delay.timeout_seconds").value("0").build()));
        register(instance);
        listen();
        deregister();
        assertThat(health()).isEqualTo("none");
    }

    private void deregister() {
        practice.elb().deregisterTargets(request -> request.targetGroupArn(group)
                .targets(target -> target.id(instance)));
    }

    @Test
    void withoutListenerWhatWasFoundIsForgotten() {
        becomeHealthy();
        practice.elb().deleteListener(request -> request.listenerArn(practice.world.listeners.all().get(0).id()));
        assertThat(health()).isEqualTo("unused Target.NotInUse");
        listen();
        assertThat(health()).isEqualTo("initial Elb.RegistrationInProgress");
    }

    @Test
    void registeringTwiceIsHarmless() {
        register(instance);
        register(instance, instance);
        assertThat(described()).hasSize(1);
    }

    @Test
    void onlyRunningInstancesOfTheVpcCanBeRegistered() {
        String pending = practice.network.instance(subnet, practice.now().plusSeconds(60));
        String foreign = practice.network.instance(practice.network.subnet(
                practice.network.vpc("10.6.0.0/16"), "10.6.1.0/24", "us-east-1a"));
        assertRefused("InvalidTarget", "The following targets are not in a running state and cannot be registered: '"
                + pending + "'", () -> register(instance, pending));
        assertRefused("InvalidTarget", "The following targets do not exist: 'i-0'", () -> register("i-0"));
        assertRefused("InvalidTarget", "are not in the target group VPC '" + vpc + "': '" + foreign + "'",
                () -> register(foreign));
        assertRefused("ValidationError", "between 1 and 65535", () -> practice.elb().registerTargets(request ->
                request.targetGroupArn(group).targets(target -> target.id(instance).port(70_000))));
        assertRefused("TargetGroupNotFound", "not found", () -> practice.elb().describeTargetHealth(
                request -> request.targetGroupArn(group + "0")));
        assertThat(described()).isEmpty();
    }

    @Test
    void aGroupHasAThousandTargets() {
        practice.elb().registerTargets(request -> request.targetGroupArn(group).targets(
                IntStream.rangeClosed(1, 1_000).mapToObj(port -> TargetDescription.builder()
                        .id(instance).port(port).build()).toList()));
        assertRefused("TooManyTargets", "maximum number of targets", () -> practice.elb().registerTargets(request ->
                request.targetGroupArn(group).targets(target -> target.id(instance).port(2_000))));
    }
}
