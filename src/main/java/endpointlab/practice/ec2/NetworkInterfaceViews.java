package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.DnsNames;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Vpc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;

/** Network interfaces as EC2 describes them. */
final class NetworkInterfaceViews {

    private final Cloud cloud;

    NetworkInterfaceViews(Cloud cloud) {
        this.cloud = cloud;
    }

    static boolean isManaged(NetworkInterface one) {
        return one.requesterId() != null;
    }

    String status(NetworkInterface one) {
        return cloud.passed(one.inUseAt()) ? "in-use" : "attaching";
    }

    String attachmentStatus(NetworkInterface one) {
        return cloud.passed(one.inUseAt()) ? "attached" : "attaching";
    }

    /** Load balancers send packets that bear other addresses than theirs. */
    boolean checksAddresses(NetworkInterface one) {
        return !one.interfaceType().equals("network_load_balancer");
    }

    /** {@code null} unless it belongs to an instance. */
    String instanceId(NetworkInterface one) {
        return one.ownerId().startsWith("i-") ? one.ownerId() : null;
    }

    String privateDnsName(NetworkInterface one) {
        return DnsNames.ofPrivate(one.privateIp(), cloud.world.region);
    }

    /** {@code null} unless it has a public address and its VPC gives names to them. */
    String publicDnsName(NetworkInterface one) {
        boolean named = cloud.world.vpcs.find(one.vpcId()).filter(Vpc::enableDnsSupport)
                .filter(Vpc::enableDnsHostnames).isPresent();
        return one.publicIp() == null || !named ? null : DnsNames.ofPublic(one.publicIp(), cloud.world.region);
    }

    List<GroupIdentifier> groups(List<String> groupIds) {
        return groupIds.stream().map(cloud.world.securityGroups::find).flatMap(Optional::stream)
                .map(NetworkInterfaceViews::group).toList();
    }

    private static GroupIdentifier group(SecurityGroup group) {
        return GroupIdentifier.builder().groupId(group.id()).groupName(group.groupName()).build();
    }

    software.amazon.awssdk.services.ec2.model.NetworkInterface of(NetworkInterface one) {
        NetworkInterfaceAssociation association = association(one);
        return software.amazon.awssdk.services.ec2.model.NetworkInterface.builder().networkInterfaceId(one.id())
                .vpcId(one.vpcId()).subnetId(one.subnetId()).availabilityZone(one.availabilityZone())
                .description(one.description()).interfaceType(one.interfaceType()).macAddress(one.macAddress())
                .ownerId(cloud.world.accountId).requesterId(one.requesterId()).requesterManaged(isManaged(one))
                .sourceDestCheck(checksAddresses(one)).status(status(one)).groups(groups(one.groupIds()))
                .privateDnsName(privateDnsName(one)).privateIpAddress(one.privateIp())
                .privateIpAddresses(address -> address.primary(true).privateIpAddress(one.privateIp())
                        .privateDnsName(privateDnsName(one)).association(association))
                .availabilityZoneId(cloud.zones.idOf(one.availabilityZone())).ipv6Addresses(List.of())
                .operator(operator -> operator.managed(false))
                .association(association).attachment(attachment(one)).tagSet(cloud.tags.list(one.id())).build();
    }

    /** Assumed: the owner that AWS names for a load balancer's address. */
    private NetworkInterfaceAssociation association(NetworkInterface one) {
        return one.publicIp() == null ? null : NetworkInterfaceAssociation.builder().publicIp(one.publicIp())
                .publicDnsName(Objects.requireNonNullElse(publicDnsName(one), "")).ipOwnerId(isManaged(one) ? "amazon-elb" : "amazon").build();
    }

    private NetworkInterfaceAttachment attachment(NetworkInterface one) {
        return one.attachmentId() == null ? null : NetworkInterfaceAttachment.builder()
                .attachmentId(one.attachmentId()).instanceId(instanceId(one))
                .instanceOwnerId(one.attachmentOwner()).deviceIndex(isManaged(one) ? 1 : 0).networkCardIndex(0)
                .status(attachmentStatus(one)).attachTime(one.createdAt())
                .deleteOnTermination(!isManaged(one)).build();
    }
}
