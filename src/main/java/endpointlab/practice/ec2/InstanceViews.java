package endpointlab.practice.ec2;

import endpointlab.practice.ec2.Images.Image;
import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.InstanceStates;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Instance.Builder;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * Instances as EC2 describes them. One that is terminated has lost its network and its disk.
 *
 * <p>Source: EC2 API Reference, {@code Instance}.
 */
final class InstanceViews {

    static final String ROOT_DEVICE = "/dev/xvda";
    private static final DateTimeFormatter TRANSITION_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    String zoneId(Instance instance) {
        String name = zone(instance);
        return name == null ? null : cloud.zones.idOf(name);
    }

    boolean isNitro(Instance instance) {
        return InstanceTypes.byName(instance.instanceType()).filter(InstanceType::isNitro).isPresent();
    }

    Reservation reservation(String id, List<Instance> instances) {
        return Reservation.builder().reservationId(id).ownerId(cloud.world.accountId).groups(List.of())
                .instances(instances.stream().map(this::of).toList()).build();
    }

    software.amazon.awssdk.services.ec2.model.Instance of(Instance instance) {
        String state = state(instance);
        Builder view = software.amazon.awssdk.services.ec2.model.Instance.builder().instanceId(instance.id())
                .imageId(instance.imageId()).instanceType(instance.instanceType())
                .state(builder -> builder.name(state).code(InstanceStates.code(state)))
                .keyName(instance.keyName()).launchTime(instance.launchedAt())
                .amiLaunchIndex(launchIndex(instance)).clientToken(instance.clientToken())
                .placement(placement -> placement.availabilityZone(zone(instance))
                        .availabilityZoneId(zoneId(instance)).groupName("").tenancy("default"))
                .architecture(image(instance).architecture())
                .privateDnsName("").publicDnsName("").stateTransitionReason("")
                .networkInterfaces(List.of()).securityGroups(List.of()).blockDeviceMappings(List.of())
                .tags(cloud.tags.listOrNone(instance.id()));
        addMachine(view, instance);
        networkInterface(instance).ifPresent(one -> addNetwork(view, instance, one));
        if (instance.terminatingAt() != null) {
            view.stateTransitionReason("User initiated (" + TRANSITION_TIME.format(instance.terminatingAt()) + ")")
                    .stateReason(reason -> reason.code("Client.UserInitiatedShutdown")
                            .message("Client.UserInitiatedShutdown: User initiated shutdown"));
        }
        return view.build();
    }

    /**
     * As RunInstances answers: the public address and the disk are not told yet. Source: the sample answers of
     * RunInstances. Assumed: a Describe tells them from the first moment on.
     */
    software.amazon.awssdk.services.ec2.model.Instance launched(Instance instance) {
        software.amazon.awssdk.services.ec2.model.Instance whole = of(instance);
        return whole.toBuilder().publicIpAddress(null).publicDnsName("").blockDeviceMappings(List.of())
                .networkInterfaces(whole.networkInterfaces().stream().map(one -> one.toBuilder()
                        .association((InstanceNetworkInterfaceAssociation) null)
                        .privateIpAddresses(one.privateIpAddresses().stream().map(address -> address.toBuilder()
                                .association((InstanceNetworkInterfaceAssociation) null).build()).toList())
                        .build()).toList()).build();
    }

    /** Whatever follows from image and type. Source: the defaults of Amazon Linux 2023 and of RunInstances. */
    private void addMachine(Builder view, Instance instance) {
        InstanceType type = InstanceTypes.byName(instance.instanceType()).orElseThrow();
        boolean pending = state(instance).equals(InstanceStates.PENDING);
        view.monitoring(monitoring -> monitoring.state("disabled")).productCodes(List.of())
                .virtualizationType("hvm").hypervisor("xen").rootDeviceType("ebs").rootDeviceName(ROOT_DEVICE)
                .ebsOptimized(false).enaSupport(true).platformDetails("Linux/UNIX").usageOperation("RunInstances")
                .usageOperationUpdateTime(instance.launchedAt()).bootMode("uefi-preferred")
                .currentInstanceBootMode(type.bootModes().contains("uefi") ? "uefi" : "legacy-bios")
                .cpuOptions(cpu -> cpu.coreCount(type.cores()).threadsPerCore(type.threadsPerCore()))
                .capacityReservationSpecification(capacity -> capacity.capacityReservationPreference("open"))
                .hibernationOptions(hibernation -> hibernation.configured(false))
                .enclaveOptions(enclave -> enclave.enabled(false))
                .maintenanceOptions(maintenance -> maintenance.autoRecovery("default").rebootMigration("default"))
                .networkPerformanceOptions(network -> network.bandwidthWeighting("default"))
                .operator(operator -> operator.managed(false))
                .metadataOptions(metadata -> metadata.state(pending ? "pending" : "applied").httpTokens("required")
                        .httpEndpoint("enabled").httpPutResponseHopLimit(2).httpProtocolIpv6("disabled")
                        .instanceMetadataTags("disabled"))
                .privateDnsNameOptions(names -> names.hostnameType("ip-name").enableResourceNameDnsARecord(false)
                        .enableResourceNameDnsAAAARecord(false));
    }

    private int launchIndex(Instance instance) {
        return cloud.world.instances.where(one -> one.reservationId().equals(instance.reservationId()))
                .indexOf(instance);
    }

    private String publicName(NetworkInterface one) {
        return Objects.requireNonNullElse(interfaces.publicDnsName(one), "");
    }

    private void addNetwork(Builder view, Instance instance, NetworkInterface one) {
        view.vpcId(instance.vpcId()).subnetId(instance.subnetId()).privateIpAddress(one.privateIp())
                .privateDnsName(interfaces.privateDnsName(one)).publicIpAddress(one.publicIp())
                .publicDnsName(publicName(one)).sourceDestCheck(true)
                .securityGroups(interfaces.groups(one.groupIds())).networkInterfaces(nested(one))
                .blockDeviceMappings(mapping -> mapping.deviceName(ROOT_DEVICE).ebs(ebs -> ebs
                        .volumeId(instance.volumeId()).status("attached").attachTime(instance.launchedAt())
                        .deleteOnTermination(true)));
    }

    private InstanceNetworkInterface nested(NetworkInterface one) {
        InstanceNetworkInterfaceAssociation association = one.publicIp() == null ? null
                : InstanceNetworkInterfaceAssociation.builder().publicIp(one.publicIp())
                        .publicDnsName(publicName(one)).ipOwnerId("amazon").build();
        return InstanceNetworkInterface.builder().networkInterfaceId(one.id()).vpcId(one.vpcId())
                .subnetId(one.subnetId()).description(one.description()).macAddress(one.macAddress())
                .ownerId(cloud.world.accountId).interfaceType(one.interfaceType()).sourceDestCheck(true)
                .status(interfaces.status(one)).groups(interfaces.groups(one.groupIds())).ipv6Addresses(List.of())
                .privateIpAddress(one.privateIp()).privateDnsName(interfaces.privateDnsName(one))
                .operator(operator -> operator.managed(false)).association(association)
                .attachment(attachment -> attachment.attachmentId(one.attachmentId()).deviceIndex(0)
                        .networkCardIndex(0).attachTime(one.createdAt()).deleteOnTermination(true)
                        .status(interfaces.attachmentStatus(one)))
                .privateIpAddresses(address -> address.primary(true).privateIpAddress(one.privateIp())
                        .privateDnsName(interfaces.privateDnsName(one)).association(association))
                .build();
    }
}
