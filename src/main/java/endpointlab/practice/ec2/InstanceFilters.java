package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.InstanceStates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The filters of DescribeInstances. Source: EC2 API Reference. */
final class InstanceFilters {

    private static final String IN_ANSWER = """
            affinity Placement.Affinity
            availability-zone-id Placement.AvailabilityZoneId
            block-device-mapping.attach-time BlockDeviceMappings.Ebs.AttachTime
            block-device-mapping.delete-on-termination BlockDeviceMappings.Ebs.DeleteOnTermination
            block-device-mapping.device-name BlockDeviceMappings.DeviceName
            block-device-mapping.status BlockDeviceMappings.Ebs.Status
            boot-mode BootMode
            capacity-reservation-id
            capacity-reservation-specification.capacity-reservation-preference CapacityReservationSpecification.CapacityReservationPreference
            capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id
            capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn
            current-instance-boot-mode CurrentInstanceBootMode
            ebs-optimized EbsOptimized
            ena-support EnaSupport
            enclave-options.enabled EnclaveOptions.Enabled
            hibernation-options.configured HibernationOptions.Configured
            host-id Placement.HostId
            iam-instance-profile.arn
            iam-instance-profile.id
            instance-lifecycle
            ipv6-address
            kernel-id
            maintenance-options.auto-recovery MaintenanceOptions.AutoRecovery
            metadata-options.http-endpoint MetadataOptions.HttpEndpoint
            metadata-options.http-protocol-ipv4
            metadata-options.http-protocol-ipv6 MetadataOptions.HttpProtocolIpv6
            metadata-options.http-put-response-hop-limit MetadataOptions.HttpPutResponseHopLimit
            metadata-options.http-tokens MetadataOptions.HttpTokens
            metadata-options.instance-metadata-tags MetadataOptions.InstanceMetadataTags
            metadata-options.state MetadataOptions.State
            monitoring-state Monitoring.State
            network-interface.addresses.association.allocation-id
            network-interface.addresses.association.association-id
            network-interface.addresses.association.carrier-ip
            network-interface.addresses.association.customer-owned-ip
            network-interface.addresses.association.ip-owner-id NetworkInterfaces.PrivateIpAddresses.Association.IpOwnerId
            network-interface.addresses.association.public-dns-name NetworkInterfaces.PrivateIpAddresses.Association.PublicDnsName
            network-interface.addresses.primary NetworkInterfaces.PrivateIpAddresses.Primary
            network-interface.addresses.private-dns-name NetworkInterfaces.PrivateIpAddresses.PrivateDnsName
            network-interface.association.allocation-id
            network-interface.association.association-id
            network-interface.association.carrier-ip
            network-interface.association.customer-owned-ip
            network-interface.association.ip-owner-id NetworkInterfaces.Association.IpOwnerId
            network-interface.association.public-dns-name NetworkInterfaces.Association.PublicDnsName
            network-interface.association.public-ip NetworkInterfaces.Association.PublicIp
            network-interface.attachment.attach-time NetworkInterfaces.Attachment.AttachTime
            network-interface.attachment.attachment-id NetworkInterfaces.Attachment.AttachmentId
            network-interface.attachment.delete-on-termination NetworkInterfaces.Attachment.DeleteOnTermination
            network-interface.attachment.device-index NetworkInterfaces.Attachment.DeviceIndex
            network-interface.attachment.instance-id InstanceId
            network-interface.attachment.instance-owner-id NetworkInterfaces.OwnerId
            network-interface.attachment.network-card-index NetworkInterfaces.Attachment.NetworkCardIndex
            network-interface.attachment.status NetworkInterfaces.Attachment.Status
            network-interface.availability-zone Placement.AvailabilityZone
            network-interface.deny-all-igw-traffic
            network-interface.description NetworkInterfaces.Description
            network-interface.group-name NetworkInterfaces.Groups.GroupName
            network-interface.ipv4-prefixes.ipv4-prefix
            network-interface.ipv6-address
            network-interface.ipv6-addresses.ipv6-address
            network-interface.ipv6-addresses.is-primary-ipv6
            network-interface.ipv6-native
            network-interface.ipv6-prefixes.ipv6-prefix
            network-interface.mac-address NetworkInterfaces.MacAddress
            network-interface.operator.managed NetworkInterfaces.Operator.Managed
            network-interface.operator.principal
            network-interface.outpost-arn
            network-interface.owner-id NetworkInterfaces.OwnerId
            network-interface.private-ip-address NetworkInterfaces.PrivateIpAddress
            network-interface.public-dns-name NetworkInterfaces.Association.PublicDnsName
            network-interface.requester-id
            network-interface.requester-managed
            network-interface.status NetworkInterfaces.Status
            network-interface.source-dest-check NetworkInterfaces.SourceDestCheck
            network-interface.tag-key
            network-interface.tag-value
            network-performance-options.bandwidth-weighting NetworkPerformanceOptions.BandwidthWeighting
            operator.managed Operator.Managed
            operator.principal
            outpost-arn
            placement-group-name Placement.GroupName
            placement-partition-number
            platform
            platform-details PlatformDetails
            private-dns-name-options.enable-resource-name-dns-a-record PrivateDnsNameOptions.EnableResourceNameDnsARecord
            private-dns-name-options.enable-resource-name-dns-aaaa-record PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord
            private-dns-name-options.hostname-type PrivateDnsNameOptions.HostnameType
            product-code
            product-code.type
            ramdisk-id
            reason StateTransitionReason
            requester-id
            source-dest-check SourceDestCheck
            spot-instance-request-id
            state-reason-code StateReason.Code
            state-reason-message StateReason.Message
            tpm-support
            usage-operation UsageOperation
            usage-operation-update-time UsageOperationUpdateTime
            """;

