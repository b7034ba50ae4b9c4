package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static endpointlab.network.Verdict.consumer;
import static endpointlab.network.Verdict.from;
import static endpointlab.network.Verdict.healthCheck;
import static endpointlab.network.Verdict.outside;
import static endpointlab.network.Verdict.ssh;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of PrivateLink and of the load balancer behind it. */
class PrivateLinkTruthsTest {

    @Test
    void noGatewayOrInternetRouteIsInvolved() {
        consumer(new LabNetwork().detach(SERVICE_IGW).detach(CUSTOMER_IGW)
                .onlyLocalRoute(SERVICE_RTB).onlyLocalRoute(CUSTOMER_RTB)).reaches(WEB, NODE_IP);
    }

    @Test
    void onlyTheConsumerOpensConnections() {
        from(WEB, CUSTOMER_IP, 22, new LabNetwork())
                .timesOut(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_GATEWAY, SERVICE_IGW);
        from(CUSTOMER, WEB_IP, 80, new LabNetwork())
                .timesOut(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_GATEWAY, CUSTOMER_IGW);
    }

    @Test
    void endpointsAndLoadBalancersCarryTcpOnly() {
        LabNetwork lab = new LabNetwork().ingress(CUSTOMER_SG, LabNetwork.icmp(ANYWHERE));
        Verdict.of(lab, Flow.ping(new Flow.FromInstance(CUSTOMER), ENDPOINT_IP))
                .timesOut(Cause.PROTOCOL_NOT_CARRIED, HopKind.VPC_ENDPOINT, ENDPOINT);
        Verdict.of(lab, Flow.ping(new Flow.Internet(LAPTOP), NLB_NAME))
                .timesOut(Cause.PROTOCOL_NOT_CARRIED, HopKind.LOAD_BALANCER, NLB);
    }

    @Test
    void overlappingVpcsAreFine() {
        LabNetwork lab = new LabNetwork().overlapping();
        from(CUSTOMER, NODE_IP, 80, lab).reaches(WEB, NODE_IP);
        ssh(lab).works();
        outside(lab).works();
    }

    @Test
    void groupRulesOfTheProviderDoNotKnowTheConsumer() {
        for (String peer : List.of(WEB_SG, CUSTOMER_SG)) {
            LabNetwork lab = new LabNetwork().overlapping().group("sg-nlb", SERVICE_VPC, tcp(80, peer))
                    .loadBalancerGroups(true, "sg-nlb");
            from(CUSTOMER, NODE_IP, 80, lab)
                    .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
        }
    }

    @Test
    void targetSeesTheNodeOverPrivateLinkAndTheClientOverThePublicName() {
        consumer(new LabNetwork()).reaches(WEB, NODE_IP);
        outside(new LabNetwork()).reaches(WEB, LAPTOP);
        outside(new LabNetwork().clientIpNotPreserved()).reaches(WEB, NODE_IP);
        healthCheck(new LabNetwork()).reaches(WEB, NODE_IP);
    }

