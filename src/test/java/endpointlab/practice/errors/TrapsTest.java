package endpointlab.practice.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.SnapshotBuilder;
import endpointlab.practice.world.Transition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.State;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/**
 * The traps of AWS (AWS-FACTS, sections 0 and 8): the practice cloud lays them as AWS does, by nature and not by a fault
 * script. What the engine makes of each is in {@code TrapReactionsTest}. Shown elsewhere, so that it stands here once:
 *
 * <pre>
 * I-4   no waiter for endpoints             nothing to lay; the engine's own pollers
 * I-7   service held by its connections     ErrorRowsTest, "delete a service that is used"
 * I-9   rejecting what is gone              ErrorRowsTest, "reject a connection whose service is gone"
 * I-10  subnet held by a deleted endpoint   LingeringInterfacesTest; ErrorRowsTest
 * I-11  deleting a managed interface        ErrorRowsTest, "delete the interface of an endpoint"
 * I-13  detach while addresses are mapped   InternetGatewayOperationsTest; ErrorRowsTest
 * I-14  addresses held for 20 minutes       by a fault script
 * I-16  registration takes minutes          TargetHealthTest
 * I-17, I-18  fresh resources not seen      EventualConsistencyTest, and here for endpoints
 * I-19  type not eligible for Free Tier     by a fault script; its shape in ErrorRowsTest
 * I-20  no SHA-1 signatures over SSH        OldSshClientTest
 * I-23  service without a load balancer     ErrorRowsTest, "a service without a load balancer"
 * I-24  group and subnet held               LingeringInterfacesTest; ErrorRowsTest
 * I-26  connections in pages                EndpointConnectionsTest, and here
 * </pre>
 */
class TrapsTest {

    private static final Flow.Internet LAPTOP = new Flow.Internet("198.51.100.7");

    private final ErrorLab lab = new ErrorLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private VpcEndpoint described(String endpoint) {
        return lab.ec2().describeVpcEndpoints(r -> r.vpcEndpointIds(endpoint)).vpcEndpoints().get(0);
    }

