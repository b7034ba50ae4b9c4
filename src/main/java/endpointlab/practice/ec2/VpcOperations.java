package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeResponse;

/** VPCs. Source: EC2 API Reference; quota of five per Region from "Amazon VPC quotas". */
final class VpcOperations {

    private static final int MOST_VPCS = 5;

    private final Cloud cloud;
    private final VpcParts parts;
    private final Filters<Vpc> filters;

    VpcOperations(Cloud cloud) {
        this.cloud = cloud;
        this.parts = new VpcParts(cloud);
        this.filters = new Filters<Vpc>(vpc -> cloud.tags.of(vpc.id()))
                .with("vpc-id", Vpc::id)
                .with("cidr", Vpc::cidrBlock)
                .with("cidr-block-association.cidr-block", Vpc::cidrBlock)
                .with("dhcp-options-id", Vpc::dhcpOptionsId)
                .with("is-default", Vpc::isDefault)
                .with("isDefault", Vpc::isDefault)
                .with("owner-id", vpc -> cloud.world.accountId)
                .with("state", this::state)
                .inAnswer(this::view, """
                        cidr-block-association.association-id CidrBlockAssociationSet.AssociationId
                        cidr-block-association.state CidrBlockAssociationSet.CidrBlockState.State
                        ipv6-cidr-block-association.ipv6-cidr-block
                        ipv6-cidr-block-association.ipv6-pool
                        ipv6-cidr-block-association.association-id
                        ipv6-cidr-block-association.state
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("CreateVpc", CreateVpcRequest::builder, this::create);
        registrar.add("DescribeVpcs", DescribeVpcsRequest::builder, this::describe);
        registrar.add("DeleteVpc", DeleteVpcRequest::builder, this::delete);
        registrar.add("DescribeVpcAttribute", DescribeVpcAttributeRequest::builder, this::describeAttribute);
        registrar.add("ModifyVpcAttribute", ModifyVpcAttributeRequest::builder, this::modifyAttribute);
    }

    private CreateVpcResponse create(CreateVpcRequest request) {
        if (Boolean.TRUE.equals(request.amazonProvidedIpv6CidrBlock()) || request.ipv6CidrBlock() != null) {
            throw Invalid.lacking("IPv6 blocks");
        }
        String block = Blocks.ofVpc(request.cidrBlock()).toString();
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "vpc");
        if (cloud.world.vpcs.all().size() >= MOST_VPCS) {
            throw new AwsException("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
        }
        String id = cloud.ids.next("vpc");
        Instant now = cloud.now();
        Vpc vpc = new Vpc(id, block, false, dhcpOptionsId(), true, false, now,
                now.plus(cloud.timing.draw(Transition.VPC_AVAILABLE, Tags.nameOr(tags, block), id)));
        cloud.world.vpcs.put(vpc);
        cloud.tags.put(id, tags);
        parts.create(vpc);
        return CreateVpcResponse.builder().vpc(view(vpc)).build();
    }

    /** One set of DHCP options serves all VPCs of the Region. */
    private String dhcpOptionsId() {
        return cloud.world.vpcs.all().stream().map(Vpc::dhcpOptionsId).findFirst()
                .orElseGet(() -> cloud.ids.next("dopt"));
    }

    private DescribeVpcsResponse describe(DescribeVpcsRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.vpcIds(), "VpcIds");
        List<Vpc> rows = cloud.find.rows(request.vpcIds(), cloud.find::vpc, cloud.world.vpcs.all(),
                Vpc::createdAt);
        Page<Vpc> page = cloud.paging.page(filters.apply(rows, request.filters()), Vpc::id, request.maxResults(),
                request.nextToken());
        return DescribeVpcsResponse.builder().vpcs(page.rows().stream().map(this::view).toList())
                .nextToken(page.nextToken()).build();
    }

    private DeleteVpcResponse delete(DeleteVpcRequest request) {
        Vpc vpc = cloud.findSurely.vpc(request.vpcId());
        if (hasDependencies(vpc.id())) {
            throw Invalid.dependency("The vpc '" + vpc.id() + "' has dependencies and cannot be deleted.");
        }
        parts.delete(vpc);
        cloud.world.vpcs.remove(vpc.id());
        cloud.tags.forget(vpc.id());
        return DeleteVpcResponse.builder().build();
    }

    private boolean hasDependencies(String vpcId) {
        return !cloud.world.subnets.where(subnet -> subnet.vpcId().equals(vpcId)).isEmpty()
                || !cloud.world.internetGateways.where(gateway -> vpcId.equals(gateway.vpcId())).isEmpty()
                || !cloud.world.securityGroups.where(group -> group.vpcId().equals(vpcId) && !group.isDefault())
                        .isEmpty()
                || !cloud.world.routeTables.where(table -> table.vpcId().equals(vpcId) && !VpcParts.isMain(table))
                        .isEmpty()
                || !cloud.world.vpcEndpoints.where(endpoint -> endpoint.vpcId().equals(vpcId)
                        && !cloud.passed(endpoint.deletedAt())).isEmpty()
                || !cloud.interfaces.inVpc(vpcId).isEmpty();
    }

    private DescribeVpcAttributeResponse describeAttribute(DescribeVpcAttributeRequest request) {
        Vpc vpc = cloud.find.vpc(request.vpcId());
        String attribute = Invalid.required(request.attributeAsString(), "attribute");
        DescribeVpcAttributeResponse.Builder answer = DescribeVpcAttributeResponse.builder().vpcId(vpc.id());
        return switch (attribute) {
            case "enableDnsSupport" -> answer.enableDnsSupport(value(vpc.enableDnsSupport())).build();
            case "enableDnsHostnames" -> answer.enableDnsHostnames(value(vpc.enableDnsHostnames())).build();
            case "enableNetworkAddressUsageMetrics" -> answer.enableNetworkAddressUsageMetrics(value(false)).build();
            default -> throw Invalid.value(attribute, "attribute", "Unknown attribute.");
        };
    }

    private static AttributeBooleanValue value(boolean value) {
        return AttributeBooleanValue.builder().value(value).build();
    }

    private ModifyVpcAttributeResponse modifyAttribute(ModifyVpcAttributeRequest request) {
        Vpc vpc = cloud.find.vpc(request.vpcId());
        AttributeBooleanValue support = request.enableDnsSupport();
        AttributeBooleanValue hostnames = request.enableDnsHostnames();
        if (support != null && hostnames != null) {
            throw Invalid.combination("Fields for multiple attribute types specified");
        }
        if (support == null && hostnames == null) {
            throw new AwsException("MissingParameter", "No attributes specified.");
        }
        cloud.world.vpcs.put(new Vpc(vpc.id(), vpc.cidrBlock(), vpc.isDefault(), vpc.dhcpOptionsId(),
                support == null ? vpc.enableDnsSupport() : support.value(),
                hostnames == null ? vpc.enableDnsHostnames() : hostnames.value(),
                vpc.createdAt(), vpc.availableAt()));
        return ModifyVpcAttributeResponse.builder().build();
    }

    private String state(Vpc vpc) {
        return cloud.passed(vpc.availableAt()) ? "available" : "pending";
    }

    private software.amazon.awssdk.services.ec2.model.Vpc view(Vpc vpc) {
        return software.amazon.awssdk.services.ec2.model.Vpc.builder().vpcId(vpc.id()).state(state(vpc))
                .cidrBlock(vpc.cidrBlock()).dhcpOptionsId(vpc.dhcpOptionsId()).isDefault(vpc.isDefault())
                .instanceTenancy("default").ownerId(cloud.world.accountId).tags(cloud.tags.listOrNone(vpc.id()))
                .cidrBlockAssociationSet(association -> association.cidrBlock(vpc.cidrBlock())
                        .associationId(vpc.id().replace("vpc-", "vpc-cidr-assoc-"))
                        .cidrBlockState(state -> state.state("associated")))
                .blockPublicAccessStates(states -> states.internetGatewayBlockMode("off"))
                .build();
    }
}
