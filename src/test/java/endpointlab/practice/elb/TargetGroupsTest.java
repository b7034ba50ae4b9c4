package endpointlab.practice.elb;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.testcloud.TestPractice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** Target groups, their attributes and ELB's tags and limits through a real client. */
class TargetGroupsTest {

    private final TestPractice practice = new TestPractice();
    private String vpc;

    @BeforeEach
    void network() {
        vpc = practice.network.vpc("10.0.0.0/16");
    }

    @AfterEach
    void close() {
        practice.close();
    }

    private TargetGroup create(Consumer<CreateTargetGroupRequest.Builder> more) {
        return practice.elb().createTargetGroup(request -> {
            request.name("MyNetwork-TG").protocol("TCP").port(80).vpcId(vpc);
            more.accept(request);
        }).targetGroups().get(0);
    }

    private void assertNotMade(String code, String text, Consumer<CreateTargetGroupRequest.Builder> more) {
        assertRefused(code, text, () -> create(more));
        assertThat(practice.world.targetGroups.all()).isEmpty();
    }

    @Test
    void hasTheDefaultsOfTcp() {
        TargetGroup made = create(request -> { });
        assertThat(made.targetGroupArn()).matches(
                "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/MyNetwork-TG/[0-9a-f]{16}");
        assertThat(made.targetTypeAsString()).isEqualTo("instance");
        assertThat(made.healthCheckProtocolAsString()).isEqualTo("TCP");
        assertThat(made.healthCheckPort()).isEqualTo("traffic-port");
        assertThat(made.healthCheckIntervalSeconds()).isEqualTo(30);
        assertThat(made.healthCheckTimeoutSeconds()).isEqualTo(10);
        assertThat(made.healthyThresholdCount()).isEqualTo(5);
        assertThat(made.unhealthyThresholdCount()).isEqualTo(2);
        assertThat(made.healthCheckEnabled()).isTrue();
        assertThat(made.loadBalancerArns()).isEmpty();
    }

    @Test
    void aRepeatReturnsTheSameOneAndOtherSettingsAreRefused() {
        TargetGroup made = create(request -> request.healthCheckIntervalSeconds(10));
        assertThat(create(request -> request.healthCheckIntervalSeconds(10))).isEqualTo(made);
        assertRefused("DuplicateTargetGroupName",
                "A target group with the same name 'MyNetwork-TG' exists, but with different settings",
                () -> create(request -> { }));
    }

    @Test
    void settingsMustMakeSense() {
        assertNotMade("ValidationError", "Target group name 'a_b' can only contain", request -> request.name("a_b"));
        assertNotMade("ValidationError", "between 1 and 65535", request -> request.port(0));
        assertNotMade("ValidationError", "A port must", request -> request.port(null));
        assertNotMade("ValidationError", "A protocol must", request -> request.protocol((String) null));
        assertNotMade("ValidationError", "A VPC ID must", request -> request.vpcId(null));
        assertNotMade("ValidationError", "The VPC ID 'vpc-0' is not found", request -> request.vpcId("vpc-0"));
        assertNotMade("ValidationError", "between 5 and 300", request -> request.healthCheckIntervalSeconds(4));
        assertNotMade("ValidationError", "between 2 and 120", request -> request.healthCheckTimeoutSeconds(1));
        assertNotMade("ValidationError", "smaller than or equal to the interval",
                request -> request.healthCheckIntervalSeconds(10).healthCheckTimeoutSeconds(11));
        assertNotMade("ValidationError", "between 2 and 10", request -> request.healthyThresholdCount(11));
        assertNotMade("ValidationError", "between 2 and 10", request -> request.unhealthyThresholdCount(1));
        assertNotMade("ValidationError", "'traffic-port' or a number", request -> request.healthCheckPort("99999"));
        assertNotMade("ValidationError", "cannot be disabled", request -> request.healthCheckEnabled(false));
        assertNotMade("ValidationError", "path is not supported", request -> request.healthCheckPath("/"));
        assertNotMade("ValidationError", "matcher is not supported",
                request -> request.matcher(matcher -> matcher.httpCode("200")));
        assertNotMade("ValidationError", "enum value set", request -> request.protocol("SCTP"));
    }

    @Test
    void whatThePracticeCloudLacksIsSaid() {
        assertNotMade("UnsupportedOperation", "protocol 'HTTP'", request -> request.protocol("HTTP"));
        assertNotMade("UnsupportedOperation", "type 'ip'", request -> request.targetType("ip"));
        assertNotMade("UnsupportedOperation", "Health checks with protocol 'HTTPS'",
                request -> request.healthCheckProtocol("HTTPS"));
        assertNotMade("UnsupportedOperation", "'ipv6'", request -> request.ipAddressType("ipv6"));
    }

