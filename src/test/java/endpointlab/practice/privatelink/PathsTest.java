package endpointlab.practice.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.SnapshotBuilder;
import endpointlab.practice.world.Transition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The judge of reachability sees what the operations made, as soon as it is there and as long as it is there. */
class PathsTest extends PrivateLinkLab {

    private static final Flow.Internet LAPTOP = new Flow.Internet("198.51.100.7");

    private String server;
    private String client;

    @BeforeEach
    void target() {
        server = practice.network.instance(providerSubnet);
        client = practice.network.instance(customerSubnet);
        String group = practice.elb().createTargetGroup(request -> request.name("tg").protocol("TCP").port(80)
                .vpcId(providerVpc)).targetGroups().get(0).targetGroupArn();
        practice.elb().registerTargets(request -> request.targetGroupArn(group).targets(target -> target.id(server)));
        practice.elb().createListener(request -> request.loadBalancerArn(balancer).protocol("TCP").port(80)
                .defaultActions(action -> action.type("forward").targetGroupArn(group)));
    }

    private Path.Outcome outcome(Flow.Source source, String destination) {
        return new ReachabilityJudge().judge(new SnapshotBuilder(practice.world).at(practice.now()),
                Flow.tcp(source, destination, 80)).outcome();
    }

    private String dnsName() {
        return practice.world.loadBalancers.find(balancer).orElseThrow().dnsName();
    }

    private String nodeAddress() {
        return practice.cloud().interfaces.ofOwner(balancer).get(0).privateIp();
    }

    @Test
    void theInternetReachesTheTargetWhileTheLoadBalancerLives() {
        assertThat(outcome(LAPTOP, dnsName()))
                .isEqualTo(new Path.Delivered(server, 80, "198.51.100.7", balancer));
        String name = dnsName();
        practice.elb().deleteLoadBalancer(request -> request.loadBalancerArn(balancer));
        assertThat(outcome(LAPTOP, name)).isEqualTo(new Path.Unresolvable(name));
    }

    @Test
    void theCustomerReachesTheTargetWhileTheConnectionIsAvailable() {
        ServiceConfiguration service = usableService();
        VpcEndpoint endpoint = requestedEndpoint(service);
        String address = practice.cloud().interfaces.ofOwner(endpoint.vpcEndpointId()).stream()
                .map(NetworkInterface::privateIp).findFirst().orElseThrow();
        assertNotAvailable(address);
        accept(service, endpoint);
        assertNotAvailable(address);
        practice.advance(Transition.ENDPOINT_AVAILABLE);
        Path.Delivered delivered = new Path.Delivered(server, 80, nodeAddress(), balancer);
        assertThat(outcome(new Flow.FromInstance(client), address)).isEqualTo(delivered);
        assertThat(outcome(new Flow.FromInstance(client), endpoint.dnsEntries().get(0).dnsName()))
                .isEqualTo(delivered);
        reject(service, endpoint);
        assertNotAvailable(address);
    }

    private void assertNotAvailable(String address) {
        assertThat(outcome(new Flow.FromInstance(client), address)).isInstanceOfSatisfying(Path.Dropped.class,
                dropped -> assertThat(dropped.cause()).isEqualTo(Path.Cause.ENDPOINT_NOT_AVAILABLE));
    }
}
