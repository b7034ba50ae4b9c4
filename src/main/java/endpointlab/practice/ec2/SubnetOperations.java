package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.Zones;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;

/** Subnets. Source: EC2 API Reference; quota from "Amazon VPC quotas". */
final class SubnetOperations {

    private static final int MOST_SUBNETS_PER_VPC = 200;

    private final Cloud cloud;
    private final SubnetMembership membership;
    private final Filters<Subnet> filters;

    SubnetOperations(Cloud cloud) {
        this.cloud = cloud;
        this.membership = new SubnetMembership(cloud);
        this.filters = new Filters<Subnet>(subnet -> cloud.tags.of(subnet.id()))
                .with("subnet-id", Subnet::id)
                .with("subnet-arn", this::arn)
                .with("vpc-id", Subnet::vpcId)
                .with("cidr-block", Subnet::cidrBlock)
                .with("cidr", Subnet::cidrBlock)
                .with("cidrBlock", Subnet::cidrBlock)
                .with("availability-zone", Subnet::availabilityZone)
                .with("availabilityZone", Subnet::availabilityZone)
                .with("availability-zone-id", subnet -> cloud.zones.idOf(subnet.availabilityZone()))
                .with("available-ip-address-count", cloud.addresses::free)
                .with("default-for-az", Subnet::defaultForAz)
                .with("defaultForAz", Subnet::defaultForAz)
                .with("map-public-ip-on-launch", Subnet::mapPublicIpOnLaunch)
                .with("owner-id", subnet -> cloud.world.accountId)
                .with("state", this::state)
                .inAnswer(this::view, """
                        customer-owned-ipv4-pool
                        enable-dns64 EnableDns64
                        enable-lni-at-device-index
                        ipv6-cidr-block-association.ipv6-cidr-block
                        ipv6-cidr-block-association.association-id
                        ipv6-cidr-block-association.state
                        ipv6-native Ipv6Native
                        map-customer-owned-ip-on-launch MapCustomerOwnedIpOnLaunch
                        outpost-arn
                        private-dns-name-options-on-launch.hostname-type PrivateDnsNameOptionsOnLaunch.HostnameType
                        private-dns-name-options-on-launch.enable-resource-name-dns-a-record PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord
                        private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("CreateSubnet", CreateSubnetRequest::builder, this::create);
        registrar.add("DescribeSubnets", DescribeSubnetsRequest::builder, this::describe);
        registrar.add("DeleteSubnet", DeleteSubnetRequest::builder, this::delete);
        registrar.add("ModifySubnetAttribute", ModifySubnetAttributeRequest::builder, this::modifyAttribute);
    }

    private CreateSubnetResponse create(CreateSubnetRequest request) {
        if (request.ipv6CidrBlock() != null) {
            throw Invalid.lacking("IPv6 blocks");
        }
        Vpc vpc = cloud.find.vpc(request.vpcId());
        Cidr block = Blocks.ofSubnet(request.cidrBlock(), Cidr.parse(vpc.cidrBlock()));
        String zone = zone(request);
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "subnet");
        List<Subnet> siblings = cloud.world.subnets.where(subnet -> subnet.vpcId().equals(vpc.id()));
        if (siblings.stream().anyMatch(sibling -> Cidr.parse(sibling.cidrBlock()).overlaps(block))) {
            throw new AwsException("InvalidSubnet.Conflict",
                    "The CIDR '" + request.cidrBlock() + "' conflicts with another subnet");
        }
        if (siblings.size() >= MOST_SUBNETS_PER_VPC) {
            throw new AwsException("SubnetLimitExceeded", "The maximum number of subnets has been reached.");
        }
        String id = cloud.ids.next("subnet");
        Instant now = cloud.now();
        Subnet subnet = new Subnet(id, vpc.id(), block.toString(), zone, false, false, now,
                now.plus(cloud.timing.draw(Transition.SUBNET_AVAILABLE, Tags.nameOr(tags, block.toString()), id)));
        cloud.world.subnets.put(subnet);
        cloud.tags.put(id, tags);
        membership.joinDefaultAcl(subnet);
        return CreateSubnetResponse.builder().subnet(view(subnet)).build();
    }

    /** Assumed: without a zone AWS picks one; here it is the first. */
    private String zone(CreateSubnetRequest request) {
        String name = request.availabilityZone();
        String id = request.availabilityZoneId();
        if (name == null && id == null) {
            return cloud.zones.all().get(0).name();
        }
        return (name != null ? cloud.zones.byName(name) : cloud.zones.byId(id)).map(Zones.Zone::name)
                .orElseThrow(() -> Invalid.value(name != null ? name : id, "availabilityZone",
                        "Subnets can currently only be created in the following availability zones: "
                                + cloud.zones.all().stream().map(Zones.Zone::name).collect(Collectors.joining(", "))
                                + "."));
    }

    private DescribeSubnetsResponse describe(DescribeSubnetsRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.subnetIds(), "SubnetIds");
        List<Subnet> rows = cloud.find.rows(request.subnetIds(), cloud.find::subnet, cloud.world.subnets.all(),
                Subnet::createdAt);
        Page<Subnet> page = cloud.paging.page(filters.apply(rows, request.filters()), Subnet::id,
                request.maxResults(), request.nextToken());
        return DescribeSubnetsResponse.builder().subnets(page.rows().stream().map(this::view).toList())
                .nextToken(page.nextToken()).build();
    }

    private DeleteSubnetResponse delete(DeleteSubnetRequest request) {
        Subnet subnet = cloud.findSurely.subnet(request.subnetId());
        if (!cloud.interfaces.inSubnet(subnet.id()).isEmpty()) {
            throw Invalid.dependency("The subnet '" + subnet.id() + "' has dependencies and cannot be deleted.");
        }
        membership.leaveAll(subnet.id());
        cloud.world.subnets.remove(subnet.id());
        cloud.tags.forget(subnet.id());
        return DeleteSubnetResponse.builder().build();
    }

    private ModifySubnetAttributeResponse modifyAttribute(ModifySubnetAttributeRequest request) {
        Subnet subnet = cloud.find.subnet(request.subnetId());
        if (request.mapPublicIpOnLaunch() == null || request.mapPublicIpOnLaunch().value() == null) {
            throw new AwsException("MissingParameter", "No attributes specified.");
        }
        cloud.world.subnets.put(new Subnet(subnet.id(), subnet.vpcId(), subnet.cidrBlock(),
                subnet.availabilityZone(), subnet.defaultForAz(), request.mapPublicIpOnLaunch().value(),
                subnet.createdAt(), subnet.availableAt()));
        return ModifySubnetAttributeResponse.builder().build();
    }

    private String state(Subnet subnet) {
        return cloud.passed(subnet.availableAt()) ? "available" : "pending";
    }

    private String arn(Subnet subnet) {
        return "arn:aws:ec2:" + cloud.world.region + ":" + cloud.world.accountId + ":subnet/" + subnet.id();
    }

    private software.amazon.awssdk.services.ec2.model.Subnet view(Subnet subnet) {
        return software.amazon.awssdk.services.ec2.model.Subnet.builder().subnetId(subnet.id())
                .subnetArn(arn(subnet)).vpcId(subnet.vpcId()).cidrBlock(subnet.cidrBlock()).state(state(subnet))
                .availabilityZone(subnet.availabilityZone())
                .availabilityZoneId(cloud.zones.idOf(subnet.availabilityZone()))
                .availableIpAddressCount(cloud.addresses.free(subnet)).defaultForAz(subnet.defaultForAz())
                .mapPublicIpOnLaunch(subnet.mapPublicIpOnLaunch()).assignIpv6AddressOnCreation(false)
                .mapCustomerOwnedIpOnLaunch(false).ipv6Native(false).enableDns64(false)
                .ownerId(cloud.world.accountId).tags(cloud.tags.listOrNone(subnet.id()))
                .ipv6CidrBlockAssociationSet(List.of())
                .blockPublicAccessStates(states -> states.internetGatewayBlockMode("off"))
                .privateDnsNameOptionsOnLaunch(options -> options.hostnameType("ip-name")
                        .enableResourceNameDnsARecord(false).enableResourceNameDnsAAAARecord(false))
                .build();
    }
}
