package endpointlab.practice.ec2;

import endpointlab.practice.ec2.Images.Image;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.InstanceStates;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * Instances as EC2 describes them. One that is terminated has lost its network and its disk.
 *
 * <p>Source: EC2 API Reference, {@code Instance}.
 */
final class InstanceViews {

    static final String ROOT_DEVICE = "/dev/xvda";

    private final Cloud cloud;
    private final Images images;
    private final NetworkInterfaceViews interfaces;

    InstanceViews(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.images = images;
        this.interfaces = new NetworkInterfaceViews(cloud);
    }

    String state(Instance instance) {
        return InstanceStates.at(instance, cloud.now());
    }

    Image image(Instance instance) {
        return images.byId(instance.imageId());
    }

    /** Empty once it is terminated. */
    Optional<NetworkInterface> networkInterface(Instance instance) {
        return cloud.interfaces.ofOwner(instance.id()).stream().findFirst();
    }

    /** Its Availability Zone, which stays known when its subnet is gone. */
    String zone(Instance instance) {
        return cloud.world.networkInterfaces.find(instance.networkInterfaceId())
                .map(NetworkInterface::availabilityZone)
                .or(() -> cloud.world.subnets.find(instance.subnetId()).map(subnet -> subnet.availabilityZone()))
                .orElse(null);
    }

    Reservation reservation(String id, List<Instance> instances) {
        return Reservation.builder().reservationId(id).ownerId(cloud.world.accountId)
                .instances(instances.stream().map(this::of).toList()).build();
    }

    software.amazon.awssdk.services.ec2.model.Instance of(Instance instance) {
        String state = state(instance);
        software.amazon.awssdk.services.ec2.model.Instance.Builder view =
                software.amazon.awssdk.services.ec2.model.Instance.builder().instanceId(instance.id())
                        .imageId(instance.imageId()).instanceType(instance.instanceType())
                        .state(builder -> builder.name(state).code(InstanceStates.code(state)))
                        .keyName(instance.keyName()).launchTime(instance.launchedAt())
                        .amiLaunchIndex(launchIndex(instance)).clientToken(instance.clientToken())
                        .placement(placement -> placement.availabilityZone(zone(instance)).groupName("")
                                .tenancy("default"))
                        .monitoring(monitoring -> monitoring.state("disabled"))
                        .architecture(image(instance).architecture()).virtualizationType("hvm").hypervisor("xen")
                        .rootDeviceType("ebs").rootDeviceName(ROOT_DEVICE).ebsOptimized(false).enaSupport(true)
                        .platformDetails("Linux/UNIX").usageOperation("RunInstances")
                        .currentInstanceBootMode("legacy-bios").bootMode("uefi-preferred")
                        .privateDnsName("").publicDnsName("").stateTransitionReason("")
                        .tags(cloud.tags.list(instance.id()));
        networkInterface(instance).ifPresent(one -> addNetwork(view, instance, one));
        if (instance.terminatingAt() != null) {
            view.stateTransitionReason("User initiated (" + instance.terminatingAt() + ")")
                    .stateReason(reason -> reason.code("Client.UserInitiatedShutdown")
                            .message("Client.UserInitiatedShutdown: User initiated shutdown"));
        }
        return view.build();
    }

    private int launchIndex(Instance instance) {
        return cloud.world.instances.where(one -> one.reservationId().equals(instance.reservationId()))
                .indexOf(instance);
    }

    private void addNetwork(software.amazon.awssdk.services.ec2.model.Instance.Builder view, Instance instance,
                            NetworkInterface one) {
        String publicName = interfaces.publicDnsName(one);
        view.vpcId(instance.vpcId()).subnetId(instance.subnetId()).privateIpAddress(one.privateIp())
                .privateDnsName(interfaces.privateDnsName(one)).publicIpAddress(one.publicIp())
                .publicDnsName(publicName == null ? "" : publicName).sourceDestCheck(true)
                .securityGroups(interfaces.groups(one.groupIds())).networkInterfaces(nested(one))
                .blockDeviceMappings(mapping -> mapping.deviceName(ROOT_DEVICE).ebs(ebs -> ebs
                        .volumeId(instance.volumeId()).status("attached").attachTime(instance.launchedAt())
                        .deleteOnTermination(true)));
    }

    private InstanceNetworkInterface nested(NetworkInterface one) {
        return InstanceNetworkInterface.builder().networkInterfaceId(one.id()).vpcId(one.vpcId())
                .subnetId(one.subnetId()).description(one.description()).macAddress(one.macAddress())
                .ownerId(cloud.world.accountId).interfaceType(one.interfaceType()).sourceDestCheck(true)
                .status(interfaces.status(one)).groups(interfaces.groups(one.groupIds()))
                .privateIpAddress(one.privateIp()).privateDnsName(interfaces.privateDnsName(one))
                .attachment(attachment -> attachment.attachmentId(one.attachmentId()).deviceIndex(0)
                        .attachTime(one.createdAt()).deleteOnTermination(true)
                        .status(interfaces.attachmentStatus(one)))
                .association(one.publicIp() == null ? null
                        : software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation.builder()
                                .publicIp(one.publicIp()).publicDnsName(interfaces.publicDnsName(one))
                                .ipOwnerId("amazon").build())
                .privateIpAddresses(address -> address.primary(true).privateIpAddress(one.privateIp())
                        .privateDnsName(interfaces.privateDnsName(one)))
                .build();
    }
}
