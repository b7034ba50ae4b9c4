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
        return filters;
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
