package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static endpointlab.network.Verdict.consumer;
import static endpointlab.network.Verdict.from;
import static endpointlab.network.Verdict.healthCheck;
import static endpointlab.network.Verdict.outside;
import static endpointlab.network.Verdict.ssh;

import endpointlab.network.Flow.Internet;
import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why curl fails: row by row, as far as the network decides it and not the web server. */
class DecisionTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "rejected", "pending", "failed", "expired", "deleting"})
    void endpointThatIsNotAvailable(String state) {
        LabNetwork lab = new LabNetwork().endpointState(state);
        consumer(lab).timesOut(Cause.ENDPOINT_NOT_AVAILABLE, HopKind.VPC_ENDPOINT, ENDPOINT);
        outside(lab).works();
    }

    @Test
    void endpointPendingJustAfterAcceptThenAvailable() {
        LabNetwork lab = new LabNetwork().endpointState("pending");
        consumer(lab).timesOut(Cause.ENDPOINT_NOT_AVAILABLE, HopKind.VPC_ENDPOINT, ENDPOINT);
        consumer(lab.endpointState("available")).works();
    }

    @Test
    void endpointDeleted() {
        consumer(new LabNetwork().withoutEndpoint())
                .timesOut(Cause.NO_SUCH_ADDRESS, HopKind.NETWORK_INTERFACE, CUSTOMER_VPC);
    }

    @Test
    void wrongAddressInTheSameSubnet() {
        from(CUSTOMER, "10.1.1.99", 80, new LabNetwork())
                .timesOut(Cause.NO_SUCH_ADDRESS, HopKind.NETWORK_INTERFACE, CUSTOMER_VPC);
    }

    @Test
    void endpointGroupLacks80FromTheConsumer() {
        LabNetwork lab = new LabNetwork().ingress(CUSTOMER_SG, tcp(22, ANYWHERE));
        consumer(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, CUSTOMER_SG);
    }

    @Test
    void consumerGroupBlocks80OnTheWayOut() {
        LabNetwork lab = new LabNetwork().egress(CUSTOMER_SG, tcp(443, ANYWHERE));
        consumer(lab).timesOut(Cause.SECURITY_GROUP_EGRESS, HopKind.SECURITY_GROUP, CUSTOMER_SG);
        ssh(lab).works();
    }

    @Test
    void networkAclOfTheProviderBlocksTheWayIn() {
        LabNetwork lab = new LabNetwork().acl(SERVICE_SUBNET,
                LabNetwork.deny(90, false, "tcp", PortRange.of(80), ANYWHERE),
                LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE));
        outside(lab).timesOut(Cause.NETWORK_ACL_IN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void networkAclOfTheProviderBlocksTheAnswer() {
        LabNetwork lab = new LabNetwork().acl(SERVICE_SUBNET,
                LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, true, "tcp", PortRange.of(80), ANYWHERE));
        outside(lab).answerIsLost(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom");
    }

    private static LabNetwork endpointInAnotherSubnet() {
        return new LabNetwork().subnet("subnet-endpoint", CUSTOMER_VPC, "10.1.2.0/24", ZONE_A)
                .eni(ENDPOINT_ENI, "subnet-endpoint", ENDPOINT_IP, "", ENDPOINT, CUSTOMER_SG);
    }

    @Test
    void networkAclOfTheConsumerBlocksTheWayOut() {
        LabNetwork lab = endpointInAnotherSubnet();
        consumer(lab).works();
        consumer(lab.acl(CUSTOMER_SUBNET, LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE)))
                .timesOut(Cause.NETWORK_ACL_OUT, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void networkAclOfTheEndpointsSubnetBlocksTheWayIn() {
        LabNetwork lab = endpointInAnotherSubnet().acl("subnet-endpoint",
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE));
        consumer(lab).timesOut(Cause.NETWORK_ACL_IN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void networkAclOfTheConsumerBlocksTheAnswer() {
        LabNetwork lab = endpointInAnotherSubnet().acl(CUSTOMER_SUBNET,
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, false, "tcp", new PortRange(1, 1023), ANYWHERE));
        consumer(lab).answerIsLost(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void noInternetRouteInTheConsumersVpc() {
        LabNetwork lab = new LabNetwork().onlyLocalRoute(CUSTOMER_RTB);
        consumer(lab).works();
        ssh(lab).answerIsLost(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, CUSTOMER_RTB);
    }

    @Test
    void noInternetRouteInTheProvidersVpc() {
        LabNetwork lab = new LabNetwork().onlyLocalRoute(SERVICE_RTB);
        outside(lab).answerIsLost(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, SERVICE_RTB);
        from(WEB, "mirror.amazonlinux.com", 443, lab)
                .timesOut(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, SERVICE_RTB);
        consumer(lab).works();
    }

    @Test
    void publicAddressMissingOnTheInstance() {
        LabNetwork lab = new LabNetwork().instance(CUSTOMER, CUSTOMER_SUBNET, CUSTOMER_IP, "", CUSTOMER_SG);
        Verdict.of(lab, Flow.tcp(new Internet(LAPTOP), CUSTOMER_IP, 22))
                .timesOut(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_HOST, CUSTOMER_IP);
        from(CUSTOMER, "mirror.amazonlinux.com", 443, lab)
                .timesOut(Cause.NO_PUBLIC_ADDRESS, HopKind.INTERNET_GATEWAY, CUSTOMER_IGW);
    }

    @Test
    void webGroupAllowsOnlyMyAddress() {
        LabNetwork lab = new LabNetwork().ingress(WEB_SG, tcp(80, LAPTOP + "/32"));
        healthCheck(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
        lab.health("unhealthy");
        outside(lab).reaches(WEB, LAPTOP);
        consumer(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
    }

    @Test
    void webGroupLacks80() {
        LabNetwork lab = new LabNetwork().ingress(WEB_SG, tcp(22, ANYWHERE)).health("unhealthy");
        outside(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
        consumer(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
    }

    @Test
    void webServerNotListeningIsDeliveredForTheInstanceToRefuse() {
        LabNetwork lab = new LabNetwork().health("unhealthy");
        outside(lab).reaches(WEB, LAPTOP);
        consumer(lab).reaches(WEB, NODE_IP);
    }

    @Test
    void targetGroupWithoutTarget() {
        LabNetwork lab = new LabNetwork().targets();
        outside(lab).timesOut(Cause.NO_TARGET, HopKind.TARGET_GROUP, TARGET_GROUP);
        consumer(lab).timesOut(Cause.NO_TARGET, HopKind.TARGET_GROUP, TARGET_GROUP);
    }

    /** Also the row of the target in a zone that the load balancer isn't in: AWS calls such a target unused. */
    @ParameterizedTest
    @ValueSource(strings = {"unused", "draining"})
    void targetThatGetsNoTraffic(String health) {
        LabNetwork lab = new LabNetwork().health(health);
        outside(lab).timesOut(Cause.NO_TARGET, HopKind.TARGET_GROUP, TARGET_GROUP);
        consumer(lab).timesOut(Cause.NO_TARGET, HopKind.TARGET_GROUP, TARGET_GROUP);
    }

    @Test
    void loadBalancerStillProvisioning() {
        LabNetwork lab = new LabNetwork().provisioning();
        outside(lab).isUnresolvable(NLB_NAME);
        Verdict.of(lab, Flow.tcp(new Internet(LAPTOP), NODE_PUBLIC_IP, 80))
                .timesOut(Cause.LOAD_BALANCER_NOT_ACTIVE, HopKind.LOAD_BALANCER, NLB);
        consumer(lab).timesOut(Cause.LOAD_BALANCER_NOT_ACTIVE, HopKind.LOAD_BALANCER, NLB);
    }

    @Test
    void noListenerOnThatPort() {
        LabNetwork lab = new LabNetwork().listeners(Map.of(8080, TARGET_GROUP));
        outside(lab).timesOut(Cause.NO_LISTENER, HopKind.LISTENER, NLB);
        consumer(lab).timesOut(Cause.NO_LISTENER, HopKind.LISTENER, NLB);
    }

    @Test
    void endpointInAZoneThatTheServiceIsNotIn() {
        LabNetwork lab = new LabNetwork().subnet("subnet-b", CUSTOMER_VPC, "10.1.2.0/24", ZONE_B)
                .eni(ENDPOINT_ENI, "subnet-b", ENDPOINT_IP, "", ENDPOINT, CUSTOMER_SG);
        consumer(lab).timesOut(Cause.AZ_NOT_SERVED, HopKind.ENDPOINT_SERVICE, SERVICE);
    }

    private static LabNetwork consumerZoneHasANodeButNoTarget() {
        return new LabNetwork().subnet("subnet-node-b", SERVICE_VPC, "10.0.2.0/24", ZONE_B)
                .associate(SERVICE_RTB, "subnet-node-b")
                .node(ZONE_B, "subnet-node-b", "eni-node-b", "10.0.2.20", "203.0.113.21")
                .serviceZones(ZONE_A, ZONE_B)
                .subnet("subnet-b", CUSTOMER_VPC, "10.1.2.0/24", ZONE_B)
                .eni("eni-endpoint-b", "subnet-b", "10.1.2.40", "", ENDPOINT, CUSTOMER_SG)
                .endpointInterfaces(List.of(ENDPOINT_ENI, "eni-endpoint-b"), ENDPOINT_NAME);
    }

    @Test
    void consumersZoneHasANodeButNoHealthyTarget() {
        LabNetwork lab = consumerZoneHasANodeButNoTarget();
        outside(lab).reaches(WEB, LAPTOP);
        consumer(lab).reaches(WEB, NODE_IP);
        from(CUSTOMER, "10.1.2.40", 80, lab)
                .timesOut(Cause.NO_TARGET_IN_ZONE, HopKind.TARGET_GROUP, TARGET_GROUP);
        from(CUSTOMER, "10.1.2.40", 80, lab.crossZone()).reaches(WEB, "10.0.2.20");
    }

    @Test
    void loadBalancerGroupEnforcedOnPrivateLinkWithoutTheConsumersAddress() {
        LabNetwork lab = new LabNetwork().group("sg-nlb", SERVICE_VPC, tcp(80, LAPTOP + "/32"))
                .loadBalancerGroups(true, "sg-nlb");
        outside(lab).works();
        consumer(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
        consumer(lab.ingress("sg-nlb", tcp(80, CUSTOMER_IP + "/32"))).works();
        outside(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
    }

    @Test
    void clientIsTheTargetItself() {
        LabNetwork lab = new LabNetwork();
        from(WEB, NLB_NAME, 80, lab).timesOut(Cause.HAIRPIN, HopKind.INSTANCE, WEB);
        from(WEB, NODE_IP, 80, lab).timesOut(Cause.HAIRPIN, HopKind.INSTANCE, WEB);
        from(WEB, NODE_IP, 80, lab.clientIpNotPreserved()).reaches(WEB, NODE_IP);
    }

    @Test
    void hairpinNeedsTheVeryInstance() {
        LabNetwork lab = new LabNetwork().instance("i-other", SERVICE_SUBNET, "10.0.1.11", "", WEB_SG)
                .targets(new Target("i-other", 80, "healthy"));
        from(WEB, NODE_IP, 80, lab).reaches("i-other", WEB_IP);
    }
}
