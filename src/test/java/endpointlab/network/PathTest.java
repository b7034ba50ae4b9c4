package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.Flow.FromInstance;
import endpointlab.network.Flow.FromLoadBalancer;
import endpointlab.network.Flow.Internet;
import endpointlab.network.Path.Delivered;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import org.junit.jupiter.api.Test;

/** The ways that work in the finished lab, hop by hop. */
class PathTest {

    private final ReachabilityJudge judge = new ReachabilityJudge();

    private Path judge(Flow flow) {
        return judge.judge(new LabNetwork().snapshot(), flow);
    }

    private static Hop hop(HopKind kind, String id, String source, String destination) {
        return new Hop(kind, id, source, destination, false);
    }

    @Test
    void fromTheCustomerThroughTheEndpoint() {
        Path path = judge(Flow.tcp(new FromInstance(CUSTOMER), ENDPOINT_IP, 80));

        assertThat(path.outcome()).isEqualTo(new Delivered(WEB, 80, NODE_IP, NLB));
        assertThat(path.hops()).containsExactly(
                hop(HopKind.SOURCE, CUSTOMER, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.NETWORK_INTERFACE, CUSTOMER_ENI, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.SECURITY_GROUP, CUSTOMER_SG, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.ROUTE_TABLE, CUSTOMER_RTB, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.SECURITY_GROUP, CUSTOMER_SG, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.NETWORK_INTERFACE, ENDPOINT_ENI, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.VPC_ENDPOINT, ENDPOINT, CUSTOMER_IP, ENDPOINT_IP),
                hop(HopKind.ENDPOINT_SERVICE, SERVICE, CUSTOMER_IP, NODE_IP),
                hop(HopKind.NETWORK_INTERFACE, NODE_ENI, CUSTOMER_IP, NODE_IP),
                hop(HopKind.LOAD_BALANCER, NLB, CUSTOMER_IP, NODE_IP),
                hop(HopKind.LISTENER, NLB + ":80", CUSTOMER_IP, NODE_IP),
                hop(HopKind.TARGET_GROUP, TARGET_GROUP, NODE_IP, WEB_IP),
                hop(HopKind.ROUTE_TABLE, SERVICE_RTB, NODE_IP, WEB_IP),
                hop(HopKind.SECURITY_GROUP, WEB_SG, NODE_IP, WEB_IP),
                hop(HopKind.NETWORK_INTERFACE, WEB_ENI, NODE_IP, WEB_IP),
                hop(HopKind.INSTANCE, WEB, NODE_IP, WEB_IP));
    }

    @Test
    void fromTheLaptopThroughTheLoadBalancersName() {
        Path path = judge(Flow.tcp(new Internet(LAPTOP), NLB_NAME, 80));

        assertThat(path.outcome()).isEqualTo(new Delivered(WEB, 80, LAPTOP, NLB));
        assertThat(path.hops()).containsExactly(
                hop(HopKind.SOURCE, LAPTOP, LAPTOP, NODE_PUBLIC_IP),
                hop(HopKind.DNS, NLB_NAME, LAPTOP, NODE_PUBLIC_IP),
                hop(HopKind.INTERNET_GATEWAY, SERVICE_IGW, LAPTOP, NODE_IP),
                hop(HopKind.NETWORK_ACL, "acl-" + SERVICE_VPC, LAPTOP, NODE_IP),
                hop(HopKind.NETWORK_INTERFACE, NODE_ENI, LAPTOP, NODE_IP),
                hop(HopKind.LOAD_BALANCER, NLB, LAPTOP, NODE_IP),
                hop(HopKind.LISTENER, NLB + ":80", LAPTOP, NODE_IP),
                hop(HopKind.TARGET_GROUP, TARGET_GROUP, LAPTOP, WEB_IP),
                hop(HopKind.ROUTE_TABLE, SERVICE_RTB, LAPTOP, WEB_IP),
                hop(HopKind.SECURITY_GROUP, WEB_SG, LAPTOP, WEB_IP),
                hop(HopKind.NETWORK_INTERFACE, WEB_ENI, LAPTOP, WEB_IP),
                hop(HopKind.INSTANCE, WEB, LAPTOP, WEB_IP));
    }

    @Test
    void fromTheLaptopToTheCustomersSshPort() {
        Path path = judge(Flow.tcp(new Internet(LAPTOP), CUSTOMER_PUBLIC_IP, 22));

        assertThat(path.outcome()).isEqualTo(new Delivered(CUSTOMER, 22, LAPTOP, ""));
        assertThat(path.hops()).containsExactly(
                hop(HopKind.SOURCE, LAPTOP, LAPTOP, CUSTOMER_PUBLIC_IP),
                hop(HopKind.INTERNET_GATEWAY, CUSTOMER_IGW, LAPTOP, CUSTOMER_IP),
                hop(HopKind.NETWORK_ACL, "acl-" + CUSTOMER_VPC, LAPTOP, CUSTOMER_IP),
                hop(HopKind.SECURITY_GROUP, CUSTOMER_SG, LAPTOP, CUSTOMER_IP),
                hop(HopKind.NETWORK_INTERFACE, CUSTOMER_ENI, LAPTOP, CUSTOMER_IP),
                hop(HopKind.INSTANCE, CUSTOMER, LAPTOP, CUSTOMER_IP));
    }

    @Test
    void fromTheCustomerThroughTheInternetToTheLoadBalancer() {
        Path path = judge(Flow.tcp(new FromInstance(CUSTOMER), NLB_NAME, 80));

        assertThat(path.outcome()).isEqualTo(new Delivered(WEB, 80, CUSTOMER_PUBLIC_IP, NLB));
        assertThat(path.hops()).contains(
                hop(HopKind.INTERNET_GATEWAY, CUSTOMER_IGW, CUSTOMER_PUBLIC_IP, NODE_PUBLIC_IP),
                hop(HopKind.INTERNET_GATEWAY, SERVICE_IGW, CUSTOMER_PUBLIC_IP, NODE_IP));
    }

    @Test
    void healthChecksComeFromTheNode() {
        Path path = judge(Flow.tcp(new FromLoadBalancer(NLB, ZONE_A), WEB_IP, 80));

        assertThat(path.outcome()).isEqualTo(new Delivered(WEB, 80, NODE_IP, ""));
        assertThat(path.hops()).containsExactly(
                hop(HopKind.SOURCE, NLB, NODE_IP, WEB_IP),
                hop(HopKind.NETWORK_INTERFACE, NODE_ENI, NODE_IP, WEB_IP),
                hop(HopKind.ROUTE_TABLE, SERVICE_RTB, NODE_IP, WEB_IP),
                hop(HopKind.SECURITY_GROUP, WEB_SG, NODE_IP, WEB_IP),
                hop(HopKind.NETWORK_INTERFACE, WEB_ENI, NODE_IP, WEB_IP),
                hop(HopKind.INSTANCE, WEB, NODE_IP, WEB_IP));
    }
}
