package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkAclEntry;
import endpointlab.practice.world.Entities.Route;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.RouteTableAssociation;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Entities.Vpc;
import java.util.List;

/**
 * What every VPC brings with it: a main route table with the local route, a default security group (everything from
 * its members in, everything out) and a default network ACL that allows all.
 *
 * <p>Source: VPC User Guide, "Default security groups", "Default network ACL", "Main route table".
 */
final class VpcParts {

    static final String ANYWHERE = "0.0.0.0/0";

    private final Cloud cloud;

    VpcParts(Cloud cloud) {
        this.cloud = cloud;
    }

    void create(Vpc vpc) {
        cloud.world.routeTables.put(new RouteTable(cloud.ids.next("rtb"), vpc.id(), List.of(localRoute(vpc)),
                List.of(new RouteTableAssociation(cloud.ids.next("rtbassoc"), null, true)), vpc.createdAt()));
        String groupId = cloud.ids.next("sg");
        cloud.world.securityGroups.put(new SecurityGroup(groupId, vpc.id(), "default",
                "default VPC security group", true,
                List.of(new SecurityGroupRule(cloud.ids.next("sgr"), false, "-1", null, null, null, null, groupId,
                                null),
                        allOut()), vpc.createdAt()));
        cloud.world.networkAcls.put(new NetworkAcl(cloud.ids.next("acl"), vpc.id(), true,
                List.of(aclEntry(100, false, "allow"), aclEntry(NetworkAclOperations.LAST_RULE, false, "deny"),
                        aclEntry(100, true, "allow"), aclEntry(NetworkAclOperations.LAST_RULE, true, "deny")),
                List.of()));
    }

    /** Deletes what {@link #create} made; the caller has made sure that nothing else is left. */
    void delete(Vpc vpc) {
        cloud.world.routeTables.where(table -> table.vpcId().equals(vpc.id())).forEach(table -> {
            cloud.world.routeTables.remove(table.id());
            cloud.tags.forget(table.id());
        });
        cloud.world.securityGroups.where(group -> group.vpcId().equals(vpc.id())).forEach(group -> {
            cloud.world.securityGroups.remove(group.id());
            cloud.tags.forget(group.id());
            group.rules().forEach(rule -> cloud.tags.forget(rule.id()));
        });
        cloud.world.networkAcls.where(acl -> acl.vpcId().equals(vpc.id())).forEach(acl -> {
            cloud.world.networkAcls.remove(acl.id());
            cloud.tags.forget(acl.id());
        });
    }

    static Route localRoute(Vpc vpc) {
        return new Route(vpc.cidrBlock(), "local", "CreateRouteTable");
    }

    /** The one rule that a new security group of a VPC begins with. */
    SecurityGroupRule allOut() {
        return new SecurityGroupRule(cloud.ids.next("sgr"), true, "-1", null, null, ANYWHERE, null, null, null);
    }

    RouteTable mainRouteTable(String vpcId) {
        return cloud.world.routeTables.where(table -> table.vpcId().equals(vpcId) && isMain(table)).get(0);
    }

    SecurityGroup defaultGroup(String vpcId) {
        return cloud.world.securityGroups.where(group -> group.vpcId().equals(vpcId) && group.isDefault()).get(0);
    }

    NetworkAcl defaultAcl(String vpcId) {
        return cloud.world.networkAcls.where(acl -> acl.vpcId().equals(vpcId) && acl.isDefault()).get(0);
    }

    static boolean isMain(RouteTable table) {
        return table.associations().stream().anyMatch(RouteTableAssociation::main);
    }

    private static NetworkAclEntry aclEntry(int number, boolean egress, String action) {
        return new NetworkAclEntry(number, egress, "-1", action, ANYWHERE, null, null);
    }
}