    @Test
    void describesByNameArnAndPage() {
        List<String> names = List.of("a", "b", "c");
        names.forEach(name -> create(request -> request.name(name)));
        List<String> seen = new ArrayList<>();
        practice.elb().describeTargetGroupsPaginator(request -> request.pageSize(2)).targetGroups()
                .forEach(group -> seen.add(group.targetGroupName()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
        TargetGroup byName = practice.elb().describeTargetGroups(request -> request.names("b")).targetGroups().get(0);
        assertThat(practice.elb().describeTargetGroups(request -> request.targetGroupArns(byName.targetGroupArn()))
                .targetGroups()).containsExactly(byName);
        assertThatThrownBy(() -> practice.elb().describeTargetGroups(request -> request.names("x")))
                .isInstanceOf(TargetGroupNotFoundException.class)
                .hasMessageContaining("One or more target groups not found");
        assertRefused("ValidationError", "is not a valid target group ARN",
                () -> practice.elb().describeTargetGroups(request -> request.targetGroupArns("x")));
        assertRefused("ValidationError", "Only one of", () -> practice.elb().describeTargetGroups(
                request -> request.names("a").targetGroupArns(byName.targetGroupArn())));
    }

    @Test
    void itsHealthCheckCanBeChanged() {
        TargetGroup made = create(request -> request.healthCheckIntervalSeconds(20).healthyThresholdCount(3));
        TargetGroup changed = practice.elb().modifyTargetGroup(request -> request
                .targetGroupArn(made.targetGroupArn()).healthCheckIntervalSeconds(15).healthCheckPort("8080"))
                .targetGroups().get(0);
        assertThat(changed).isEqualTo(made.toBuilder().healthCheckIntervalSeconds(15).healthCheckPort("8080").build());
        assertThat(practice.elb().describeTargetGroups(request -> request.names("MyNetwork-TG")).targetGroups())
                .containsExactly(changed);
        assertNotChanged(changed, "ValidationError", "smaller than or equal to the interval",
                request -> request.healthCheckIntervalSeconds(5));
        assertNotChanged(changed, "ValidationError", "path is not supported",
                request -> request.healthCheckPath("/"));
        assertNotChanged(changed, "ValidationError", "cannot be disabled",
                request -> request.healthCheckEnabled(false));
        assertRefused("TargetGroupNotFound", "One or more target groups not found", () -> practice.elb()
                .modifyTargetGroup(request -> request.targetGroupArn(made.targetGroupArn() + "0")));
    }

    @Test
    void healthChecksMayUseHttp() {
        TargetGroup made = create(request -> request.healthCheckProtocol("HTTP"));
        assertThat(made.healthCheckPath()).isEqualTo("/");
        assertThat(made.matcher().httpCode()).isEqualTo("200-399");
        assertThat(made.healthCheckTimeoutSeconds()).isEqualTo(6);
        TargetGroup changed = practice.elb().modifyTargetGroup(request -> request
                .targetGroupArn(made.targetGroupArn()).healthCheckPath("/health?deep=1")
                .matcher(matcher -> matcher.httpCode("200,202-204"))).targetGroups().get(0);
        assertThat(changed.healthCheckPath()).isEqualTo("/health?deep=1");
        assertThat(changed.matcher().httpCode()).isEqualTo("200,202-204");
        assertNotChanged(changed, "ValidationError", "must begin with a '/'",
                request -> request.healthCheckPath("health"));
        assertNotChanged(changed, "ValidationError", "must begin with a '/'",
                request -> request.healthCheckPath("/a b"));
        List.of("600", "200-", "ok", "").forEach(codes -> assertNotChanged(changed, "ValidationError",
                "must be within '200-599'", request -> request.matcher(matcher -> matcher.httpCode(codes))));
        TargetGroup tcp = practice.elb().modifyTargetGroup(request -> request.targetGroupArn(made.targetGroupArn())
                .healthCheckProtocol("TCP")).targetGroups().get(0);
        assertThat(tcp.healthCheckPath()).isNull();
        assertThat(tcp.matcher()).isNull();
    }

    private void assertNotChanged(TargetGroup group, String code, String text,
                                  Consumer<ModifyTargetGroupRequest.Builder> change) {
        assertRefused(code, text, () -> practice.elb().modifyTargetGroup(request -> change.accept(
                request.targetGroupArn(group.targetGroupArn()))));
        assertThat(practice.elb().describeTargetGroups(request -> request.names(group.targetGroupName()))
                .targetGroups()).containsExactly(group);
    }

    @Test
    void isHeldByAListenerOnly() {
        String subnet = practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
        String balancer = practice.elb().createLoadBalancer(request -> request.name("lb").type("network")
                .subnets(subnet)).loadBalancers().get(0).loadBalancerArn();
        String arn = create(request -> { }).targetGroupArn();
        String listener = practice.elb().createListener(request -> request.loadBalancerArn(balancer).protocol("TCP")
                .port(80).defaultActions(action -> action.type("forward").targetGroupArn(arn)))
                .listeners().get(0).listenerArn();
        assertThat(practice.elb().describeTargetGroups(request -> request.loadBalancerArn(balancer)).targetGroups())
                .singleElement().satisfies(group -> assertThat(group.loadBalancerArns()).containsExactly(balancer));
        assertThatThrownBy(() -> practice.elb().deleteTargetGroup(request -> request.targetGroupArn(arn)))
                .isInstanceOf(ResourceInUseException.class).hasMessageContaining(
                        "Target group '" + arn + "' is currently in use by a listener or a rule");

        practice.elb().deleteListener(request -> request.listenerArn(listener));
        practice.elb().deleteTargetGroup(request -> request.targetGroupArn(arn));
        assertThat(practice.world.targetGroups.all()).isEmpty();
        practice.elb().deleteTargetGroup(request -> request.targetGroupArn(arn));
    }

    @Test
    void attributesHaveDefaultsAndTakeOnlyWhatWorks() {
        String arn = create(request -> { }).targetGroupArn();
        assertThat(practice.elb().describeTargetGroupAttributes(request -> request.targetGroupArn(arn)).attributes())
                .contains(attribute("deregistration_delay.timeout_seconds", "300"),
                        attribute("preserve_client_ip.enabled", "true"));
        practice.elb().modifyTargetGroupAttributes(request -> request.targetGroupArn(arn)
                .attributes(attribute("deregistration_delay.timeout_seconds", "0")));
        assertThat(practice.elb().describeTargetGroupAttributes(request -> request.targetGroupArn(arn)).attributes())
                .contains(attribute("deregistration_delay.timeout_seconds", "0"));
        assertRefused("ValidationError", "is not valid", () -> practice.elb().modifyTargetGroupAttributes(request ->
                request.targetGroupArn(arn).attributes(attribute("deregistration_delay.timeout_seconds", "3601"))));
        assertRefused("UnsupportedOperation", "proxy_protocol_v2.enabled",
                () -> practice.elb().modifyTargetGroupAttributes(request -> request.targetGroupArn(arn)
                        .attributes(attribute("proxy_protocol_v2.enabled", "true"))));
    }

    private static TargetGroupAttribute attribute(String key, String value) {
        return TargetGroupAttribute.builder().key(key).value(value).build();
    }

    @Test
    void tagsCanBeAddedAndRemoved() {
        String arn = create(request -> request.tags(tag("a", "1"))).targetGroupArn();
        practice.elb().addTags(request -> request.resourceArns(arn).tags(tag("a", "2"), tag("b", "3")));
        assertThat(tags(arn)).containsExactlyInAnyOrder(tag("a", "2"), tag("b", "3"));
        practice.elb().removeTags(request -> request.resourceArns(arn).tagKeys("a"));
        assertThat(tags(arn)).containsExactly(tag("b", "3"));

        assertRefused("DuplicateTagKeys", "more than once",
                () -> practice.elb().addTags(request -> request.resourceArns(arn).tags(tag("c", "1"), tag("c", "2"))));
        assertRefused("ValidationError", "aws:",
                () -> practice.elb().addTags(request -> request.resourceArns(arn).tags(tag("aws:c", "1"))));
        assertRefused("TooManyTags", "tags", () -> practice.elb().addTags(request -> request.resourceArns(arn)
                .tags(IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toList())));
        assertRefused("TargetGroupNotFound", "not found",
                () -> practice.elb().addTags(request -> request.resourceArns(arn + "0").tags(tag("c", "1"))));
        assertRefused("LoadBalancerNotFound", "not found", () -> practice.elb().describeTags(request ->
                request.resourceArns("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/x/0")));
        assertRefused("ListenerNotFound", "not found", () -> practice.elb().removeTags(request -> request.tagKeys("a")
                .resourceArns("arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/net/x/0/1")));
    }

    @Test
    void nothingIsMadeWithTooManyTags() {
        assertRefused("TooManyTags", "tags", () -> create(request -> request.tags(
                IntStream.range(0, 51).mapToObj(i -> tag("k" + i, "v")).toList())));

        assertThat(practice.elb().describeTargetGroups().targetGroups()).isEmpty();
    }

    private List<Tag> tags(String arn) {
        return practice.elb().describeTags(request -> request.resourceArns(arn)).tagDescriptions().get(0).tags();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void limitsAreTold() {
        assertThat(practice.elb().describeAccountLimits(request -> { }).limits()).contains(
                Limit.builder().name("network-load-balancers").max("50").build(),
                Limit.builder().name("target-groups").max("3000").build());
    }

    @Test
    void thereCanBeThreeThousand() {
        endpointlab.practice.world.Entities.TargetGroup one = practice.world.targetGroups
                .find(create(request -> request.name("one")).targetGroupArn()).orElseThrow();
        for (int i = 1; i < 3_000; i++) {
            practice.world.targetGroups.put(new endpointlab.practice.world.Entities.TargetGroup(one.id() + i, "g" + i,
                    "TCP", 80, vpc, "instance", one.healthCheck(), one.attributes(), List.of(), one.createdAt()));
        }
        assertRefused("TooManyTargetGroups", "maximum number of target groups", () -> create(request -> { }));
    }
}
