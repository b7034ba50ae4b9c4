package endpointlab.practice.elb;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.world.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/** Listeners through a real client. */
class ListenersTest {

    private final TestPractice practice = new TestPractice();
    private String vpc;
    private String balancer;
    private String group;

    @BeforeEach
    void network() {
        vpc = practice.network.vpc("10.0.0.0/16");
        practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
        balancer = balancer("lb");
        group = group("tg", vpc);
    }

    @AfterEach
    void close() {
        practice.close();
    }

    private String balancer(String name) {
        String subnet = practice.world.subnets.where(one -> one.vpcId().equals(vpc)).get(0).id();
        return practice.elb().createLoadBalancer(request -> request.name(name).type("network").subnets(subnet))
                .loadBalancers().get(0).loadBalancerArn();
    }

    private String group(String name, String vpcId) {
        return practice.elb().createTargetGroup(request -> request.name(name).protocol("TCP").port(80).vpcId(vpcId))
                .targetGroups().get(0).targetGroupArn();
    }

    private Listener create(Consumer<CreateListenerRequest.Builder> more) {
        return practice.elb().createListener(request -> {
            request.loadBalancerArn(balancer).protocol("TCP").port(80).defaultActions(forward(group));
            more.accept(request);
        }).listeners().get(0);
    }

    private static Action forward(String targetGroupArn) {
        return Action.builder().type("forward").targetGroupArn(targetGroupArn).build();
    }