    /** Section 0, 1 to 3. */
    @Test
    void i1StatesOfEndpointsBeginWithASmallLetterWhichTheSdkDoesNotKnow() {
        ServiceConfiguration service = lab.service();
        VpcEndpoint waiting = described(lab.endpoint(service));

        assertThat(waiting.stateAsString()).isEqualTo("pendingAcceptance");
        assertThat(waiting.state()).isEqualTo(State.UNKNOWN_TO_SDK_VERSION).hasToString("null");
        lab.ec2().acceptVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                .vpcEndpointIds(waiting.vpcEndpointId()));
        assertThat(described(waiting.vpcEndpointId()).stateAsString()).isEqualTo("pending");
        lab.practice.advance(Transition.ENDPOINT_AVAILABLE);
        VpcEndpointConnection connection = lab.ec2().describeVpcEndpointConnections().vpcEndpointConnections().get(0);
        assertThat(connection.vpcEndpointStateAsString()).isEqualTo("available");
        assertThat(connection.vpcEndpointState()).isEqualTo(State.UNKNOWN_TO_SDK_VERSION);
        assertThat(service.serviceStateAsString()).as("services have a capital one").isEqualTo("Available");
    }

    @Test
    void i2AnAttachedGatewayIsAvailableWhichTheSdkDoesNotKnow() {
        String gateway = lab.gatewayOf(lab.vpc());

        InternetGatewayAttachment attachment = lab.ec2().describeInternetGateways(r -> r.internetGatewayIds(gateway))
                .internetGateways().get(0).attachments().get(0);
        assertThat(attachment.stateAsString()).isEqualTo("available");
        assertThat(attachment.state()).isEqualTo(AttachmentStatus.UNKNOWN_TO_SDK_VERSION);
    }

    @Test
    void i3AnAvailableServiceAnswers503ForAWhileAndTheTokenMakesOneEndpoint() {
        ServiceConfiguration service = lab.freshService(lab.balancer("nlb", lab.subnet(lab.vpc())));
        String vpc = lab.vpc();
        String subnet = lab.subnet(vpc);
        assertThat(lab.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations().get(0)
                .serviceStateAsString()).isEqualTo("Available");
        assertThatThrownBy(() -> create(service, vpc, subnet)).isInstanceOfSatisfying(Ec2Exception.class, refused ->
                assertThat(refused.statusCode()).isEqualTo(503));

        lab.practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        assertThat(create(service, vpc, subnet)).isEqualTo(create(service, vpc, subnet));
        assertThat(lab.ec2().describeVpcEndpoints().vpcEndpoints()).hasSize(1);
    }

    private String create(ServiceConfiguration service, String vpc, String subnet) {
        return lab.ec2().createVpcEndpoint(r -> r.vpcEndpointType("Interface").vpcId(vpc).subnetIds(subnet)
                .serviceName(service.serviceName()).clientToken("once")).vpcEndpoint().vpcEndpointId();
    }

    @Test
    void i5AndI6ALoadBalancerBehindAServiceIsInUseAsTheSdksOwnException() {
        ServiceConfiguration service = lab.service();
        String nlb = service.networkLoadBalancerArns().get(0);

        assertThatThrownBy(() -> lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb)))
                .isInstanceOf(ResourceInUseException.class);
        lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service.serviceId()));
        assertThatThrownBy(() -> lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb)))
                .as("a service that is being deleted still holds it").isInstanceOf(ResourceInUseException.class);
        lab.practice.advance(Transition.ENDPOINT_SERVICE_DELETED);
        lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb));
    }

    @Test
    void i8BatchesThatFailAnswerWith200() {
        ServiceConfiguration service = lab.service();
        String endpoint = lab.endpoint(service);

        assertThat(lab.ec2().deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(service.serviceId()))
                .unsuccessful()).hasSize(1);
        assertThat(lab.practice.answers().status()).isEqualTo(200);
        assertThat(lab.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint)).unsuccessful()).isEmpty();
        assertThat(lab.ec2().acceptVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                .vpcEndpointIds(endpoint)).unsuccessful()).hasSize(1);
        assertThat(lab.ec2().rejectVpcEndpointConnections(r -> r.serviceId(service.serviceId())
                .vpcEndpointIds(endpoint)).unsuccessful()).hasSize(1);
    }

    @Test
    void i12InterfacesAndAddressesOutliveTheirLoadBalancer() {
        String vpc = lab.vpc();
        String nlb = lab.balancer("nlb", lab.subnet(vpc));
        lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb));

        assertThat(lab.elb().describeLoadBalancers().loadBalancers()).isEmpty();
        assertThat(lab.ec2().describeNetworkInterfaces().networkInterfaces()).singleElement().satisfies(one -> {
            assertThat(one.description()).startsWith("ELB net/nlb/");
            assertThat(one.attachment().instanceOwnerId()).isEqualTo("amazon-aws");
            assertThat(one.association().publicIp()).isNotBlank();
        });
        lab.practice.advance(Transition.LOAD_BALANCER_RELEASED);
        assertThat(lab.ec2().describeNetworkInterfaces().networkInterfaces()).isEmpty();
        lab.ec2().detachInternetGateway(r -> r.internetGatewayId(lab.gatewayOf(vpc)).vpcId(vpc));
    }

    private record Served(String balancer, String group, String instance, String vpc) {
    }

    /** A web server behind a load balancer that is active. */
    private Served served() {
        String vpc = lab.vpc();
        String subnet = lab.subnet(vpc);
        String instance = lab.network.instance(subnet);
        String balancer = lab.balancer("nlb", subnet);
        String group = lab.targetGroup("tg", vpc);
        lab.listener(balancer, group, 80);
        lab.elb().registerTargets(r -> r.targetGroupArn(group).targets(target -> target.id(instance)));
        return new Served(balancer, group, instance, vpc);
    }

    private Path.Outcome fromLaptop(Served served) {
        return outcome(LAPTOP, lab.world.loadBalancers.find(served.balancer).orElseThrow().dnsName());
    }

    private Path.Outcome outcome(Flow.Source source, String destination) {
        return new ReachabilityJudge().judge(new SnapshotBuilder(lab.world).at(lab.practice.now()),
                Flow.tcp(source, destination, 80)).outcome();
    }

    private List<String> health(Served served) {
        return lab.elb().describeTargetHealth(r -> r.targetGroupArn(served.group)).targetHealthDescriptions().stream()
                .map(one -> one.targetHealth().stateAsString()).toList();
    }

    @Test
    void i15ATargetThatIsInitialGetsTrafficIfNoneIsHealthy() {
        Served served = served();

        assertThat(health(served)).containsExactly("initial");
        assertThat(fromLaptop(served)).isInstanceOf(Path.Delivered.class);
    }

    @Test
    void i21ADeregisteredTargetGetsNewConnectionsForAWhile() {
        Served served = served();
        lab.elb().deregisterTargets(r -> r.targetGroupArn(served.group).targets(one -> one.id(served.instance)));

        assertThat(health(served)).containsExactly("draining");
        assertThat(fromLaptop(served)).isInstanceOf(Path.Delivered.class);
        lab.practice.advance(Transition.TARGET_SERVES_ON.shortest().minusSeconds(2));
        assertThat(fromLaptop(served)).isInstanceOf(Path.Delivered.class);
        lab.practice.advance(Transition.TARGET_SERVES_ON.longest());
        assertThat(health(served)).containsExactly("draining");
        assertThat(fromLaptop(served)).isNotInstanceOf(Path.Delivered.class);
    }

    @Test
    void i21ADeregisteredTargetServesOnThoughItIsNoLongerListed() {
        Served served = served();
        lab.elb().modifyTargetGroupAttributes(r -> r.targetGroupArn(served.group).attributes(one ->
                one.key("deregistration_delay.timeout_seconds").value("0")));
        lab.elb().deregisterTargets(r -> r.targetGroupArn(served.group).targets(one -> one.id(served.instance)));

        assertThat(health(served)).isEmpty();
        assertThat(fromLaptop(served)).isInstanceOf(Path.Delivered.class);
        lab.elb().registerTargets(r -> r.targetGroupArn(served.group).targets(one -> one.id(served.instance)));
        assertThat(health(served)).containsExactly("initial");
        lab.practice.advance(Transition.TARGET_SERVES_ON.longest());
        assertThat(health(served)).containsExactly("initial");
        assertThat(fromLaptop(served)).isInstanceOf(Path.Delivered.class);
    }

    @Test
    void i22AServiceKeepsTheZonesItFoundWhenItsLoadBalancerGainsOne() {
        ServiceConfiguration service = lab.service();
        String nlb = service.networkLoadBalancerArns().get(0);
        String first = lab.world.loadBalancers.find(nlb).orElseThrow().nodes().get(0).subnetId();
        String provider = lab.world.subnets.find(first).orElseThrow().vpcId();
        String second = lab.network.subnet(provider, "10.0.2.0/24", "us-east-1b");
        lab.elb().setSubnets(r -> r.loadBalancerArn(nlb).subnets(first, second));

        assertThat(lab.elb().describeLoadBalancers().loadBalancers().get(0).availabilityZones()).hasSize(2);
        assertThat(lab.practice.cloud().interfaces.ofOwner(nlb)).hasSize(2);
        assertThat(lab.ec2().describeVpcEndpointServices(r -> r.serviceNames(service.serviceName())).serviceDetails()
                .get(0).availabilityZones()).containsExactly("us-east-1a");
        String customer = lab.vpc();
        String elsewhere = lab.network.subnet(customer, "10.0.2.0/24", "us-east-1b");
        assertThatThrownBy(() -> create(service, customer, elsewhere))
                .hasMessageContaining("does not support the availability zone of the subnet");
    }

    @Test
    void i25ADismissedPrincipalKeepsItsConnection() {
        Served served = served();
        ServiceConfiguration service = lab.freshService(served.balancer);
        lab.practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        String root = "arn:aws:iam::123456789012:root";
        lab.ec2().modifyVpcEndpointServicePermissions(r -> r.serviceId(service.serviceId())
                .addAllowedPrincipals(root));
        String customer = lab.vpc();
        String subnet = lab.subnet(customer);
        String client = lab.network.instance(subnet);
        String endpoint = lab.endpoint(service, customer, subnet);
        lab.ec2().acceptVpcEndpointConnections(r -> r.serviceId(service.serviceId()).vpcEndpointIds(endpoint));
        lab.practice.advance(Transition.ENDPOINT_AVAILABLE);

        lab.ec2().modifyVpcEndpointServicePermissions(r -> r.serviceId(service.serviceId())
                .removeAllowedPrincipals(root));

        lab.practice.advance(Duration.ofMinutes(10));
        assertThat(described(endpoint).stateAsString()).isEqualTo("available");
        String address = lab.practice.cloud().interfaces.ofOwner(endpoint).stream()
                .map(NetworkInterface::privateIp).findFirst().orElseThrow();
        assertThat(outcome(new Flow.FromInstance(client), address)).isInstanceOf(Path.Delivered.class);
    }

    @Test
    void i26ConnectionsComeInPages() {
        ServiceConfiguration service = lab.service();
        String vpc = lab.vpc();
        String subnet = lab.subnet(vpc);
        for (int i = 0; i < 3; i++) {
            lab.endpoint(service, vpc, subnet);
        }

        var first = lab.ec2().describeVpcEndpointConnections(r -> r.maxResults(2));
        var second = lab.ec2().describeVpcEndpointConnections(r -> r.maxResults(2).nextToken(first.nextToken()));
        assertThat(first.vpcEndpointConnections()).hasSize(2);
        assertThat(second.vpcEndpointConnections()).hasSize(1);
        assertThat(second.nextToken()).isNull();
    }
}
