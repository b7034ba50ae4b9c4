package endpointlab.practice.machine;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.Session;
import endpointlab.network.LabNetwork;
import endpointlab.network.NetworkSnapshot.AclEntry;
import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.practice.internet.SocksClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why curl fails, row by row, with real connections: from outside by the SOCKS proxy's reply to the load balancer's
 * name, from the consumer by curl's exit code in an SSH session that was open before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionTableOverSocketsTest {

    private static final int WORKS = 0;
    private static final int REFUSED = 7;
    private static final int TIMED_OUT = 28;

    private PracticeNet net;
    private Session session;

    @BeforeAll
    void boot(@TempDir Path directory) throws Exception {
        net = PracticeNet.booted(directory);
        session = net.ssh(CUSTOMER_PUBLIC_IP);
    }

    @AfterAll
    void close() {
        session.disconnect();
        net.close();
    }

    private void outside(LabNetwork network, int reply) throws Exception {
        net.network = network;
        try (SocksClient client = new SocksClient(net.socks.port())) {
            assertThat(client.connect(NLB_NAME, 80)).as("from outside").isEqualTo(reply);
            if (reply == SocksClient.SUCCEEDED) {
                assertThat(client.get(NLB_NAME, "/")).isEqualTo(PracticeNet.PAGE);
            }
        }
    }

    private void consumer(LabNetwork network, int exit) throws Exception {
        consumer(network, ENDPOINT_IP, exit);
    }

    private void consumer(LabNetwork network, String host, int exit) throws Exception {
        net.network = network;
        Ran ran = Ran.over(session, "curl -sS http://" + host);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.out()).isEqualTo(exit == WORKS ? PracticeNet.PAGE : "");
    }

    private void ssh(LabNetwork network, int reply) throws Exception {
        net.network = network;
        try (SocksClient client = new SocksClient(net.socks.port())) {
            assertThat(client.connect(CUSTOMER_PUBLIC_IP, 22)).as("SSH").isEqualTo(reply);
        }
    }

    @Test
    void nothingWrong() throws Exception {
        outside(new LabNetwork(), SocksClient.SUCCEEDED);
        consumer(new LabNetwork(), WORKS);
        ssh(new LabNetwork(), SocksClient.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "rejected"})
    void endpointPendingAcceptanceOrRejected(String state) throws Exception {
        consumer(new LabNetwork().endpointState(state), TIMED_OUT);
    }

    @Test
    void endpointPendingJustAfterAcceptThenWorks() throws Exception {
        consumer(new LabNetwork().endpointState("pending"), TIMED_OUT);
        consumer(new LabNetwork().endpointState("available"), WORKS);
    }

    @Test
    void endpointDeletedOrWrongAddressInTheSameSubnet() throws Exception {
        consumer(new LabNetwork().withoutEndpoint(), TIMED_OUT);
        consumer(new LabNetwork(), "10.1.1.99", TIMED_OUT);
    }

    @Test
    void endpointGroupLacks80FromTheConsumer() throws Exception {
        consumer(new LabNetwork().ingress(CUSTOMER_SG, tcp(22, ANYWHERE)), TIMED_OUT);
    }

    @Test
    void consumerGroupBlocks80OnTheWayOut() throws Exception {
        consumer(new LabNetwork().egress(CUSTOMER_SG, tcp(443, ANYWHERE)), TIMED_OUT);
    }

    @Test
    void networkAclBlocksEitherDirection() throws Exception {
        AclEntry in = new AclEntry(100, false, true, "-1", 0, 65535, ANYWHERE);
        AclEntry out = new AclEntry(100, true, true, "-1", 0, 65535, ANYWHERE);
        AclEntry no80 = new AclEntry(90, false, false, "tcp", 80, 80, ANYWHERE);
        AclEntry onlyTo80 = new AclEntry(100, true, true, "tcp", 80, 80, ANYWHERE);
        outside(new LabNetwork().acl(SERVICE_SUBNET, no80, in, out), SocksClient.TIMED_OUT);
        outside(new LabNetwork().acl(SERVICE_SUBNET, in, onlyTo80), SocksClient.TIMED_OUT);
        LabNetwork endpointElsewhere = new LabNetwork().subnet("subnet-e", CUSTOMER_VPC, "10.1.2.0/24", ZONE_A)
                .eni(ENDPOINT_ENI, "subnet-e", ENDPOINT_IP, "", ENDPOINT, CUSTOMER_SG);
        consumer(endpointElsewhere, WORKS);
        consumer(endpointElsewhere.acl(CUSTOMER_SUBNET, in), TIMED_OUT);
        consumer(endpointElsewhere.acl(CUSTOMER_SUBNET, out,
                new AclEntry(100, false, true, "tcp", 1, 1023, ANYWHERE)), TIMED_OUT);
    }

    @Test
    void noInternetRouteInTheConsumersVpc() throws Exception {
        LabNetwork network = new LabNetwork().onlyLocalRoute(CUSTOMER_RTB);
        consumer(network, WORKS);
        ssh(network, SocksClient.TIMED_OUT);
    }

    @Test
    void noInternetRouteInTheProvidersVpc() throws Exception {
        LabNetwork network = new LabNetwork().onlyLocalRoute(SERVICE_RTB);
        outside(network, SocksClient.TIMED_OUT);
        consumer(network, WORKS);
    }

    @Test
    void publicAddressMissingOnTheInstance() throws Exception {
        ssh(new LabNetwork().instance(CUSTOMER, CUSTOMER_SUBNET, CUSTOMER_IP, "", CUSTOMER_SG),
                SocksClient.TIMED_OUT);
    }

    @Test
    void webGroupAllowsOnlyMyAddress() throws Exception {
        LabNetwork network = new LabNetwork().ingress(WEB_SG, tcp(80, LAPTOP + "/32")).health("unhealthy");
        outside(network, SocksClient.SUCCEEDED);
        consumer(network, TIMED_OUT);
    }

    @Test
    void webGroupLacks80() throws Exception {
        LabNetwork network = new LabNetwork().ingress(WEB_SG, tcp(22, ANYWHERE)).health("unhealthy");
        outside(network, SocksClient.TIMED_OUT);
        consumer(network, TIMED_OUT);
    }

    @Test
    void webServerStoppedAfterBeingHealthyOrNeverStarted() throws Exception {
        net.network = new LabNetwork();
        net.on(WEB_PUBLIC_IP, "sudo systemctl stop httpd");
        try {
            outside(new LabNetwork(), SocksClient.REFUSED);
            consumer(new LabNetwork(), REFUSED);
            outside(new LabNetwork().health("unhealthy"), SocksClient.REFUSED);
            consumer(new LabNetwork().health("unhealthy"), REFUSED);
        } finally {
            net.network = new LabNetwork();
            net.on(WEB_PUBLIC_IP, "sudo systemctl start httpd");
        }
        consumer(new LabNetwork(), WORKS);
    }

    @Test
    void targetGroupWithoutTargetOrWithAnUnusedOne() throws Exception {
        outside(new LabNetwork().targets(), SocksClient.TIMED_OUT);
        consumer(new LabNetwork().targets(), TIMED_OUT);
        outside(new LabNetwork().health("unused"), SocksClient.TIMED_OUT);
        consumer(new LabNetwork().health("unused"), TIMED_OUT);
    }

    @Test
    void loadBalancerStillProvisioning() throws Exception {
        outside(new LabNetwork().provisioning(), SocksClient.UNRESOLVABLE);
        consumer(new LabNetwork().provisioning(), TIMED_OUT);
        consumer(new LabNetwork().provisioning(), NLB_NAME, 6);
    }

    @Test
    void noListenerOnThatPort() throws Exception {
        LabNetwork network = new LabNetwork().listeners(Map.of(8080, TARGET_GROUP));
        outside(network, SocksClient.TIMED_OUT);
        consumer(network, TIMED_OUT);
    }

    @Test
    void consumersZoneHasANodeButNoHealthyTarget() throws Exception {
        LabNetwork network = new LabNetwork().subnet("subnet-node-b", SERVICE_VPC, "10.0.2.0/24", ZONE_B)
                .associate(SERVICE_RTB, "subnet-node-b")
                .node(ZONE_B, "subnet-node-b", "eni-node-b", "10.0.2.20", "203.0.113.21")
                .serviceZones(ZONE_A, ZONE_B)
                .subnet("subnet-b", CUSTOMER_VPC, "10.1.2.0/24", ZONE_B)
                .eni("eni-endpoint-b", "subnet-b", "10.1.2.40", "", ENDPOINT, CUSTOMER_SG)
                .endpointInterfaces(List.of(ENDPOINT_ENI, "eni-endpoint-b"), ENDPOINT_NAME);
        outside(network, SocksClient.SUCCEEDED);
        consumer(network, WORKS);
        consumer(network, "10.1.2.40", TIMED_OUT);
    }

    @Test
    void loadBalancerGroupEnforcedOnPrivateLink() throws Exception {
        LabNetwork network = new LabNetwork().group("sg-nlb", SERVICE_VPC, tcp(80, LAPTOP + "/32"))
                .loadBalancerGroups(true, "sg-nlb");
        outside(network, SocksClient.SUCCEEDED);
        consumer(network, TIMED_OUT);
        consumer(network.loadBalancerGroups(false, "sg-nlb"), WORKS);
    }

    @Test
    void clientIsTheTargetItself() throws Exception {
        net.network = new LabNetwork();
        assertThat(net.on(WEB_PUBLIC_IP, "curl -sS http://" + NLB_NAME).exit()).isEqualTo(TIMED_OUT);
    }

    @Test
    void zoneOfTheTargetIsNotTheLoadBalancers() throws Exception {
        LabNetwork network = new LabNetwork().subnet("subnet-b", SERVICE_VPC, "10.0.3.0/24", ZONE_B)
                .instance("i-b", "subnet-b", "10.0.3.10", "", WEB_SG).targets(new Target("i-b", 80, "unused"));
        outside(network, SocksClient.TIMED_OUT);
        consumer(network, TIMED_OUT);
    }

    @Test
    void addressesAndNamesWithTheSamePage() throws Exception {
        consumer(new LabNetwork(), ENDPOINT_NAME, WORKS);
        consumer(new LabNetwork(), ENDPOINT_ZONAL_NAME, WORKS);
        consumer(new LabNetwork(), NLB_NAME, WORKS);
        consumer(new LabNetwork().overlapping(), NODE_IP, WORKS);
    }
}
