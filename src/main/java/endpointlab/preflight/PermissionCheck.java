package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;

/**
 * Each permission that the lab, its clean-up and this preflight need. A dry run of what stands alone tells for sure.
 * One that names something else can't, because that isn't there yet: a refusal may only mean that the policy is
 * limited to the lab's own resources, and AWS may say before anything else that it isn't there. ELBv2 knows no dry
 * run.
 */
final class PermissionCheck implements Check {

    private static final String EC2 = "ec2:";
    private static final String CREATE_TAGS = EC2 + "CreateTags";
    /** Nothing else has to be there for these. */
    private static final Set<String> ALONE = Set.of("ec2:CreateVpc", "ec2:CreateInternetGateway",
            "ec2:ImportKeyPair");
    /** What AWS tells of one resource, which a policy may limit. */
    private static final Set<String> OF_ONE = Set.of("ec2:DescribeVpcEndpointServicePermissions",
            "ec2:DescribeInstanceAttribute");
    /** What AWS asks about besides, or what can't be tried. */
    private static final List<String> UNTRIED = List.of("elasticloadbalancing:AddTags",
            "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:DeleteTargetGroup",
            "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetHealth", "iam:CreateServiceLinkedRole", "ssm:GetParameters");

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        Map<String, String> codes = new TreeMap<>();
        Set<String> unknown = new TreeSet<>(UNTRIED);
        List<AwsRequest> requests = new ArrayList<>(new PlannedRequests(plan).all());
        requests.addAll(others());
        for (AwsRequest request : requests) {
            if (DryRun.isKnown(request)) {
                codes.put(EC2 + action(request), DryRun.code(aws, request));
            } else {
                unknown.add("elasticloadbalancing:" + action(request));
            }
        }
        codes.putAll(Reads.codes(aws));
        // The dry run of a call that tags what it makes asks for this, too.
        codes.put(CREATE_TAGS, codes.get("ec2:CreateVpc").equals(DryRun.ALLOWED) ? DryRun.ALLOWED : "");
        tell(codes, unknown, findings);
    }

    private static void tell(Map<String, String> codes, Set<String> unknown, Findings findings) {
        List<String> allowed = new ArrayList<>();
        List<String> limited = new ArrayList<>();
        codes.forEach((action, code) -> {
            if (code.equals(DryRun.ALLOWED)) {
                allowed.add(action);
            } else if (DryRun.isDenied(code) && isSure(action)) {
                findings.stop(Topic.PERMISSIONS, "permission-missing", action);
            } else if (DryRun.isDenied(code)) {
                limited.add(action);
            } else if (code.endsWith("LimitExceeded") && !code.startsWith("Request")) {
                allowed.add(action);
                findings.stop(Topic.QUOTAS, "quota-refused", action, code);
            } else {
                unknown.add(action);
            }
        });
        findings.ok(Topic.PERMISSIONS, "permissions", listed(allowed));
        if (!limited.isEmpty()) {
            findings.add(PreflightLine.remedied(Topic.PERMISSIONS, Verdict.UNKNOWN, "permissions-limited",
                    listed(limited)));
        }
        findings.unknown(Topic.PERMISSIONS, "permissions-unknown", listed(unknown));
    }

    private static boolean isSure(String action) {
        return ALONE.contains(action) || action.contains(":Describe") && !OF_ONE.contains(action);
    }

    private static String[] listed(Collection<String> actions) {
        return new String[] {String.valueOf(actions.size()), String.join(", ", actions)};
    }

    private static List<AwsRequest> others() {
        String vpc = PlannedRequests.id("vpc");
        String gateway = PlannedRequests.id("internet-gateway");
        String service = PlannedRequests.id("endpoint-service");
        String endpoint = PlannedRequests.id("vpc-endpoint");
        String instance = PlannedRequests.id("instance");
        return List.of(RejectVpcEndpointConnectionsRequest.builder().serviceId(service).vpcEndpointIds(endpoint).build(),
                GetConsoleOutputRequest.builder().instanceId(instance).build(),
                TerminateInstancesRequest.builder().instanceIds(instance).build(),
                DeleteVpcEndpointsRequest.builder().vpcEndpointIds(endpoint).build(),
                DeleteVpcEndpointServiceConfigurationsRequest.builder().serviceIds(service).build(),
                DeleteSecurityGroupRequest.builder().groupId(PlannedRequests.id("security-group")).build(),
                DisassociateRouteTableRequest.builder()
                        .associationId(PlannedRequests.id("route-table-association")).build(),
                DeleteRouteTableRequest.builder().routeTableId(PlannedRequests.id("route-table")).build(),
                DetachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build(),
                DeleteInternetGatewayRequest.builder().internetGatewayId(gateway).build(),
                DeleteSubnetRequest.builder().subnetId(PlannedRequests.id("subnet")).build(),
                DeleteVpcRequest.builder().vpcId(vpc).build(),
                DeleteKeyPairRequest.builder().keyPairId(PlannedRequests.id("key-pair")).build(),
                ModifyInstanceAttributeRequest.builder().instanceId(instance)
                        .groups(PlannedRequests.id("security-group")).build(),
                ModifyVpcEndpointRequest.builder().vpcEndpointId(endpoint)
                        .addSecurityGroupIds(PlannedRequests.id("security-group")).build(),
                ModifyVpcEndpointServiceConfigurationRequest.builder().serviceId(service).acceptanceRequired(true)
                        .build(),
                RevokeSecurityGroupIngressRequest.builder().groupId(PlannedRequests.id("security-group"))
                        .ipPermissions(sshFromAnywhere()).build(),
                DescribeInstanceAttributeRequest.builder().instanceId(instance)
                        .attribute(InstanceAttributeName.USER_DATA).build(),
                DescribeVpcEndpointServicePermissionsRequest.builder().serviceId(service).build());
    }

    private static IpPermission sshFromAnywhere() {
        return IpPermission.builder().ipProtocol("tcp").fromPort(22).toPort(22)
                .ipRanges(range -> range.cidrIp("0.0.0.0/0")).build();
    }

    private static String action(AwsRequest request) {
        String type = request.getClass().getSimpleName();
        return type.substring(0, type.length() - "Request".length());
    }
}
