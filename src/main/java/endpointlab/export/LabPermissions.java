package endpointlab.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the lab's own work may do, by task: look, make, join, check, set back, adopt, clean up and
 * sweep. Looking serves resuming and sweeping, too.
 *
 * <p>Source: Service Authorization Reference for EC2 and Elastic Load Balancing V2; AWS-FACTS section 6. STS
 * GetCallerIdentity needs no permission.
 */
final class LabPermissions {

    private static final List<String> LOOK_EC2 = PolicyScope.ec2("DescribeInstanceAttribute",
            "DescribeInstances", "DescribeInternetGateways", "DescribeKeyPairs",
            "DescribeNetworkInterfaces", "DescribeRouteTables", "DescribeSecurityGroups",
            "DescribeSubnets", "DescribeVolumes", "DescribeVpcEndpointConnections",
            "DescribeVpcEndpointServiceConfigurations", "DescribeVpcEndpointServices", "DescribeVpcEndpoints",
            "DescribeVpcs");
    private static final List<String> LOOK_ELB = PolicyScope.elb("DescribeListeners", "DescribeLoadBalancers",
            "DescribeTags", "DescribeTargetGroups", "DescribeTargetHealth");
    /** Each is given tags by the call that makes it. */
    private static final String[] MADE_IN_EC2 = {"CreateInternetGateway", "CreateRouteTable", "CreateSecurityGroup",
        "CreateSubnet", "CreateVpc", "CreateVpcEndpoint", "CreateVpcEndpointServiceConfiguration", "ImportKeyPair",
        "RunInstances"};
    private static final String[] MADE_IN_ELB = {"CreateListener", "CreateLoadBalancer", "CreateTargetGroup"};
    private static final String LOAD_BALANCING = "elasticloadbalancing.amazonaws.com";
    private static final String RESOLVED = "resolve:ssm:";

    private final PolicyScope scope;
    private final Optional<String> parameter;

    /** @param ami as in the field: an id, or an SSM parameter */
    LabPermissions(PolicyScope scope, String ami) {
        this.scope = scope;
        this.parameter = ami.startsWith(RESOLVED) ? Optional.of(ami.substring(RESOLVED.length())) : Optional.empty();
    }

    List<Map<String, Object>> statements() {
        List<Map<String, Object>> statements = new ArrayList<>();
        statements.add(scope.looking("Look", Stream.concat(LOOK_EC2.stream(), LOOK_ELB.stream()).toList()));
        make(statements);
        statements.add(scope.onOurs("JoinAndCheck", Stream.concat(
                PolicyScope.ec2("AcceptVpcEndpointConnections", "AssociateRouteTable", "AttachInternetGateway",
                        "AuthorizeSecurityGroupIngress", "CreateRoute", "DescribeVpcEndpointServicePermissions",
                        "GetConsoleOutput", "ModifyVpcEndpointServicePermissions",
                        "RejectVpcEndpointConnections").stream(),
                PolicyScope.elb("RegisterTargets").stream()).toList()));
        statements.add(scope.onOurs("SetBack", PolicyScope.ec2("ModifyInstanceAttribute", "ModifyVpcEndpoint",
                "ModifyVpcEndpointServiceConfiguration", "RevokeSecurityGroupIngress")));
        // What was made by hand can be taken over under this policy if it was given the run's tag when it was made.
        statements.add(scope.onOurs("Adopt", Stream.concat(PolicyScope.ec2("CreateTags").stream(),
                PolicyScope.elb("AddTags").stream()).toList()));
        statements.add(scope.onOurs("CleanUp", Stream.concat(
                PolicyScope.ec2("DeleteInternetGateway", "DeleteKeyPair", "DeleteRouteTable", "DeleteSecurityGroup",
                        "DeleteSubnet", "DeleteVpc", "DeleteVpcEndpointServiceConfigurations", "DeleteVpcEndpoints",
                        "DetachInternetGateway", "DisassociateRouteTable", "TerminateInstances").stream(),
                PolicyScope.elb("DeleteLoadBalancer", "DeleteTargetGroup").stream()).toList()));
        return statements;
    }

    private void make(List<Map<String, Object>> statements) {
        statements.add(scope.making("Make", PolicyScope.ec2(MADE_IN_EC2), scope.ec2Types("instance",
                "internet-gateway", "key-pair", "network-interface", "route-table", "security-group", "subnet",
                "volume", "vpc", "vpc-endpoint", "vpc-endpoint-service")));
        statements.add(scope.making("MakeBalancer", PolicyScope.elb("CreateLoadBalancer", "CreateTargetGroup"),
                scope.elbTypes("loadbalancer/net", "targetgroup")));
        statements.add(scope.onOurs("MakeInsideOurs", Stream.concat(
                PolicyScope.ec2("CreateRouteTable", "CreateSecurityGroup", "CreateSubnet", "CreateVpcEndpoint",
                        "RunInstances").stream(), PolicyScope.elb("CreateListener").stream()).toList()));
        statements.add(PolicyScope.statement("Image", PolicyScope.ec2("RunInstances"),
                List.of(scope.arn("ec2", scope.region(), "", "image/*")), Map.of()));
        parameter.ifPresent(name -> statements.add(PolicyScope.statement("ImageName", List.of("ssm:GetParameters"),
                List.of(parameterArn(name)), Map.of())));
        statements.add(PolicyScope.statement("TagWhatIsMade", PolicyScope.ec2("CreateTags"),
                List.of(scope.arn("ec2", scope.region(), "*", "*/*")),
                Map.of("StringEquals", Map.of("ec2:CreateAction", List.of(MADE_IN_EC2)))));
        statements.add(PolicyScope.statement("TagBalancer", PolicyScope.elb("AddTags"),
                scope.elbTypes("listener/net", "loadbalancer/net", "targetgroup"),
                Map.of("StringEquals", Map.of("elasticloadbalancing:CreateAction", List.of(MADE_IN_ELB)))));
        // An account's first load balancer makes ELB's role.
        statements.add(PolicyScope.statement("BalancersRole", List.of("iam:CreateServiceLinkedRole"),
                List.of(scope.arn("iam", "", "*", "role/aws-service-role/" + LOAD_BALANCING
                        + "/AWSServiceRoleForElasticLoadBalancing")),
                Map.of("StringEquals", Map.of("iam:AWSServiceName", LOAD_BALANCING))));
    }

    /** AWS's own public parameters belong to no account; a version isn't part of the name. */
    private String parameterArn(String named) {
        String name = named.contains(":") ? named.substring(0, named.indexOf(':')) : named;
        return scope.arn("ssm", scope.region(), name.startsWith("/aws/") ? "" : "*",
                "parameter" + (name.startsWith("/") ? "" : "/") + name);
    }
}
