package endpointlab.practice.elb;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Load balancers through a real client. */
class LoadBalancersTest {

    private final TestPractice practice = new TestPractice();
    private String vpc;
    private String subnet;

    @BeforeEach
    void network() {
        vpc = practice.network.vpc("10.0.0.0/16");
        subnet = practice.network.subnet(vpc, "10.0.1.0/24", "us-east-1a");
    }

    @AfterEach
    void close() {
        practice.close();
    }

    private LoadBalancer create(Consumer<CreateLoadBalancerRequest.Builder> more) {
        return practice.elb().createLoadBalancer(request -> {
            request.name("MyNetwork-LB").type("network").subnets(subnet);
            more.accept(request);
        }).loadBalancers().get(0);
    }

    private LoadBalancer create() {
        return create(request -> { });
    }

    private void assertNotMade(String code, String text, Consumer<CreateLoadBalancerRequest.Builder> more) {
        assertRefused(code, text, () -> create(more));
        assertThat(practice.world.loadBalancers.all()).isEmpty();
        assertThat(practice.world.networkInterfaces.all()).isEmpty();
    }

    private LoadBalancer described(String arn) {
        return practice.elb().describeLoadBalancers(request -> request.loadBalancerArns(arn)).loadBalancers().get(0);
    }

    private List<NetworkInterface> nodes(String arn) {
        return practice.cloud().interfaces.ofOwner(arn);
    }

    @Test
    void isMadeProvisioningWithTheFormsOfAws() {
        LoadBalancer made = create(request -> request.tags(Tag.builder().key("Name").value("x").build()));

        String hex = made.loadBalancerArn().substring(made.loadBalancerArn().lastIndexOf('/') + 1);
        assertThat(hex).matches("[0-9a-f]{16}");
        assertThat(made.loadBalancerArn()).isEqualTo(
                "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/MyNetwork-LB/" + hex);
        assertThat(made.dnsName()).isEqualTo("MyNetwork-LB-" + hex + ".elb.us-east-1.amazonaws.com");
        assertThat(made.state().codeAsString()).isEqualTo("provisioning");
        assertThat(made.schemeAsString()).isEqualTo("internet-facing");
        assertThat(made.typeAsString()).isEqualTo("network");
        assertThat(made.vpcId()).isEqualTo(vpc);
        assertThat(made.securityGroups()).isEmpty();
        assertThat(made.availabilityZones()).singleElement().satisfies(zone -> {
            assertThat(zone.zoneName()).isEqualTo("us-east-1a");
            assertThat(zone.subnetId()).isEqualTo(subnet);
        });
        assertThat(practice.elb().describeTags(request -> request.resourceArns(made.loadBalancerArn()))
                .tagDescriptions().get(0).tags()).extracting(Tag::key, Tag::value)
                .containsExactly(tuple("Name", "x"));
    }

    @Test
    void becomesActive() {
        LoadBalancer made = create();
        practice.advance(Transition.LOAD_BALANCER_ACTIVE);
        assertThat(described(made.loadBalancerArn()).state().codeAsString()).isEqualTo("active");
    }

    @Test
    void hasANodeInEverySubnet() {
        String other = practice.network.subnet(vpc, "10.0.2.0/24", "us-east-1b");
        LoadBalancer made = create(request -> request.subnets(subnet, other));

        assertThat(nodes(made.loadBalancerArn())).hasSize(2).allSatisfy(node -> {
            assertThat(node.description()).matches("ELB net/MyNetwork-LB/[0-9a-f]{16}");
            assertThat(node.attachmentOwner()).isEqualTo("amazon-aws");
            assertThat(node.requesterId()).isNotNull();
            assertThat(node.publicIp()).isNotNull();
        }).extracting(NetworkInterface::subnetId).containsExactlyInAnyOrder(subnet, other);
    }

    @Test
    void anInternalOneNeedsNoGatewayAndMayChooseItsAddress() {
        String closed = practice.network.vpcWithoutGateway("10.9.0.0/16");
        String inside = practice.network.subnet(closed, "10.9.1.0/24", "us-east-1a");
        LoadBalancer made = practice.elb().createLoadBalancer(request -> request.name("inner").type("network")
                .scheme("internal").subnetMappings(mapping -> mapping.subnetId(inside)
                        .privateIPv4Address("10.9.1.77"))).loadBalancers().get(0);
        assertThat(nodes(made.loadBalancerArn())).singleElement().satisfies(node -> {
            assertThat(node.privateIp()).isEqualTo("10.9.1.77");
            assertThat(node.publicIp()).isNull();
        });
    }

    @Test
    void aRepeatReturnsTheSameOneAndOtherSettingsAreRefused() {
        LoadBalancer made = create();
        assertThat(create().loadBalancerArn()).isEqualTo(made.loadBalancerArn());
        assertThat(practice.world.networkInterfaces.all()).hasSize(1);
        assertRefused("DuplicateLoadBalancerName",
                "A load balancer with the same name 'MyNetwork-LB' exists, but with different settings",
                () -> create(request -> request.scheme("internal")));
    }

