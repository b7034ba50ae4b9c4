package endpointlab.practice.testcloud;

import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.InternetGateway;
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
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.NetworkInterfaces;
import endpointlab.practice.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts into a world what a lab has before its load balancer: VPCs with an internet gateway, subnets, instances. */
public final class NetworkFixture {

    private final TestPractice practice;

    NetworkFixture(TestPractice practice) {
        this.practice = practice;
    }

    /** A VPC with internet gateway, public main route table, default security group and network ACL. */
    public String vpc(String cidr) {
        String id = vpcWithoutGateway(cidr);
        String gateway = practice.cloud().ids.next("igw");
        world().internetGateways.put(new InternetGateway(gateway, id, now()));
        world().routeTables.put(new RouteTable(practice.cloud().ids.next("rtb"), id,
                List.of(new Route(cidr, "local", "CreateRouteTable"), new Route("0.0.0.0/0", gateway, "CreateRoute")),
                List.of(new RouteTableAssociation(practice.cloud().ids.next("rtbassoc"), null, true)), now()));
        return id;
    }

    public String vpcWithoutGateway(String cidr) {
        String id = practice.cloud().ids.next("vpc");
        world().vpcs.put(new Vpc(id, cidr, false, "dopt-1", true, false, now(), now()));
        securityGroup(id, "default", true, rule(false, "0.0.0.0/0"));
        world().networkAcls.put(new NetworkAcl("acl-" + id, id, true,
                List.of(new NetworkAclEntry(100, false, "-1", "allow", "0.0.0.0/0", null, null),
                        new NetworkAclEntry(100, true, "-1", "allow", "0.0.0.0/0", null, null)), List.of()));
        return id;
    }

    public String subnet(String vpcId, String cidr, String zone) {
        String id = practice.cloud().ids.next("subnet");
        world().subnets.put(new Subnet(id, vpcId, cidr, zone, false, false, now(), now()));
        world().networkAcls.update("acl-" + vpcId, acl -> {
            List<NetworkAclAssociation> associations = new ArrayList<>(acl.associations());
            associations.add(new NetworkAclAssociation("aclassoc-" + id, id));
            return new NetworkAcl(acl.id(), acl.vpcId(), acl.isDefault(), acl.entries(), associations);
        });
        return id;
    }

    /** A group that lets everything from {@code cidr} in, and everything out. */
    public String securityGroup(String vpcId, String name, String cidr) {
        return securityGroup(vpcId, name, false, rule(false, cidr));
    }

    private String securityGroup(String vpcId, String name, boolean isDefault, SecurityGroupRule ingress) {
        String id = practice.cloud().ids.next("sg");
        world().securityGroups.put(new SecurityGroup(id, vpcId, name, name, isDefault,
                List.of(ingress, rule(true, "0.0.0.0/0")), now()));
        return id;
    }

    private SecurityGroupRule rule(boolean egress, String cidr) {
        return new SecurityGroupRule(practice.cloud().ids.next("sgr"), egress, "-1", null, null, cidr, null, null,
                null);
    }

    /** A running instance that wears the VPC's default group. */
    public String instance(String subnetId) {
        return instance(subnetId, now());
    }

    public String instance(String subnetId, Instant runningAt) {
        String id = practice.cloud().ids.next("i");
        Subnet subnet = world().subnets.find(subnetId).orElseThrow();
        List<String> groups = List.of(defaultGroup(subnet.vpcId()));
        NetworkInterface primary = practice.cloud().interfaces.create(new NetworkInterfaces.Spec(subnet, id, null,
                true, "", "interface", null, groups, world().accountId, id, now()));
        world().instances.put(new Instance(id, "r-1", "ami-1", "t3.micro", null, null, subnet.vpcId(), subnetId,
                primary.id(), groups, null, null, "vol-1", now(), runningAt, runningAt, null, null,
                null));
        return id;
    }

    /** The instance is terminated at once; its interface is gone. */
    public void terminate(String instanceId) {
        world().instances.update(instanceId, old -> old.terminating(now(), now()));
        practice.cloud().interfaces.release(instanceId, now());
    }

    public String defaultGroup(String vpcId) {
        return world().securityGroups.where(group -> group.isDefault() && group.vpcId().equals(vpcId)).get(0).id();
    }

    private World world() {
        return practice.world;
    }

    private Instant now() {
        return practice.now();
    }
}
