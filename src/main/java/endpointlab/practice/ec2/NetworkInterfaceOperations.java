package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceResponse;

/**
 * Network interfaces. All of them belong to an instance, a load balancer or an endpoint, so that none can be detached
 * or deleted by itself.
 *
 * <p>Source: EC2 API Reference; texts as seen in public logs.
 */
final class NetworkInterfaceOperations {

    private final Cloud cloud;
    private final NetworkInterfaceViews views;
    private final Filters<NetworkInterface> filters;

    NetworkInterfaceOperations(Cloud cloud) {
        this.cloud = cloud;
        this.views = new NetworkInterfaceViews(cloud);
        this.filters = new Filters<NetworkInterface>(one -> cloud.tags.of(one.id()))
                .with("network-interface-id", NetworkInterface::id)
                .with("vpc-id", NetworkInterface::vpcId)
                .with("subnet-id", NetworkInterface::subnetId)
                .with("availability-zone", NetworkInterface::availabilityZone)
                .with("description", NetworkInterface::description)
                .with("interface-type", NetworkInterface::interfaceType)
                .with("mac-address", NetworkInterface::macAddress)
                .with("owner-id", one -> cloud.world.accountId)
                .with("requester-id", NetworkInterface::requesterId)
                .with("requester-managed", NetworkInterfaceViews::isManaged)
                .with("source-dest-check", views::checksAddresses)
                .with("status", views::status)
                .with("private-ip-address", NetworkInterface::privateIp)
                .with("addresses.private-ip-address", NetworkInterface::privateIp)
                .with("addresses.primary", one -> true)
                .with("association.public-ip", NetworkInterface::publicIp)
                .with("addresses.association.public-ip", NetworkInterface::publicIp)
                .with("private-dns-name", views::privateDnsName)
                .withAll("group-id", NetworkInterface::groupIds)
                .withAll("group-name", one -> one.groupIds().stream().map(cloud.world.securityGroups::find)
                        .flatMap(Optional::stream).map(SecurityGroup::groupName).toList())
                .with("attachment.attachment-id", NetworkInterface::attachmentId)
                .with("attachment.instance-id", views::instanceId)
                .with("attachment.instance-owner-id", NetworkInterface::attachmentOwner)
                .with("attachment.status", one -> one.attachmentId() == null ? null : views.attachmentStatus(one))
                .inAnswer(views::of, """
                        association.allocation-id
                        association.association-id
                        association.ip-owner-id Association.IpOwnerId
                        association.public-dns-name Association.PublicDnsName
                        addresses.association.owner-id Association.IpOwnerId
                        attachment.attach-time Attachment.AttachTime
                        attachment.delete-on-termination Attachment.DeleteOnTermination
                        attachment.device-index Attachment.DeviceIndex
                        availability-zone-id AvailabilityZoneId
                        ipv6-addresses.ipv6-address
                        operator.managed Operator.Managed
                        operator.principal
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeNetworkInterfaces", DescribeNetworkInterfacesRequest::builder, this::describe);
        registrar.add("DescribeNetworkInterfaceAttribute", DescribeNetworkInterfaceAttributeRequest::builder,
                this::describeAttribute);
        registrar.add("DeleteNetworkInterface", DeleteNetworkInterfaceRequest::builder, this::delete);
        registrar.add("DetachNetworkInterface", DetachNetworkInterfaceRequest::builder, this::detach);
    }

    private DescribeNetworkInterfacesResponse describe(DescribeNetworkInterfacesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.networkInterfaceIds(), "networkInterfaceIdsSet");
        List<NetworkInterface> rows = cloud.find.rows(request.networkInterfaceIds(), cloud.find::networkInterface,
                cloud.interfaces.living(), NetworkInterface::createdAt);
        Page<NetworkInterface> page = cloud.paging.page(filters.apply(rows, request.filters()),
                NetworkInterface::id, request.maxResults(), request.nextToken());
        return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(page.rows().stream().map(views::of).toList()).nextToken(page.nextToken()).build();
    }

    private DescribeNetworkInterfaceAttributeResponse describeAttribute(
            DescribeNetworkInterfaceAttributeRequest request) {
        NetworkInterface one = cloud.find.networkInterface(request.networkInterfaceId());
        String attribute = Invalid.required(request.attributeAsString(), "attribute");
        DescribeNetworkInterfaceAttributeResponse.Builder answer =
                DescribeNetworkInterfaceAttributeResponse.builder().networkInterfaceId(one.id());
        return switch (attribute) {
            case "description" -> answer.description(text -> text.value(one.description())).build();
            case "groupSet" -> answer.groups(views.groups(one.groupIds())).build();
            case "sourceDestCheck" -> answer.sourceDestCheck(flag -> flag.value(views.checksAddresses(one))).build();
            case "attachment" -> answer.attachment(views.of(one).attachment()).build();
            case "associatePublicIpAddress" -> answer.associatePublicIpAddress(one.publicIp() != null).build();
            default -> throw Invalid.value(attribute, "attribute", "Unknown attribute.");
        };
    }

    private DeleteNetworkInterfaceResponse delete(DeleteNetworkInterfaceRequest request) {
        NetworkInterface found = cloud.findSurely.networkInterface(request.networkInterfaceId());
        throw Invalid.value("Network interface '" + found.id() + "' is currently in use.");
    }

    private DetachNetworkInterfaceResponse detach(DetachNetworkInterfaceRequest request) {
        String id = Invalid.required(request.attachmentId(), "attachmentId");
        NetworkInterface found = cloud.interfaces.living().stream().filter(one -> id.equals(one.attachmentId()))
                .findFirst().orElseThrow(() -> NotFound.attachment(id));
        throw new AwsException("OperationNotPermitted", NetworkInterfaceViews.isManaged(found)
                ? "You are not allowed to manage 'ela-attach' attachments."
                : "The network interface at device index 0 cannot be detached.");
    }
}
