package endpointlab.resource;

import endpointlab.aws.CliText;
import endpointlab.resource.Sweep.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;

/** How a person removes by hand what clean-up had to leave. */
final class Removal {

    /** What must go first stands first. */
    private static final List<String> ORDER = List.of("instance", "vpc-endpoint", "endpoint-service", "load-balancer",
            "target-group", "network-interface", "volume", "route-table", "subnet", "security-group",
            "internet-gateway", "vpc", "key-pair");

    private Removal() {
    }

    /** Brings what is left in the order in which it can be removed. */
    static Comparator<Found> order() {
        return Comparator.comparingInt(found -> ORDER.indexOf(found.leftover().kind()));
    }

    /** An internet gateway must be detached first. */
    static String ofGateway(InternetGateway gateway, String region) {
        Stream<String> detach = gateway.attachments().stream().map(attached -> DetachInternetGatewayRequest.builder()
                        .internetGatewayId(gateway.internetGatewayId()).vpcId(attached.vpcId()).build())
                .flatMap(request -> CliText.of(request, region).stream());
        return Stream.concat(detach, Stream.of(command("internet-gateway", gateway.internetGatewayId(), region)))
                .collect(Collectors.joining("\n"));
    }

    /** The AWS CLI command; empty if AWS takes such a thing away by itself. */
    static String command(String kind, String awsId, String region) {
        return request(kind, awsId).map(request -> String.join("\n", CliText.of(request, region))).orElse("");
    }

    private static Optional<AwsRequest> request(String kind, String id) {
        return Optional.ofNullable(switch (kind) {
            case "instance" -> TerminateInstancesRequest.builder().instanceIds(id).build();
            case "vpc" -> DeleteVpcRequest.builder().vpcId(id).build();
            case "internet-gateway" -> DeleteInternetGatewayRequest.builder().internetGatewayId(id).build();
            case "subnet" -> DeleteSubnetRequest.builder().subnetId(id).build();
            case "route-table" -> DeleteRouteTableRequest.builder().routeTableId(id).build();
            case "security-group" -> DeleteSecurityGroupRequest.builder().groupId(id).build();
            case "network-interface" -> DeleteNetworkInterfaceRequest.builder().networkInterfaceId(id).build();
            case "vpc-endpoint" -> DeleteVpcEndpointsRequest.builder().vpcEndpointIds(id).build();
            case "endpoint-service" ->
                    DeleteVpcEndpointServiceConfigurationsRequest.builder().serviceIds(id).build();
            case "key-pair" -> DeleteKeyPairRequest.builder().keyPairId(id).build();
            case "volume" -> DeleteVolumeRequest.builder().volumeId(id).build();
            case "load-balancer" -> DeleteLoadBalancerRequest.builder().loadBalancerArn(id).build();
            case "target-group" -> DeleteTargetGroupRequest.builder().targetGroupArn(id).build();
            default -> null;
        });
    }
}