    @Test
    void endpointGroupMembershipAlonePermitsNothing() {
        consumer(new LabNetwork().ingress(CUSTOMER_SG))
                .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, CUSTOMER_SG);
    }

    @Test
    void endpointGroupWithARuleForItselfWorks() {
        consumer(new LabNetwork().ingress(CUSTOMER_SG, tcp(80, CUSTOMER_SG))).works();
    }

    @Test
    void endpointGroupIsAskedForTheConsumersAddress() {
        LabNetwork lab = new LabNetwork().group("sg-endpoint", CUSTOMER_VPC, tcp(80, CUSTOMER_IP + "/32"))
                .endpointGroup("sg-endpoint");
        consumer(lab).works();
        consumer(lab.ingress("sg-endpoint", tcp(80, "10.1.1.11/32")))
                .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-endpoint");
    }

    @Test
    void nodeAddressIsEnoughForHealthChecksAndPrivateLinkButNotForThePublicName() {
        LabNetwork lab = new LabNetwork().ingress(WEB_SG, tcp(80, NODE_IP + "/32"));
        healthCheck(lab).works();
        consumer(lab).works();
        outside(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
    }

    @Test
    void loadBalancerWithoutGroupsLetsEverybodyIn() {
        outside(new LabNetwork().loadBalancerGroups(true)).works();
        consumer(new LabNetwork().loadBalancerGroups(true)).works();
    }

    @Test
    void withoutEnforcementPrivateLinkPassesTheLoadBalancersGroup() {
        LabNetwork lab = new LabNetwork().group("sg-nlb", SERVICE_VPC).loadBalancerGroups(false, "sg-nlb");
        consumer(lab).works();
        outside(lab).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
    }

    @Test
    void targetRuleThatNamesTheLoadBalancersGroupKnowsItDespiteThePreservedAddress() {
        LabNetwork lab = new LabNetwork().group("sg-nlb", SERVICE_VPC, tcp(80, ANYWHERE))
                .loadBalancerGroups(true, "sg-nlb").ingress(WEB_SG, tcp(80, "sg-nlb"));
        outside(lab).reaches(WEB, LAPTOP);
        consumer(lab).reaches(WEB, NODE_IP);
        healthCheck(lab).reaches(WEB, NODE_IP);
        Verdict.of(lab, Flow.tcp(new Flow.Internet(LAPTOP), WEB_PUBLIC_IP, 80))
                .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, WEB_SG);
    }

    @Test
    void healthChecksObeyTheLoadBalancersOutboundRulesOnly() {
        LabNetwork lab = new LabNetwork().group("sg-nlb", SERVICE_VPC).loadBalancerGroups(true, "sg-nlb");
        healthCheck(lab).works();
        healthCheck(lab.egress("sg-nlb", tcp(8080, ANYWHERE)))
                .timesOut(Cause.SECURITY_GROUP_EGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
        outside(lab.ingress("sg-nlb", tcp(80, ANYWHERE)))
                .timesOut(Cause.SECURITY_GROUP_EGRESS, HopKind.SECURITY_GROUP, "sg-nlb");
        outside(lab.egress("sg-nlb", tcp(80, WEB_SG))).works();
    }

    @Test
    void internalLoadBalancerServesAsWellButNotTheInternet() {
        LabNetwork lab = new LabNetwork().internal();
        consumer(lab).works();
        outside(lab).timesOut(Cause.LOAD_BALANCER_NOT_PUBLIC, HopKind.LOAD_BALANCER, NLB);
        from("i-client", NLB_NAME, 80, lab.instance("i-client", SERVICE_SUBNET, "10.0.1.30", "", WEB_SG))
                .reaches(WEB, "10.0.1.30");
    }

    @Test
    void loadBalancerAnswersFromInsideItsVpc() {
        LabNetwork lab = new LabNetwork().instance("i-client", SERVICE_SUBNET, "10.0.1.30", "", WEB_SG);
        from("i-client", NODE_IP, 80, lab).reaches(WEB, "10.0.1.30");
    }

    @Test
    void zonesAreThoseOfTheServiceEvenIfTheLoadBalancerHasMore() {
        LabNetwork lab = new LabNetwork().serviceZones(ZONE_B);
        consumer(lab).timesOut(Cause.AZ_NOT_SERVED, HopKind.ENDPOINT_SERVICE, SERVICE);
    }

    @Test
    void serviceWithTwoLoadBalancersUsesTheActiveOne() {
        for (String arn : List.of("arn:0-before", "arn:z-after")) {
            LabNetwork lab = new LabNetwork().provisioningLoadBalancer(arn, ZONE_A, NODE_ENI)
                    .serviceLoadBalancers(arn, NLB);
            consumer(lab).reaches(WEB, NODE_IP);
            consumer(lab.serviceLoadBalancers(arn))
                    .timesOut(Cause.LOAD_BALANCER_NOT_ACTIVE, HopKind.LOAD_BALANCER, arn);
        }
    }

    private static LabNetwork targetInAnotherSubnet() {
        return new LabNetwork().subnet("subnet-target", SERVICE_VPC, "10.0.2.0/24", ZONE_A)
                .instance("i-target", "subnet-target", "10.0.2.10", "", WEB_SG)
                .targets(new Target("i-target", 80, "healthy"));
    }

    @Test
    void targetsSubnetNeedsNoInternetRoute() {
        outside(targetInAnotherSubnet()).reaches("i-target", LAPTOP);
    }

    @Test
    void targetsNetworkAclIsAskedForTheAddressThatTheTargetSees() {
        LabNetwork lab = targetInAnotherSubnet().acl("subnet-target",
                LabNetwork.allow(100, false, "tcp", PortRange.of(80), NODE_IP + "/32"),
                LabNetwork.allow(100, true, "tcp", new PortRange(1024, 65535), NODE_IP + "/32"));
        consumer(lab).reaches("i-target", NODE_IP);
        outside(lab).timesOut(Cause.NETWORK_ACL_IN, HopKind.NETWORK_ACL, "acl-custom");
        outside(lab.clientIpNotPreserved()).reaches("i-target", NODE_IP);
    }

    @Test
    void nodesNeedAllEphemeralPortsBack() {
        LabNetwork lab = targetInAnotherSubnet().acl("subnet-target",
                LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, true, "tcp", new PortRange(32768, 61000), ANYWHERE));
        consumer(lab).answerIsLost(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void answersTakeTheWayBackwards() {
        LabNetwork lab = targetInAnotherSubnet().onlyLocalRoute(SERVICE_RTB);
        outside(lab).answerIsLost(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, SERVICE_RTB);
        outside(lab.acl("subnet-target", LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE)))
                .answerIsLost(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void serviceDeleted() {
        consumer(new LabNetwork().withoutService())
                .timesOut(Cause.ENDPOINT_SERVICE_GONE, HopKind.ENDPOINT_SERVICE, SERVICE_NAME);
    }

    @Test
    void initialTargetsGetTrafficWhenNoneIsHealthy() {
        outside(new LabNetwork().health("initial")).reaches(WEB, LAPTOP);
        consumer(new LabNetwork().health("initial")).reaches(WEB, NODE_IP);
    }

    @Test
    void unhealthyAndInitialTargetsGetNothingWhenAnotherIsHealthy() {
        LabNetwork lab = new LabNetwork().instance("i-other", SERVICE_SUBNET, "10.0.1.11", "", WEB_SG);
        for (String health : List.of("unhealthy", "initial")) {
            lab.targets(new Target(WEB, 80, health), new Target("i-other", 80, "healthy"));
            for (int client = 1; client < 20; client++) {
                Verdict.of(lab, Flow.tcp(new Flow.Internet("198.51.100." + client), NLB_NAME, 80))
                        .reaches("i-other", "198.51.100." + client);
            }
        }
    }

    @Test
    void severalHealthyTargetsShareClientsAndEachClientKeepsIts() {
        LabNetwork lab = new LabNetwork().instance("i-other", SERVICE_SUBNET, "10.0.1.11", "", WEB_SG)
                .targets(new Target(WEB, 80, "healthy"), new Target("i-other", 80, "healthy"));
        LabNetwork shuffled = new LabNetwork().instance("i-other", SERVICE_SUBNET, "10.0.1.11", "", WEB_SG)
                .targets(new Target("i-other", 80, "healthy"), new Target(WEB, 80, "healthy"));
        List<Object> outcomes = new java.util.ArrayList<>();
        for (int client = 1; client < 50; client++) {
            Flow flow = Flow.tcp(new Flow.Internet("198.51.100." + client), NODE_PUBLIC_IP, 80);
            Path path = Verdict.of(lab, flow).path();
            assertThat(Verdict.of(shuffled, flow).path()).isEqualTo(path);
            outcomes.add(((Path.Delivered) path.outcome()).instanceId());
        }
        assertThat(outcomes).contains(WEB, "i-other");
    }

    @Test
    void targetPortIsTheTargetsOwn() {
        LabNetwork lab = new LabNetwork().targets(new Target(WEB, 8080, "healthy"))
                .ingress(WEB_SG, tcp(8080, ANYWHERE));
        assertThat(outside(lab).path().outcome()).isEqualTo(new Path.Delivered(WEB, 8080, LAPTOP, NLB));
    }

    @Test
    void stoppedTargetDoesNotAnswer() {
        outside(new LabNetwork().stop(WEB)).timesOut(Cause.INSTANCE_NOT_RUNNING, HopKind.INSTANCE, WEB);
    }

    @Test
    void endpointNamesLeadToTheEndpoint() {
        from(CUSTOMER, ENDPOINT_NAME, 80, new LabNetwork()).reaches(WEB, NODE_IP);
        from(CUSTOMER, ENDPOINT_ZONAL_NAME, 80, new LabNetwork()).reaches(WEB, NODE_IP);
        Verdict.of(new LabNetwork(), Flow.tcp(new Flow.Internet(LAPTOP), ENDPOINT_NAME, 80))
                .timesOut(Cause.PRIVATE_DESTINATION, HopKind.INTERNET_HOST, ENDPOINT_IP);
    }
}
