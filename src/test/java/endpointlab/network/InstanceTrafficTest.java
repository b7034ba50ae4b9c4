package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static endpointlab.network.Verdict.from;
import static endpointlab.network.Verdict.outside;
import static endpointlab.network.Verdict.ssh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import endpointlab.network.Flow.FromInstance;
import endpointlab.network.Flow.FromLoadBalancer;
import endpointlab.network.Flow.Internet;
import endpointlab.network.NetworkSnapshot.Route;
import endpointlab.network.NetworkSnapshot.Rule;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Delivered;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Left;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes, gateways, security groups and network ACLs, where PrivateLink takes no part. */
class InstanceTrafficTest {

    private static final String PEER = "i-peer";
    private static final String PEER_IP = "10.1.2.10";

    /** A second instance in the customer's VPC, in another, private subnet. */
    private static LabNetwork withPeer() {
        return new LabNetwork().subnet("subnet-peer", CUSTOMER_VPC, "10.1.2.0/24", ZONE_A)
                .group("sg-peer", CUSTOMER_VPC, tcp(80, ANYWHERE))
                .instance(PEER, "subnet-peer", PEER_IP, "", "sg-peer");
    }

    @Test
    void packageMirrorSeesThePublicAddress() {
        Path path = from(WEB, "198.18.0.1", 443, new LabNetwork()).path();
        assertThat(path.outcome()).isEqualTo(new Left("198.18.0.1", WEB_PUBLIC_IP));
        assertThat(path.hops()).extracting(Hop::kind).containsExactly(HopKind.SOURCE, HopKind.NETWORK_INTERFACE,
                HopKind.SECURITY_GROUP, HopKind.NETWORK_ACL, HopKind.ROUTE_TABLE, HopKind.INTERNET_GATEWAY,
                HopKind.INTERNET_HOST);
        assertThat(path.hops().get(5)).isEqualTo(
                new Hop(HopKind.INTERNET_GATEWAY, SERVICE_IGW, WEB_PUBLIC_IP, "198.18.0.1", false));
    }

    @Test
    void strangersOnTheInternetAreLeftToThemselves() {
        assertThat(Verdict.of(new LabNetwork(), Flow.tcp(new Internet(LAPTOP), "198.18.0.1", 80)).path().outcome())
                .isEqualTo(new Left("198.18.0.1", LAPTOP));
    }

