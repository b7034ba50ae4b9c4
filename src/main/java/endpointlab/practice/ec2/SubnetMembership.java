package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkAclAssociation;
import endpointlab.practice.world.Entities.RouteTable;
import endpointlab.practice.world.Entities.RouteTableAssociation;
import endpointlab.practice.world.Entities.Subnet;
import java.util.ArrayList;
import java.util.List;

/** Which route table and network ACL a subnet belongs to. */
final class SubnetMembership {

    private final Cloud cloud;
    private final VpcParts parts;

    SubnetMembership(Cloud cloud) {
        this.cloud = cloud;
        this.parts = new VpcParts(cloud);
    }

    /** Every new subnet starts in its VPC's default network ACL. */
    void joinDefaultAcl(Subnet subnet) {
        NetworkAcl acl = parts.defaultAcl(subnet.vpcId());
        List<NetworkAclAssociation> associations = new ArrayList<>(acl.associations());
        associations.add(new NetworkAclAssociation(cloud.ids.next("aclassoc"), subnet.id()));
        put(acl, associations);
    }

    /** A subnet that is deleted takes its associations along. */
    void leaveAll(String subnetId) {
        for (RouteTable table : cloud.world.routeTables.all()) {
            List<RouteTableAssociation> left = table.associations().stream()
                    .filter(association -> !subnetId.equals(association.subnetId())).toList();
            if (left.size() < table.associations().size()) {
                put(table, left);
            }
        }
        for (NetworkAcl acl : cloud.world.networkAcls.all()) {
            List<NetworkAclAssociation> left = acl.associations().stream()
                    .filter(association -> !subnetId.equals(association.subnetId())).toList();
            if (left.size() < acl.associations().size()) {
                put(acl, left);
            }
        }
    }

    void put(RouteTable table, List<RouteTableAssociation> associations) {
        cloud.world.routeTables.put(new RouteTable(table.id(), table.vpcId(), table.routes(),
                List.copyOf(associations), table.createdAt()));
    }

    private void put(NetworkAcl acl, List<NetworkAclAssociation> associations) {
        cloud.world.networkAcls.put(new NetworkAcl(acl.id(), acl.vpcId(), acl.isDefault(), acl.entries(),
                List.copyOf(associations)));
    }
}
