package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.ip.Cidr;
import endpointlab.network.NetworkSnapshot.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameResolverTest {

    private final NameResolver resolver = new NameResolver();

    private List<String> outside(LabNetwork lab, String name) {
        return resolver.fromInternet(lab.snapshot(), name);
    }

    private List<String> inside(LabNetwork lab, String name) {
        return resolver.fromVpc(lab.snapshot(), CUSTOMER_VPC, name);
    }

    @Test
    void loadBalancersNameGivesPublicAddressesEverywhere() {
        assertThat(outside(new LabNetwork(), NLB_NAME)).containsExactly(NODE_PUBLIC_IP);
        assertThat(inside(new LabNetwork(), NLB_NAME)).containsExactly(NODE_PUBLIC_IP);
        assertThat(outside(new LabNetwork(), "us-east-1a." + NLB_NAME)).containsExactly(NODE_PUBLIC_IP);
        assertThat(outside(new LabNetwork(), "us-east-1b." + NLB_NAME)).isEmpty();
    }

    @Test
    void upperCaseAndAFinalDotDoNotMatter() {
        assertThat(outside(new LabNetwork(), NLB_NAME.toUpperCase(java.util.Locale.ROOT) + "."))
                .containsExactly(NODE_PUBLIC_IP);
    }

    @Test
    void provisioningLoadBalancerHasNoAddress() {
        assertThat(outside(new LabNetwork().provisioning(), NLB_NAME)).isEmpty();
    }

    @Test
    void internalLoadBalancersNameGivesPrivateAddresses() {
        assertThat(outside(new LabNetwork().internal(), NLB_NAME)).containsExactly(NODE_IP);
    }

    @Test
    void zonesWithoutHealthyTargetsAreLeftOutUnlessAllAre() {
        LabNetwork lab = new LabNetwork().subnet("subnet-b", SERVICE_VPC, "10.0.2.0/24", ZONE_B)
                .node(ZONE_B, "subnet-b", "eni-node-b", "10.0.2.20", "203.0.113.21");
        assertThat(outside(lab, NLB_NAME)).containsExactly(NODE_PUBLIC_IP);
        assertThat(outside(lab.health("unhealthy"), NLB_NAME)).containsExactly(NODE_PUBLIC_IP, "203.0.113.21");
        lab.instance("i-b", "subnet-b", "10.0.2.10", "", WEB_SG)
                .targets(new Target(WEB, 80, "unhealthy"), new Target("i-b", 80, "healthy"));
        assertThat(outside(lab, NLB_NAME)).containsExactly("203.0.113.21");
        assertThat(outside(lab.crossZone(), NLB_NAME)).containsExactly(NODE_PUBLIC_IP, "203.0.113.21");
    }

    @Test
    void endpointsNamesGivePrivateAddressesEverywhere() {
        assertThat(inside(new LabNetwork(), ENDPOINT_NAME)).containsExactly(ENDPOINT_IP);
        assertThat(outside(new LabNetwork(), ENDPOINT_NAME)).containsExactly(ENDPOINT_IP);
        assertThat(inside(new LabNetwork().endpointState("pendingAcceptance"), ENDPOINT_NAME))
                .containsExactly(ENDPOINT_IP);
        assertThat(inside(new LabNetwork().withoutEndpoint(), ENDPOINT_NAME)).isEmpty();
    }

    @Test
    void endpointsZonalNameGivesItsZonesAddress() {
        LabNetwork lab = new LabNetwork().subnet("subnet-b", CUSTOMER_VPC, "10.1.2.0/24", ZONE_B)
                .eni("eni-endpoint-b", "subnet-b", "10.1.2.40", "", ENDPOINT, CUSTOMER_SG)
                .endpointInterfaces(List.of("eni-endpoint-b", ENDPOINT_ENI), ENDPOINT_NAME, ENDPOINT_ZONAL_NAME);
        assertThat(inside(lab, ENDPOINT_NAME)).containsExactly(ENDPOINT_IP, "10.1.2.40");
        assertThat(inside(lab, ENDPOINT_ZONAL_NAME)).containsExactly(ENDPOINT_IP);
    }

    @Test
    void privateNamesOfInstancesWorkInTheirOwnVpcOnly() {
        assertThat(inside(new LabNetwork(), "ip-10-1-1-10.ec2.internal")).containsExactly(CUSTOMER_IP);
        assertThat(inside(new LabNetwork(), "ip-10-1-1-10.ap-northeast-1.compute.internal"))
                .containsExactly(CUSTOMER_IP);
        assertThat(inside(new LabNetwork(), "ip-10-0-1-10.ec2.internal")).isEmpty();
        assertThat(outside(new LabNetwork(), "ip-10-1-1-10.ec2.internal")).isEmpty();
    }

    @Test
    void literalsGiveThemselves() {
        assertThat(outside(new LabNetwork(), "192.0.2.1")).containsExactly("192.0.2.1");
        assertThat(inside(new LabNetwork(), "10.1.1.10")).containsExactly("10.1.1.10");
    }

    @Test
    void localhostIsTheInstanceItself() {
        assertThat(inside(new LabNetwork(), "localhost")).containsExactly("127.0.0.1");
        assertThat(outside(new LabNetwork(), "localhost")).isEmpty();
    }

    @Test
    void otherNamesStandForHostsOnTheInternet() {
        List<String> mirror = inside(new LabNetwork(), "al2023-repos-us-east-1.s3.dualstack.us-east-1.amazonaws.com");
        assertThat(mirror).hasSize(1).allMatch(Cidr.parse("198.18.0.0/15")::contains);
        assertThat(outside(new LabNetwork(), "AL2023-repos-us-east-1.s3.dualstack.us-east-1.amazonaws.com."))
                .isEqualTo(mirror);
        assertThat(outside(new LabNetwork(), "cdn.amazonlinux.com")).isNotEqualTo(mirror);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other-0123456789abcdef.elb.us-east-1.amazonaws.com", "old-1.us-east-1.elb.amazonaws.com",
            "vpce-0c-abcdefgh.vpce-svc-0a.us-east-1.vpce.amazonaws.com", "vpce-svc-0a.us-east-1.vpce.amazonaws.com",
            "ec2-203-0-113-10.compute-1.amazonaws.com", "ec2-203-0-113-10.ap-northeast-1.compute.amazonaws.com",
            "no-such.invalid", "host.test", "web.example", "printer.local", "x.internal", "webserver1", "",
            ".", "a..example.com", "-a.com", "10.0.0.256", "10.0.1", "日本.com", "a b.com", "http://a.com"})
    void namesThatNobodyHas(String name) {
        assertThat(outside(new LabNetwork(), name)).isEmpty();
        assertThat(inside(new LabNetwork(), name)).isEmpty();
    }
}
