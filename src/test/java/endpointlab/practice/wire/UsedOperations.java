package endpointlab.practice.wire;

import java.util.List;
import java.util.stream.Stream;

/** Every operation that the lab, its clean-up and its proof use, and those that belong to them. */
final class UsedOperations {

    private static final List<String> EC2 = """
            CreateVpc DeleteVpc DescribeVpcs ModifyVpcAttribute DescribeVpcAttribute
            CreateSubnet DeleteSubnet DescribeSubnets ModifySubnetAttribute
            CreateInternetGateway DeleteInternetGateway AttachInternetGateway DetachInternetGateway
            DescribeInternetGateways
            CreateRouteTable DeleteRouteTable DescribeRouteTables AssociateRouteTable DisassociateRouteTable
            ReplaceRouteTableAssociation CreateRoute ReplaceRoute DeleteRoute
            CreateSecurityGroup DeleteSecurityGroup DescribeSecurityGroups DescribeSecurityGroupRules
            AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress
            RevokeSecurityGroupEgress ModifySecurityGroupRules
            ImportKeyPair CreateKeyPair DescribeKeyPairs DeleteKeyPair
            RunInstances DescribeInstances DescribeInstanceStatus GetConsoleOutput TerminateInstances
            StartInstances StopInstances DescribeInstanceAttribute ModifyInstanceAttribute
            CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces ModifyNetworkInterfaceAttribute
            AttachNetworkInterface DetachNetworkInterface
            CreateNetworkAcl DeleteNetworkAcl DescribeNetworkAcls CreateNetworkAclEntry DeleteNetworkAclEntry
            ReplaceNetworkAclEntry ReplaceNetworkAclAssociation
            DescribeRegions DescribeAvailabilityZones DescribeInstanceTypes DescribeInstanceTypeOfferings
            DescribeImages DescribeAccountAttributes DescribeVolumes DescribeAddresses DescribeDhcpOptions
            CreateTags DeleteTags DescribeTags
            CreateVpcEndpointServiceConfiguration DescribeVpcEndpointServiceConfigurations
            ModifyVpcEndpointServiceConfiguration DeleteVpcEndpointServiceConfigurations
            ModifyVpcEndpointServicePermissions DescribeVpcEndpointServicePermissions DescribeVpcEndpointServices
            CreateVpcEndpoint ModifyVpcEndpoint DescribeVpcEndpoints DeleteVpcEndpoints
            AcceptVpcEndpointConnections RejectVpcEndpointConnections DescribeVpcEndpointConnections
            """.strip().lines().flatMap(line -> Stream.of(line.strip().split(" "))).toList();

    private static final List<String> ELB = """
            CreateLoadBalancer DescribeLoadBalancers DeleteLoadBalancer DescribeLoadBalancerAttributes
            ModifyLoadBalancerAttributes SetSubnets SetSecurityGroups DescribeCapacityReservation
            CreateTargetGroup DescribeTargetGroups ModifyTargetGroup DeleteTargetGroup DescribeTargetGroupAttributes
            ModifyTargetGroupAttributes RegisterTargets DeregisterTargets DescribeTargetHealth
            CreateListener DescribeListeners ModifyListener DeleteListener
            AddTags RemoveTags DescribeTags DescribeAccountLimits
            """.strip().lines().flatMap(line -> Stream.of(line.strip().split(" "))).toList();

    private UsedOperations() {
    }

    /** One operation of one service. */
    record Used(AwsService service, String action) {

        @Override
        public String toString() {
            return service + " " + action;
        }
    }

    static Stream<Used> all() {
        return Stream.of(
                EC2.stream().map(action -> new Used(AwsService.EC2, action)),
                ELB.stream().map(action -> new Used(AwsService.ELB, action)),
                Stream.of(new Used(AwsService.STS, "GetCallerIdentity"))).flatMap(used -> used);
    }
}