    @Test
    void answersFromTheInternetMustPassTheNetworkAcl() {
        LabNetwork lab = new LabNetwork().acl(SERVICE_SUBNET,
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, false, "tcp", PortRange.of(80), ANYWHERE));
        Verdict verdict = from(WEB, "198.18.0.1", 443, lab);
        assertThat(verdict.path().outcome()).isEqualTo(
                new Path.Dropped(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom"));
        assertThat(verdict.path().hops()).endsWith(
                new Hop(HopKind.INTERNET_HOST, "198.18.0.1", WEB_PUBLIC_IP, "198.18.0.1", false),
                new Hop(HopKind.INTERNET_GATEWAY, SERVICE_IGW, "198.18.0.1", WEB_IP, true),
                new Hop(HopKind.NETWORK_ACL, "acl-custom", "198.18.0.1", WEB_IP, true));
    }

    /** Linux opens connections from 32768 to 61000, clients on the internet from anywhere above 1023. */
    @ParameterizedTest
    @CsvSource({"32768, 61000, true", "1024, 65535, true", "32769, 61000, false", "32768, 60999, false"})
    void instancesNeedTheirOwnEphemeralPortsBack(int from, int to, boolean works) {
        LabNetwork lab = new LabNetwork().acl(SERVICE_SUBNET,
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, false, "tcp", new PortRange(from, to), ANYWHERE));
        assertThat(from(WEB, "198.18.0.1", 443, lab).path().outcome() instanceof Left).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({"1024, 65535, true", "32768, 61000, false", "1024, 65534, false"})
    void internetClientsNeedAllEphemeralPortsBack(int from, int to, boolean works) {
        LabNetwork lab = new LabNetwork().acl(CUSTOMER_SUBNET,
                LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(100, true, "tcp", new PortRange(from, to), ANYWHERE));
        assertThat(ssh(lab).path().outcome() instanceof Delivered).isEqualTo(works);
    }

    @Test
    void networkAclEntriesDecideInTheOrderOfTheirNumbers() {
        LabNetwork lab = new LabNetwork().acl(CUSTOMER_SUBNET,
                LabNetwork.allow(100, true, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.deny(200, false, "tcp", PortRange.of(22), ANYWHERE),
                LabNetwork.allow(100, false, "tcp", PortRange.of(22), LAPTOP + "/32"));
        ssh(lab).works();
        Verdict.of(lab, Flow.tcp(new Internet("198.51.100.8"), CUSTOMER_PUBLIC_IP, 22))
                .timesOut(Cause.NETWORK_ACL_IN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void answersPortsMayBeAllowedPieceByPiece() {
        LabNetwork lab = new LabNetwork().acl(CUSTOMER_SUBNET,
                LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.allow(110, true, "tcp", new PortRange(30000, 65535), ANYWHERE),
                LabNetwork.deny(120, true, "tcp", new PortRange(40000, 50000), ANYWHERE),
                LabNetwork.allow(130, true, "tcp", new PortRange(1, 29999), ANYWHERE));
        ssh(lab).works();
        ssh(lab.acl(CUSTOMER_SUBNET, LabNetwork.allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                LabNetwork.deny(90, true, "tcp", new PortRange(40000, 40000), ANYWHERE),
                LabNetwork.allow(110, true, "tcp", PortRange.ALL, ANYWHERE)))
                .answerIsLost(Cause.NETWORK_ACL_RETURN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void networkAclIsNotAskedWithinASubnet() {
        LabNetwork lab = new LabNetwork().instance(PEER, CUSTOMER_SUBNET, "10.1.1.11", "", CUSTOMER_SG)
                .acl(CUSTOMER_SUBNET);
        from(CUSTOMER, "10.1.1.11", 80, lab).reaches(PEER, CUSTOMER_IP);
        ssh(lab).timesOut(Cause.NETWORK_ACL_IN, HopKind.NETWORK_ACL, "acl-custom");
    }

    @Test
    void neighboursReachEachOtherOverTheLocalRouteOfTheMainTable() {
        Path path = from(PEER, CUSTOMER_IP, 22, withPeer()).path();
        assertThat(path.outcome()).isEqualTo(new Delivered(CUSTOMER, 22, PEER_IP, ""));
        assertThat(path.hops()).extracting(Hop::resourceId).containsExactly(PEER, "eni-peer", "sg-peer",
                "acl-" + CUSTOMER_VPC, "rtb-main-" + CUSTOMER_VPC, "acl-" + CUSTOMER_VPC, CUSTOMER_SG, CUSTOMER_ENI,
                CUSTOMER);
    }

    @Test
    void subnetWithoutAssociationUsesTheMainTableAndStaysPrivate() {
        LabNetwork lab = withPeer().instance(PEER, "subnet-peer", PEER_IP, "203.0.113.31", "sg-peer");
        from(PEER, "198.18.0.1", 80, lab)
                .timesOut(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, "rtb-main-" + CUSTOMER_VPC);
        Verdict.of(lab, Flow.tcp(new Internet(LAPTOP), "203.0.113.31", 80))
                .answerIsLost(Cause.NO_ROUTE, HopKind.ROUTE_TABLE, "rtb-main-" + CUSTOMER_VPC);
        Verdict.of(lab.associate(CUSTOMER_RTB, "subnet-peer"), Flow.tcp(new Internet(LAPTOP), "203.0.113.31", 80))
                .reaches(PEER, LAPTOP);
    }

    @Test
    void groupRulesKnowNeighboursByTheirPrivateAddressOnly() {
        LabNetwork lab = withPeer().ingress("sg-peer", tcp(80, CUSTOMER_SG))
                .instance(PEER, "subnet-peer", PEER_IP, "203.0.113.31", "sg-peer")
                .associate(CUSTOMER_RTB, "subnet-peer");
        from(CUSTOMER, PEER_IP, 80, lab).reaches(PEER, CUSTOMER_IP);
        from(CUSTOMER, "203.0.113.31", 80, lab)
                .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-peer");
        from(CUSTOMER, "203.0.113.31", 80, lab.ingress("sg-peer", tcp(80, CUSTOMER_PUBLIC_IP + "/32")))
                .reaches(PEER, CUSTOMER_PUBLIC_IP);
    }

    @Test
    void outboundGroupRulesKnowTheReceiver() {
        LabNetwork lab = withPeer().egress(CUSTOMER_SG, tcp(80, "sg-peer"));
        from(CUSTOMER, PEER_IP, 80, lab).works();
        from(CUSTOMER, ENDPOINT_IP, 80, lab)
                .timesOut(Cause.SECURITY_GROUP_EGRESS, HopKind.SECURITY_GROUP, CUSTOMER_SG);
    }

    @Test
    void anyOfSeveralGroupsMayLetItIn() {
        LabNetwork lab = new LabNetwork().group("sg-a", CUSTOMER_VPC, tcp(80, ANYWHERE))
                .instance(CUSTOMER, CUSTOMER_SUBNET, CUSTOMER_IP, CUSTOMER_PUBLIC_IP, "sg-a", CUSTOMER_SG);
        ssh(lab).works();
        assertThat(ssh(lab).path().hops()).extracting(Hop::resourceId).contains(CUSTOMER_SG).doesNotContain("sg-a");
        ssh(lab.ingress(CUSTOMER_SG)).timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, "sg-a");
    }

    @Test
    void securityGroupsLetAnswersPassWhateverTheirRules() {
        LabNetwork lab = new LabNetwork().egress(CUSTOMER_SG).egress(WEB_SG);
        ssh(lab).works();
        outside(lab).works();
    }

    @ParameterizedTest
    @CsvSource({"tcp, 22, 22, true", "tcp, 20, 30, true", "tcp, 0, 65535, true", "tcp, 23, 30, false",
            "tcp, 1, 21, false", "udp, 22, 22, false", "icmp, -1, -1, false", "-1, 0, 0, true"})
    void rulesMatchProtocolAndPort(String protocol, int from, int to, boolean works) {
        LabNetwork lab = new LabNetwork().ingress(CUSTOMER_SG, new Rule(protocol, from, to, LAPTOP + "/32"));
        assertThat(ssh(lab).path().outcome() instanceof Delivered).isEqualTo(works);
    }

    @Test
    void pingNeedsAnIcmpRule() {
        Flow ping = Flow.ping(new Internet(LAPTOP), CUSTOMER_PUBLIC_IP);
        Verdict.of(new LabNetwork(), ping)
                .timesOut(Cause.SECURITY_GROUP_INGRESS, HopKind.SECURITY_GROUP, CUSTOMER_SG);
        Verdict.of(new LabNetwork().ingress(CUSTOMER_SG, LabNetwork.icmp(ANYWHERE)), ping).reaches(CUSTOMER, LAPTOP);
    }

    @Test
    void moreSpecificRouteWins() {
        LabNetwork lab = new LabNetwork().routes(CUSTOMER_RTB, new Route("10.1.0.0/16", "local"),
                new Route(ANYWHERE, CUSTOMER_IGW), new Route("198.18.0.0/15", "igw-gone"));
        from(CUSTOMER, "198.18.0.1", 80, lab)
                .timesOut(Cause.ROUTE_BLACKHOLE, HopKind.ROUTE_TABLE, CUSTOMER_RTB);
        assertThat(from(CUSTOMER, "192.0.2.1", 80, lab).path().outcome()).isInstanceOf(Left.class);
    }

    @Test
    void detachedGatewayIsABlackHoleAndLetsNothingIn() {
        LabNetwork lab = new LabNetwork().detach(CUSTOMER_IGW);
        from(CUSTOMER, "198.18.0.1", 80, lab)
                .timesOut(Cause.ROUTE_BLACKHOLE, HopKind.ROUTE_TABLE, CUSTOMER_RTB);
        ssh(lab).timesOut(Cause.NO_INTERNET_GATEWAY, HopKind.INTERNET_GATEWAY, CUSTOMER_VPC);
    }

    @Test
    void gatewayOfAnotherVpcIsABlackHole() {
        LabNetwork lab = new LabNetwork().routes(CUSTOMER_RTB, new Route(ANYWHERE, SERVICE_IGW));
        from(CUSTOMER, "198.18.0.1", 80, lab)
                .timesOut(Cause.ROUTE_BLACKHOLE, HopKind.ROUTE_TABLE, CUSTOMER_RTB);
        ssh(lab).answerIsLost(Cause.ROUTE_BLACKHOLE, HopKind.ROUTE_TABLE, CUSTOMER_RTB);
    }

    @Test
    void instanceThatDoesNotRunNeitherSendsNorReceives() {
        LabNetwork lab = new LabNetwork().stop(CUSTOMER);
        ssh(lab).timesOut(Cause.INSTANCE_NOT_RUNNING, HopKind.INSTANCE, CUSTOMER);
        from(CUSTOMER, ENDPOINT_IP, 80, lab).timesOut(Cause.SOURCE_NOT_RUNNING, HopKind.SOURCE, CUSTOMER);
        from("i-unknown", ENDPOINT_IP, 80, lab).timesOut(Cause.SOURCE_NOT_RUNNING, HopKind.SOURCE, "i-unknown");
    }

    @Test
    void interfaceWithoutOwnerDoesNotAnswer() {
        LabNetwork lab = new LabNetwork().eni("eni-left", CUSTOMER_SUBNET, "10.1.1.50", "", "i-gone", CUSTOMER_SG);
        from(CUSTOMER, "10.1.1.50", 80, lab)
                .timesOut(Cause.NO_SUCH_ADDRESS, HopKind.NETWORK_INTERFACE, "eni-left");
    }

    @Test
    void nodesCheckNothingBeforeTheLoadBalancerIsActive() {
        Flow check = Flow.tcp(new FromLoadBalancer(NLB, ZONE_A), WEB_IP, 80);
        Verdict.of(new LabNetwork().provisioning(), check)
                .timesOut(Cause.LOAD_BALANCER_NOT_ACTIVE, HopKind.SOURCE, NLB);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1", "10.1.1.10, 10.1.1.10",
            "ip-10-1-1-10.ec2.internal, 10.1.1.10"})
    void instanceReachesItselfWithoutAskingAnyGroup(String destination, String sourceSeen) {
        LabNetwork lab = new LabNetwork().ingress(CUSTOMER_SG).egress(CUSTOMER_SG);
        from(CUSTOMER, destination, 80, lab).reaches(CUSTOMER, sourceSeen);
    }

    @Test
    void unresolvableNameEndsAtTheResolver() {
        from(CUSTOMER, "no-such.invalid", 80, new LabNetwork()).isUnresolvable("no-such.invalid");
    }

    @Test
    void flowsAreTcpToAPortOrPing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Flow.tcp(new FromInstance(WEB), WEB_IP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Flow.tcp(new FromInstance(WEB), WEB_IP, 65536));
        assertThatIllegalArgumentException().isThrownBy(() -> new Flow(new FromInstance(WEB), WEB_IP, "udp", 53));
    }
}
