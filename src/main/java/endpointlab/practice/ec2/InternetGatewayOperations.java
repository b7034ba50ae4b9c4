package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/**
 * Internet gateways. An attachment is {@code available} on the wire, a word that the SDK's enum does not know.
 *
 * <p>Source: EC2 API Reference; quota from "Amazon VPC quotas".
 */
final class InternetGatewayOperations {

    private static final int MOST_GATEWAYS = 5;
    private static final String ATTACHED = "available";

    private final Cloud cloud;
    private final Filters<InternetGateway> filters;

    InternetGatewayOperations(Cloud cloud) {
        this.cloud = cloud;
        this.filters = new Filters<InternetGateway>(gateway -> cloud.tags.of(gateway.id()))
                .with("internet-gateway-id", InternetGateway::id)
                .with("attachment.vpc-id", InternetGateway::vpcId)
                .with("attachment.state", gateway -> gateway.vpcId() == null ? null : ATTACHED)
                .with("owner-id", gateway -> cloud.world.accountId);
    }

    void register(Registrar registrar) {
        registrar.add("CreateInternetGateway", CreateInternetGatewayRequest::builder, this::create);
        registrar.add("AttachInternetGateway", AttachInternetGatewayRequest::builder, this::attach);
        registrar.add("DetachInternetGateway", DetachInternetGatewayRequest::builder, this::detach);
        registrar.add("DescribeInternetGateways", DescribeInternetGatewaysRequest::builder, this::describe);
        registrar.add("DeleteInternetGateway", DeleteInternetGatewayRequest::builder, this::delete);
    }

    private CreateInternetGatewayResponse create(CreateInternetGatewayRequest request) {
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "internet-gateway");
        if (cloud.world.internetGateways.all().size() >= MOST_GATEWAYS) {
            throw new AwsException("InternetGatewayLimitExceeded",
                    "The maximum number of internet gateways has been reached.");
        }
        InternetGateway gateway = new InternetGateway(cloud.ids.next("igw"), null, cloud.now());
        cloud.world.internetGateways.put(gateway);
        cloud.tags.put(gateway.id(), tags);
        return CreateInternetGatewayResponse.builder().internetGateway(view(gateway)).build();
    }

    private AttachInternetGatewayResponse attach(AttachInternetGatewayRequest request) {
        InternetGateway gateway = cloud.find.internetGateway(request.internetGatewayId());
        Vpc vpc = cloud.find.vpc(request.vpcId());
        if (gateway.vpcId() != null) {
            throw new AwsException("Resource.AlreadyAssociated",
                    "resource " + gateway.id() + " is already attached to network " + gateway.vpcId());
        }
        if (!cloud.world.internetGateways.where(other -> vpc.id().equals(other.vpcId())).isEmpty()) {
            throw Invalid.value("Network " + vpc.id() + " already has an internet gateway attached");
        }
        cloud.world.internetGateways.put(new InternetGateway(gateway.id(), vpc.id(), gateway.createdAt()));
        return AttachInternetGatewayResponse.builder().build();
    }

    private DetachInternetGatewayResponse detach(DetachInternetGatewayRequest request) {
        InternetGateway gateway = cloud.findSurely.internetGateway(request.internetGatewayId());
        Vpc vpc = cloud.findSurely.vpc(request.vpcId());
        if (!vpc.id().equals(gateway.vpcId())) {
            throw new AwsException("Gateway.NotAttached",
                    "resource " + gateway.id() + " is not attached to network " + vpc.id());
        }
        if (cloud.interfaces.inVpc(vpc.id()).stream().anyMatch(one -> one.publicIp() != null)) {
            throw Invalid.dependency("Network " + vpc.id() + " has some mapped public address(es). Please unmap "
                    + "those public address(es) before detaching the gateway.");
        }
        cloud.world.internetGateways.put(new InternetGateway(gateway.id(), null, gateway.createdAt()));
        return DetachInternetGatewayResponse.builder().build();
    }

    private DescribeInternetGatewaysResponse describe(DescribeInternetGatewaysRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.internetGatewayIds(), "InternetGatewayIds");
        List<InternetGateway> rows = cloud.find.rows(request.internetGatewayIds(), cloud.find::internetGateway,
                cloud.world.internetGateways.all(), InternetGateway::createdAt);
        Page<InternetGateway> page = cloud.paging.page(filters.apply(rows, request.filters()),
                InternetGateway::id, request.maxResults(), request.nextToken());
        return DescribeInternetGatewaysResponse.builder()
                .internetGateways(page.rows().stream().map(this::view).toList()).nextToken(page.nextToken()).build();
    }

    private DeleteInternetGatewayResponse delete(DeleteInternetGatewayRequest request) {
        InternetGateway gateway = cloud.findSurely.internetGateway(request.internetGatewayId());
        if (gateway.vpcId() != null) {
            throw Invalid.dependency(
                    "The internetGateway '" + gateway.id() + "' has dependencies and cannot be deleted.");
        }
        cloud.world.internetGateways.remove(gateway.id());
        cloud.tags.forget(gateway.id());
        return DeleteInternetGatewayResponse.builder().build();
    }

    private software.amazon.awssdk.services.ec2.model.InternetGateway view(InternetGateway gateway) {
        List<InternetGatewayAttachment> attachments = gateway.vpcId() == null ? List.of() : List.of(
                InternetGatewayAttachment.builder().vpcId(gateway.vpcId()).state(ATTACHED).build());
        return software.amazon.awssdk.services.ec2.model.InternetGateway.builder().internetGatewayId(gateway.id())
                .ownerId(cloud.world.accountId).attachments(attachments).tags(cloud.tags.list(gateway.id())).build();
    }
}
