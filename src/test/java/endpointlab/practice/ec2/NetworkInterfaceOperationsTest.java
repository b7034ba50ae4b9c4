package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import endpointlab.practice.world.NetworkInterfaces;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

class NetworkInterfaceOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String subnet = account.subnet(vpc, "10.0.1.0/24");

    @AfterEach
    void close() {
        account.close();
    }

    private String loadBalancersInterface() {
        return account.cloud.world.locked(() -> account.cloud.interfaces.create(new NetworkInterfaces.Spec(
                account.cloud.findSurely.subnet(subnet), "nlb", null, true, "ELB net/MyNetwork-LB/0123456789abcdef",
                "network_load_balancer", "amazon-elb", List.of(), "amazon-aws",
                "arn:aws:elasticloadbalancing:x", account.cloud.now())).id());
    }

    @Test
    void aLoadBalancersInterfaceIsFoundByItsDescriptionAndOwner() {
        String id = loadBalancersInterface();

        NetworkInterface one = account.ec2.describeNetworkInterfaces(r -> r.filters(
                filter("description", "ELB net/MyNetwork-LB/*"),
                filter("attachment.instance-owner-id", "amazon-aws"))).networkInterfaces().get(0);
        assertThat(one.networkInterfaceId()).isEqualTo(id);
        assertThat(one.requesterManaged()).isTrue();
        assertThat(one.statusAsString()).isEqualTo("in-use");
        assertThat(one.interfaceTypeAsString()).isEqualTo("network_load_balancer");
        assertThat(one.attachment().instanceId()).isNull();
    }

    @Test
    void noInterfaceCanBeDeletedByItself() {
        String id = loadBalancersInterface();

        account.refused("InvalidParameterValue", "Network interface '" + id + "' is currently in use.",
                ec2 -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id)));
        account.refused("InvalidNetworkInterfaceID.NotFound", "The networkInterface ID 'eni-1' does not exist",
                ec2 -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId("eni-1")));
    }

    @Test
    void aReleasedOneIsGone() {
        String id = loadBalancersInterface();
        account.cloud.world.locked(() ->
                account.cloud.interfaces.release("arn:aws:elasticloadbalancing:x", account.cloud.now()));

        account.refused("InvalidNetworkInterfaceID.NotFound", "The networkInterface ID '" + id + "' does not exist",
                ec2 -> ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id)));
        assertThat(account.ec2.describeNetworkInterfaces().networkInterfaces()).isEmpty();
        account.ec2.deleteSubnet(r -> r.subnetId(subnet));
    }
}