    @Test
    void namesFollowTheRules() {
        assertNotMade("ValidationError", "Member must not be null", request -> request.name(null));
        assertNotMade("ValidationError", "cannot be longer than '32' characters",
                request -> request.name("a".repeat(33)));
        assertNotMade("ValidationError", "alphanumeric characters or hyphens(-)", request -> request.name("a_b"));
        assertNotMade("ValidationError", "cannot begin or end with '-'", request -> request.name("-a"));
        assertNotMade("ValidationError", "cannot begin or end with '-'", request -> request.name("a-"));
        assertNotMade("ValidationError", "cannot begin with 'internal-'", request -> request.name("internal-a"));
    }

    @Test
    void whatThePracticeCloudLacksIsSaid() {
        assertNotMade("UnsupportedOperation", "type 'application' are not supported by the practice cloud",
                request -> request.type((String) null));
        assertNotMade("UnsupportedOperation", "type 'gateway'", request -> request.type("gateway"));
        assertNotMade("UnsupportedOperation", "'dualstack'", request -> request.ipAddressType("dualstack"));
        assertNotMade("ValidationError", "enum value set", request -> request.type("other"));
        assertNotMade("InvalidScheme", "scheme 'other'", request -> request.scheme("other"));
    }

    @Test
    void subnetsMustFit() {
        String sameZone = practice.network.subnet(vpc, "10.0.3.0/24", "us-east-1a");
        String constrained = practice.network.subnet(vpc, "10.0.4.0/24", "us-east-1e");
        String small = practice.network.subnet(vpc, "10.0.5.0/28", "us-east-1b");
        String elsewhere = practice.network.subnet(practice.network.vpc("10.7.0.0/16"), "10.7.1.0/24", "us-east-1b");
        String closed = practice.network.subnet(practice.network.vpcWithoutGateway("10.8.0.0/16"), "10.8.1.0/24",
                "us-east-1a");
        assertNotMade("ValidationError", "At least one subnet", request -> request.subnets(List.of()));
        assertNotMade("ValidationError", "but not both",
                request -> request.subnetMappings(mapping -> mapping.subnetId(subnet)));
        assertNotMade("SubnetNotFound", "The subnet ID 'subnet-0' does not exist",
                request -> request.subnets("subnet-0"));
        assertNotMade("InvalidConfigurationRequest", "multiple subnets in the same Availability Zone",
                request -> request.subnets(subnet, sameZone));
        assertNotMade("InvalidSubnet", "same VPC", request -> request.subnets(subnet, elsewhere));
        assertNotMade("AvailabilityZoneNotSupported",
                "Load balancers with type 'network' are not supported in us-east-1e",
                request -> request.subnets(constrained));
        assertNotMade("InvalidSubnet", "has no internet gateway", request -> request.subnets(closed));
        assertNotMade("AllocationIdNotFound", "'eipalloc-1'", request -> request.subnets((List<String>) null)
                .subnetMappings(mapping -> mapping.subnetId(subnet).allocationId("eipalloc-1")));
        assertNotMade("ValidationError", "internal load balancers", request -> request.subnets((List<String>) null)
                .subnetMappings(mapping -> mapping.subnetId(subnet).privateIPv4Address("10.0.1.9")));
        List<String> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(practice.network.instance(small));
        }
        assertRefused("InvalidSubnet", "Not enough IP space available in " + small
                + ". ELB requires at least 8 free IP addresses in each subnet.",
                () -> create(request -> request.subnets(small)));
        practice.network.terminate(instances.get(0));
        assertThat(create(request -> request.subnets(small)).loadBalancerArn()).isNotNull();
    }

    @Test
    void thereCanBeFifty() {
        LoadBalancer made = create();
        endpointlab.practice.world.Entities.LoadBalancer one =
                practice.world.loadBalancers.find(made.loadBalancerArn()).orElseThrow();
        for (int i = 1; i < 50; i++) {
            practice.world.loadBalancers.put(new endpointlab.practice.world.Entities.LoadBalancer(one.id() + i,
                    "n" + i, one.dnsName(), one.scheme(), vpc, List.of(), List.of(), true, one.attributes(),
                    one.createdAt(), one.activeAt()));
        }
        assertRefused("TooManyLoadBalancers", "maximum number of load balancers",
                () -> create(request -> request.name("one-more")));
        assertThat(create().loadBalancerArn()).isEqualTo(made.loadBalancerArn());
    }

    @Test
    void describesByNameArnAndPage() {
        List<String> names = List.of("a", "b", "c", "d", "e");
        names.forEach(name -> create(request -> request.name(name)));

        List<String> seen = new ArrayList<>();
        practice.elb().describeLoadBalancersPaginator(request -> request.pageSize(2))
                .forEach(page -> {
                    assertThat(page.loadBalancers()).hasSizeLessThanOrEqualTo(2);
                    page.loadBalancers().forEach(one -> seen.add(one.loadBalancerName()));
                });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
        DescribeLoadBalancersResponse byName =
                practice.elb().describeLoadBalancers(request -> request.names("d", "b"));
        assertThat(byName.loadBalancers()).extracting(LoadBalancer::loadBalancerName)
                .containsExactlyInAnyOrder("b", "d");
        assertThat(byName.nextMarker()).isNull();
        assertThatThrownBy(() -> practice.elb().describeLoadBalancers(request -> request.names("b", "x")))
                .isInstanceOf(LoadBalancerNotFoundException.class).hasMessageContaining("'[x]' not found");
        assertRefused("ValidationError", "is not a valid load balancer ARN",
                () -> practice.elb().describeLoadBalancers(request -> request.loadBalancerArns("abc")));
        assertRefused("ValidationError", "between 1 and 400",
                () -> practice.elb().describeLoadBalancers(request -> request.pageSize(401)));
        assertRefused("ValidationError", "Marker",
                () -> practice.elb().describeLoadBalancers(request -> request.marker("nonsense")));
    }

    @Test
    void isGoneAtOnceButItsInterfaceStaysForAWhile() {
        String arn = create().loadBalancerArn();
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn));

        assertThatThrownBy(() -> described(arn)).isInstanceOf(LoadBalancerNotFoundException.class);
        assertThat(nodes(arn)).hasSize(1);
        practice.advance(Transition.LOAD_BALANCER_RELEASED.shortest().minusSeconds(2));
        assertThat(nodes(arn)).hasSize(1);
        practice.advance(Transition.LOAD_BALANCER_RELEASED);
        assertThat(nodes(arn)).isEmpty();
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn));
    }

    @Test
    void isHeldByDeletionProtectionAndByAnEndpointService() {
        String arn = create().loadBalancerArn();
        protect(arn, "true");
        assertRefused("OperationNotPermitted", "deletion protection is enabled",
                () -> practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn)));
        protect(arn, "false");
        practice.world.endpointServices.put(new EndpointService("vpce-svc-1", "svc", List.of(arn), true, List.of(),
                List.of(), null, practice.now(), practice.now(), null, null));
        assertThatThrownBy(() -> practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn)))
                .isInstanceOf(ResourceInUseException.class).hasMessageContaining("Load balancer '" + arn
                        + "' cannot be deleted because it is currently associated with another service");
    }

    private void protect(String arn, String value) {
        practice.elb().modifyLoadBalancerAttributes(request -> request.loadBalancerArn(arn).attributes(
                LoadBalancerAttribute.builder().key("deletion_protection.enabled").value(value).build()));
    }

    @Test
    void attributesHaveDefaultsAndTakeOnlyWhatWorks() {
        String arn = create().loadBalancerArn();
        LoadBalancerAttribute crossZone =
                LoadBalancerAttribute.builder().key("load_balancing.cross_zone.enabled").value("true").build();
        assertThat(practice.elb().describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
                .attributes()).contains(crossZone.toBuilder().value("false").build());
        practice.elb().modifyLoadBalancerAttributes(request -> request.loadBalancerArn(arn).attributes(crossZone));
        assertThat(practice.elb().describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
                .attributes()).contains(crossZone);
        assertModificationRefused(arn, "ValidationError", "not recognized", "nonsense", "true");
        assertModificationRefused(arn, "ValidationError", "is not valid", "load_balancing.cross_zone.enabled", "on");
        assertModificationRefused(arn, "UnsupportedOperation", "practice cloud", "access_logs.s3.enabled", "true");
    }

    private void assertModificationRefused(String arn, String code, String text, String key, String value) {
        assertRefused(code, text, () -> practice.elb().modifyLoadBalancerAttributes(request -> request
                .loadBalancerArn(arn).attributes(LoadBalancerAttribute.builder().key(key).value(value).build())));
    }

    @Test
    void securityGroupsCanOnlyBeExchanged() {
        String group = practice.network.securityGroup(vpc, "one", "0.0.0.0/0");
        String other = practice.network.securityGroup(vpc, "two", "0.0.0.0/0");
        String foreign = practice.network.securityGroup(practice.network.vpc("10.7.0.0/16"), "x", "0.0.0.0/0");
        assertNotMade("InvalidSecurityGroup", "does not exist", request -> request.securityGroups("sg-0"));
        assertNotMade("InvalidSecurityGroup", "does not belong to VPC", request -> request.securityGroups(foreign));
        String bare = create(request -> request.name("bare")).loadBalancerArn();
        assertRefused("InvalidConfigurationRequest", "created without any",
                () -> setGroups(bare, group));

        LoadBalancer made = create(request -> request.securityGroups(group));
        assertThat(made.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic()).isEqualTo("on");
        setGroups(made.loadBalancerArn(), other);
        assertThat(described(made.loadBalancerArn()).securityGroups()).containsExactly(other);
        assertThat(described(made.loadBalancerArn()).enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())
                .isEqualTo("off");
        assertThat(nodes(made.loadBalancerArn())).allSatisfy(node ->
                assertThat(node.groupIds()).containsExactly(other));
    }

    private void setGroups(String arn, String group) {
        practice.elb().setSecurityGroups(request -> request.loadBalancerArn(arn).securityGroups(group)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("off"));
    }
}
