package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.NetworkSnapshot;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkAclAssociation;
import endpointlab.practice.world.Entities.NetworkAclEntry;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.RouteTableAssociation;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.VpcEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The picture shows what exists at its time, and nothing else. */
class SnapshotBuilderTest {

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private final World world = new World("123456789012", "us-east-1", 1);
    private final SnapshotBuilder builder = new SnapshotBuilder(world);

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    private NetworkSnapshot at(long seconds) {
        return builder.at(after(seconds));
    }

    @Test
    void rulesAndRoutesAreTakenOver() {
        world.routeTables.put(new RouteTable("rtb-1", "vpc-1",
                List.of(new Route("10.0.0.0/16", "local", "CreateRouteTable"),
                        new Route("0.0.0.0/0", "igw-1", "CreateRoute")),
                List.of(new RouteTableAssociation("rtbassoc-1", null, true),
                        new RouteTableAssociation("rtbassoc-2", "subnet-1", false)), START));
        world.securityGroups.put(new SecurityGroup("sg-1", "vpc-1", "web", "d", false, List.of(
                new SecurityGroupRule("sgr-1", false, "tcp", 80, 80, "0.0.0.0/0", null, null, null),
                new SecurityGroupRule("sgr-2", false, "icmp", -1, -1, null, null, "sg-1", null),
                new SecurityGroupRule("sgr-4", false, "tcp", 22, 22, null, "::/0", null, null),
                new SecurityGroupRule("sgr-3", true, "-1", null, null, "0.0.0.0/0", null, null, null)), START));
        world.networkAcls.put(new NetworkAcl("acl-1", "vpc-1", true,
                List.of(new NetworkAclEntry(100, false, "6", "deny", "10.0.0.0/8", 1024, 2048)),
                List.of(new NetworkAclAssociation("aclassoc-1", "subnet-1"))));

        NetworkSnapshot snapshot = at(0);

        assertThat(snapshot.routeTables().get("rtb-1")).isEqualTo(new NetworkSnapshot.RouteTable("rtb-1", "vpc-1",
                true, Set.of("subnet-1"), List.of(new NetworkSnapshot.Route("10.0.0.0/16", "local"),
                        new NetworkSnapshot.Route("0.0.0.0/0", "igw-1"))));
        NetworkSnapshot.SecurityGroup group = snapshot.securityGroups().get("sg-1");
        assertThat(group.ingress()).containsExactly(new NetworkSnapshot.Rule("tcp", 80, 80, "0.0.0.0/0"),
                new NetworkSnapshot.Rule("icmp", 0, 65_535, "sg-1"));
        assertThat(group.egress()).containsExactly(new NetworkSnapshot.Rule("-1", 0, 65_535, "0.0.0.0/0"));
        assertThat(snapshot.networkAcls().get("acl-1").entries()).containsExactly(
                new NetworkSnapshot.AclEntry(100, false, false, "tcp", 1024, 2048, "10.0.0.0/8"));
    }

    @Test
    void anInstanceRunsFromItsTimeOnAndLeavesWithItsAddress() {
        instance();
        assertThat(at(10).instances().get("i-1").running()).isFalse();
        assertThat(at(20).instances().get("i-1").running()).isTrue();
        assertThat(at(20).networkInterfaces().get("eni-1").publicIp()).isEqualTo(Optional.of("3.80.0.1"));
        assertThat(at(100).instances().get("i-1").running()).isFalse();
        assertThat(at(100).networkInterfaces()).containsKey("eni-1");
        assertThat(at(130).instances()).isEmpty();
        assertThat(at(130).networkInterfaces()).isEmpty();
    }

    @Test
    void aLoadBalancerIsActiveFromItsTimeOnAndKnowsItsTargets() {
        instance();
        loadBalancer();
        assertThat(at(30).loadBalancers().get("lb").active()).isFalse();
        NetworkSnapshot.LoadBalancer active = at(150).loadBalancers().get("lb");
        assertThat(active).isEqualTo(new NetworkSnapshot.LoadBalancer("lb", "nlb", "nlb.example", true, true,
                Map.of("us-east-1a", "eni-2"), Set.of(), true, false, Map.of(80, "tg")));
        assertThat(at(30).targetGroups().get("tg")).isEqualTo(new NetworkSnapshot.TargetGroup("tg", "tg", true,
                List.of(new NetworkSnapshot.Target("i-1", 80, "healthy"))));
        world.listeners.remove("listener");
        assertThat(at(30).targetGroups().get("tg").targets()).extracting(NetworkSnapshot.Target::health)
                .containsExactly("unused");
        assertThat(at(30).loadBalancers().get("lb").listeners()).isEmpty();
    }

    @Test
    void anEndpointChangesStateWithTimeAndIsGoneOnceDeleted() {
        world.endpointServices.put(new EndpointService("vpce-svc-1", "svc", List.of("lb"), true,
                List.of("us-east-1a"), List.of(), null, START, START, after(300), after(310)));
        world.vpcEndpoints.put(new VpcEndpoint("vpce-1", "svc", "vpc-2", List.of("subnet-2"), List.of("sg-1"),
                List.of("eni-3"), List.of("a.example"), null, START, after(5), after(60), after(100), null,
                after(200), after(250)));

        assertThat(List.of(0L, 5L, 60L, 100L, 200L)).extracting(time -> at(time).vpcEndpoints().get("vpce-1").state())
                .containsExactly("pending", "pending", "pending", "available", "deleting");
        assertThat(at(250).vpcEndpoints()).isEmpty();
        assertThat(at(299).endpointServices()).containsKey("vpce-svc-1");
        assertThat(at(300).endpointServices()).isEmpty();
    }

    private void instance() {
        world.subnets.put(new Subnet("subnet-1", "vpc-1", "10.0.1.0/24", "us-east-1a", false, false, START, START));
        world.instances.put(new Instance("i-1", "r-1", "ami-1", "t3.micro", null, null, "vpc-1", "subnet-1", "eni-1",
                List.of("sg-1"), null, null, "vol-1", START, after(20), after(90), after(100), after(130), null));
        world.networkInterfaces.put(new NetworkInterface("eni-1", "vpc-1", "subnet-1", "us-east-1a", "10.0.1.10",
                "3.80.0.1", "0e:00", "", "interface", null, List.of("sg-1"), "eni-attach-1", "123456789012", "i-1",
                START, START, after(130)));
    }

    private void loadBalancer() {
        world.loadBalancers.put(new LoadBalancer("lb", "nlb", "nlb.example", "internet-facing", "vpc-1",
                List.of(new LoadBalancerNode("us-east-1a", "subnet-1", "eni-2")), List.of(), true, Map.of(), START,
                after(150)));
        world.listeners.put(new Listener("listener", "lb", "TCP", 80, "tg"));
        world.targetGroups.put(new TargetGroup("tg", "tg", "TCP", 80, "vpc-1", "instance", null, Map.of(),
                List.of(new Target("i-1", 80, START, START, "healthy", 0, null, null, null),
                        new Target("i-2", 80, START, START, "healthy", 0, null, after(30), after(20))), START));
    }
}