    private final Cloud cloud;
    private final InstanceViews views;

    InstanceFilters(Cloud cloud, InstanceViews views) {
        this.cloud = cloud;
        this.views = views;
    }

    Filters<Instance> create() {
        Filters<Instance> filters = new Filters<Instance>(one -> cloud.tags.of(one.id()))
                .with("instance-id", Instance::id)
                .with("reservation-id", Instance::reservationId)
                .with("owner-id", one -> cloud.world.accountId)
                .with("image-id", Instance::imageId)
                .with("instance-type", Instance::instanceType)
                .with("instance-state-name", views::state)
                .with("instance-state-code", one -> InstanceStates.code(views.state(one)))
                .with("key-name", Instance::keyName)
                .with("client-token", Instance::clientToken)
                .with("launch-time", Instance::launchedAt)
                .with("launch-index", one -> views.of(one).amiLaunchIndex())
                .with("availability-zone", views::zone)
                .with("architecture", one -> views.image(one).architecture())
                .with("root-device-name", one -> InstanceViews.ROOT_DEVICE)
                .with("root-device-type", one -> "ebs")
                .with("virtualization-type", one -> "hvm")
                .with("hypervisor", one -> "xen")
                .with("tenancy", one -> "default");
        addNetwork(filters);
        return filters.inAnswer(views::of, IN_ANSWER);
    }

    private void addNetwork(Filters<Instance> filters) {
        NetworkInterfaceViews interfaces = new NetworkInterfaceViews(cloud);
        for (String prefix : List.of("", "network-interface.")) {
            filters.with(prefix + "vpc-id", network(NetworkInterface::vpcId))
                    .with(prefix + "subnet-id", network(NetworkInterface::subnetId))
                    .with(prefix + "private-dns-name", network(interfaces::privateDnsName));
        }
        filters.with("private-ip-address", network(NetworkInterface::privateIp))
                .with("network-interface.addresses.private-ip-address", network(NetworkInterface::privateIp))
                .with("ip-address", network(NetworkInterface::publicIp))
                .with("network-interface.addresses.association.public-ip", network(NetworkInterface::publicIp))
                .with("network-interface.network-interface-id", network(NetworkInterface::id))
                .with("dns-name", network(interfaces::publicDnsName))
                .withAll("instance.group-id", this::groupIds)
                .withAll("network-interface.group-id", this::groupIds)
                .withAll("instance.group-name", one -> groupIds(one).stream()
                        .map(cloud.world.securityGroups::find).flatMap(Optional::stream)
                        .map(SecurityGroup::groupName).toList())
                .with("block-device-mapping.volume-id",
                        one -> views.networkInterface(one).isPresent() ? one.volumeId() : null);
    }

    private Function<Instance, Object> network(Function<NetworkInterface, ?> value) {
        return one -> views.networkInterface(one).map(value).orElse(null);
    }

    private List<String> groupIds(Instance instance) {
        return views.networkInterface(instance).map(NetworkInterface::groupIds).orElse(List.of());
    }
}