    @Test
    void isMadeWithTheFormsOfAws() {
        Listener made = create(request -> { });
        assertThat(made.listenerArn()).matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/net/lb/"
                + balancer.substring(balancer.lastIndexOf('/') + 1) + "/[0-9a-f]{16}");
        assertThat(made.port()).isEqualTo(80);
        assertThat(made.protocolAsString()).isEqualTo("TCP");
        assertThat(made.defaultActions()).singleElement().satisfies(action -> {
            assertThat(action.typeAsString()).isEqualTo("forward");
            assertThat(action.targetGroupArn()).isEqualTo(group);
        });
        assertThat(create(request -> request.defaultActions(Action.builder().type("forward").forwardConfig(config ->
                config.targetGroups(tuple -> tuple.targetGroupArn(group))).build()))).isEqualTo(made);
    }

    @Test
    void aPortIsTakenOnce() {
        create(request -> { });
        String other = group("other", vpc);
        assertRefused("DuplicateListener",
                "A listener already exists on this port for this load balancer '" + balancer + "'",
                () -> create(request -> request.defaultActions(forward(other))));
    }

    @Test
    void aGroupServesOneLoadBalancer() {
        create(request -> { });
        String other = balancer("lb2");
        assertRefused("TargetGroupAssociationLimit",
                "cannot be associated with more than one load balancer: " + group,
                () -> create(request -> request.loadBalancerArn(other)));
    }

    @Test
    void requestsMustMakeSense() {
        String elsewhere = group("elsewhere", practice.network.vpc("10.5.0.0/16"));
        refused("LoadBalancerNotFound", "Load balancer '" + balancer + "0' not found",
                request -> request.loadBalancerArn(balancer + "0"));
        refused("TargetGroupNotFound", "One or more target groups not found",
                request -> request.defaultActions(forward(group + "0")));
        refused("InvalidConfigurationRequest", "is not in the VPC",
                request -> request.defaultActions(forward(elsewhere)));
        refused("ValidationError", "must be one of 'UDP, TCP, TCP_UDP, TLS'", request -> request.protocol("HTTP"));
        refused("ValidationError", "protocol must be", request -> request.protocol((String) null));
        refused("ValidationError", "port must be", request -> request.port(null));
        refused("ValidationError", "between 1 and 65535", request -> request.port(70_000));
        refused("UnsupportedOperation", "protocol 'TLS'", request -> request.protocol("TLS"));
        refused("ValidationError", "Exactly one default action",
                request -> request.defaultActions(forward(group), forward(group)));
        refused("ValidationError", "target group ARN must be", request -> request.defaultActions(forward(null)));
        refused("InvalidLoadBalancerAction", "'redirect' are not supported for network load balancers",
                request -> request.defaultActions(Action.builder().type("redirect").build()));
        refused("UnsupportedOperation", "more than one target group", request -> request.defaultActions(
                Action.builder().type("forward").forwardConfig(config -> config.targetGroups(
                        tuple -> tuple.targetGroupArn(group), tuple -> tuple.targetGroupArn(elsewhere))).build()));
        refused("ValidationError", "must be the same", request -> request.defaultActions(
                Action.builder().type("forward").targetGroupArn(group).forwardConfig(config ->
                        config.targetGroups(tuple -> tuple.targetGroupArn(elsewhere))).build()));
        assertThat(practice.world.listeners.all()).isEmpty();
    }

    private void refused(String code, String text, Consumer<CreateListenerRequest.Builder> more) {
        assertRefused(code, text, () -> create(more));
    }

    @Test
    void aLoadBalancerHasFifty() {
        for (int port = 1; port <= 50; port++) {
            practice.world.listeners.put(new Entities.Listener("l" + port, balancer, "TCP", port, group));
        }
        refused("TooManyListeners", "maximum number of listeners", request -> request.port(51));
    }

    @Test
    void portAndTargetGroupCanBeChanged() {
        Listener made = create(request -> { });
        String other = group("other", vpc);
        Listener changed = modify(made, request -> request.port(8080).defaultActions(forward(other)));
        assertThat(changed.listenerArn()).isEqualTo(made.listenerArn());
        assertThat(changed.port()).isEqualTo(8080);
        assertThat(changed.defaultActions().get(0).targetGroupArn()).isEqualTo(other);
        assertThat(practice.elb().describeListeners(request -> request.loadBalancerArn(balancer)).listeners())
                .containsExactly(changed);
        practice.elb().deleteTargetGroup(request -> request.targetGroupArn(group));
        assertThat(modify(made, request -> request.protocol("TCP"))).isEqualTo(changed);
        assertRefused("ListenerNotFound", "One or more listeners not found", () -> practice.elb().modifyListener(
                request -> request.listenerArn(made.listenerArn() + "0").port(81)));
    }

    private Listener modify(Listener listener, Consumer<ModifyListenerRequest.Builder> change) {
        return practice.elb().modifyListener(request -> change.accept(request.listenerArn(listener.listenerArn())))
                .listeners().get(0);
    }

    @Test
    void aChangeMustMakeSense() {
        Listener made = create(request -> { });
        create(request -> request.port(81));
        String elsewhere = group("elsewhere", practice.network.vpc("10.5.0.0/16"));
        String taken = group("taken", vpc);
        String second = balancer("lb2");
        create(request -> request.loadBalancerArn(second).defaultActions(forward(taken)));
        assertRefused("DuplicateListener", "A listener already exists on this port",
                () -> modify(made, request -> request.port(81)));
        assertRefused("InvalidConfigurationRequest", "is not in the VPC",
                () -> modify(made, request -> request.defaultActions(forward(elsewhere))));
        assertRefused("TargetGroupAssociationLimit", "more than one load balancer: " + taken,
                () -> modify(made, request -> request.defaultActions(forward(taken))));
        assertRefused("UnsupportedOperation", "Listeners with protocol 'TLS'",
                () -> modify(made, request -> request.protocol("TLS")));
        assertRefused("ValidationError", "between 1 and 65535", () -> modify(made, request -> request.port(0)));
        assertThat(practice.elb().describeListeners(request -> request.listenerArns(made.listenerArn())).listeners())
                .containsExactly(made);
    }

    @Test
    void targetsAreCheckedInTheGroupThatIsSentTo() {
        String instance = practice.network.instance(practice.world.subnets.where(one -> one.vpcId().equals(vpc))
                .get(0).id());
        String other = group("other", vpc);
        List.of(group, other).forEach(arn -> practice.elb().registerTargets(request -> request.targetGroupArn(arn)
                .targets(target -> target.id(instance))));
        Listener made = create(request -> { });
        assertThat(List.of(health(group), health(other))).containsExactly("initial", "unused");
        modify(made, request -> request.defaultActions(forward(other)));
        assertThat(List.of(health(group), health(other))).containsExactly("unused", "initial");
    }

    private String health(String arn) {
        return practice.elb().describeTargetHealth(request -> request.targetGroupArn(arn)).targetHealthDescriptions()
                .get(0).targetHealth().stateAsString();
    }

    @Test
    void describesByLoadBalancerArnAndPage() {
        List<Integer> ports = List.of(80, 81, 82);
        ports.forEach(port -> create(request -> request.port(port)));
        List<Integer> seen = new ArrayList<>();
        practice.elb().describeListenersPaginator(request -> request.loadBalancerArn(balancer).pageSize(1))
                .listeners().forEach(listener -> seen.add(listener.port()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ports);
        Listener one = practice.elb().describeListeners(request -> request.loadBalancerArn(balancer))
                .listeners().get(0);
        assertThat(practice.elb().describeListeners(request -> request.listenerArns(one.listenerArn())).listeners())
                .containsExactly(one);
        assertRefused("ValidationError", "either listener ARNs or a load balancer ARN",
                () -> practice.elb().describeListeners(request -> { }));
    }

    @Test
    void isDeletedOnceAndGoesWithItsLoadBalancer() {
        String arn = create(request -> { }).listenerArn();
        practice.elb().deleteListener(request -> request.listenerArn(arn));
        assertThatThrownBy(() -> practice.elb().deleteListener(request -> request.listenerArn(arn)))
                .isInstanceOf(ListenerNotFoundException.class)
                .hasMessageContaining("One or more listeners not found");
        create(request -> { });
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(balancer));
        assertThat(practice.world.listeners.all()).isEmpty();
        assertThat(practice.world.targetGroups.find(group)).isPresent();
    }
}
