package endpointlab.resource;

import endpointlab.aws.RetryRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** The registration of an instance in a target group; its id is the instance's. */
final class TargetHandler implements ResourceHandler {

    /** Elastic Load Balancing learns late that an instance is running; Terraform retries this for 10 minutes. */
    private static final Duration RUNNING_KNOWN = Duration.ofMinutes(5);

    @Override
    public String kind() {
        return "target";
    }

    @Override
    public List<String> find(ResourceWork work) {
        return registered(work).isPresent() ? List.of(work.input("instance")) : List.of();
    }

    @Override
    public RegisterTargetsRequest request(ResourceWork work) {
        return RegisterTargetsRequest.builder()
                .targetGroupArn(work.input("target-group")).targets(target(work)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        RetryRules rules = work.repeatable().waitingOut("wait.target-running", RUNNING_KNOWN,
                "InvalidTarget", "InvalidTargetException");
        work.aws().change(request(work), work.aws().elb()::registerTargets, rules,
                answer -> work.made(work.input("instance")));
        return Look.notYet("initial", Map.of());
    }

    @Override
    public Look look(ResourceWork work) {
        return registered(work).map(TargetHandler::look).orElse(Look.gone());
    }

    private static Look look(TargetHealth health) {
        String reason = health.reasonAsString() == null ? "" : health.reasonAsString();
        // Health checks, of which several must pass, begin only after this.
        return reason.equals("Elb.RegistrationInProgress")
                ? Look.notYetForLong(health.stateAsString(), Map.of("reason", reason))
                : Look.readyWhen("healthy", health.stateAsString(), Map.of("reason", reason));
    }

    /** A target that drains is on its way out, and is registered by registering it again. */
    private static Optional<TargetHealth> registered(ResourceWork work) {
        DescribeTargetHealthRequest request = DescribeTargetHealthRequest.builder()
                .targetGroupArn(work.input("target-group")).targets(target(work)).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().elb()::describeTargetHealth))
                .flatMap(answer -> answer.targetHealthDescriptions().stream().findFirst())
                .map(TargetHealthDescription::targetHealth)
                .filter(health -> !"Target.NotRegistered".equals(health.reasonAsString())
                        && !"draining".equals(health.stateAsString()));
    }

    private static TargetDescription target(ResourceWork work) {
        return TargetDescription.builder().id(work.input("instance")).port(work.number("port")).build();
    }

    @Override
    public Expectation ready() {
        return Expectation.seconds("wait.target", 240, 60, 10, 1.5, 1200);
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("target-group");
    }

    @Override
    public void delete(ResourceWork work) {
        DeregisterTargetsRequest request = DeregisterTargetsRequest.builder()
                .targetGroupArn(work.input("target-group")).targets(target(work)).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().elb()::deregisterTargets,
                work.repeatable()));
    }
}
