package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.RetryRules;
import endpointlab.lab.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;

/** Tries the permissions to look at things: dry runs in EC2, small answers in ELBv2. */
final class Reads {

    private final AwsCaller aws;
    private final Map<String, String> codes = new LinkedHashMap<>();

    private Reads(AwsCaller aws) {
        this.aws = aws;
    }

    /** By IAM action, as {@link DryRun#code}. */
    static Map<String, String> codes(AwsCaller aws) {
        Reads reads = new Reads(aws);
        reads.ofEc2();
        reads.of("elasticloadbalancing:", DescribeAccountLimitsRequest.builder().pageSize(1).build(),
                aws.elb()::describeAccountLimits);
        reads.of("elasticloadbalancing:", DescribeLoadBalancersRequest.builder().pageSize(1).build(),
                aws.elb()::describeLoadBalancers);
        reads.of("elasticloadbalancing:", DescribeTargetGroupsRequest.builder().pageSize(1).build(),
                aws.elb()::describeTargetGroups);
        return reads.codes;
    }

    private void ofEc2() {
        Ec2Client ec2 = aws.ec2();
        of("ec2:", DescribeAvailabilityZonesRequest.builder().dryRun(true).build(), ec2::describeAvailabilityZones);
        of("ec2:", DescribeInstanceTypesRequest.builder().dryRun(true).build(), ec2::describeInstanceTypes);
        of("ec2:", DescribeInstanceTypeOfferingsRequest.builder().dryRun(true).build(),
                ec2::describeInstanceTypeOfferings);
        of("ec2:", DescribeVpcsRequest.builder().dryRun(true).build(), ec2::describeVpcs);
        of("ec2:", DescribeSubnetsRequest.builder().dryRun(true).build(), ec2::describeSubnets);
        of("ec2:", DescribeInternetGatewaysRequest.builder().dryRun(true).build(), ec2::describeInternetGateways);
        of("ec2:", DescribeRouteTablesRequest.builder().dryRun(true).build(), ec2::describeRouteTables);
        of("ec2:", DescribeSecurityGroupsRequest.builder().dryRun(true).build(), ec2::describeSecurityGroups);
        of("ec2:", DescribeKeyPairsRequest.builder().dryRun(true).build(), ec2::describeKeyPairs);
        of("ec2:", DescribeInstancesRequest.builder().dryRun(true).build(), ec2::describeInstances);
        of("ec2:", DescribeVolumesRequest.builder().dryRun(true).build(), ec2::describeVolumes);
        of("ec2:", DescribeNetworkInterfacesRequest.builder().dryRun(true).build(), ec2::describeNetworkInterfaces);
        of("ec2:", DescribeVpcEndpointsRequest.builder().dryRun(true).build(), ec2::describeVpcEndpoints);
        of("ec2:", DescribeVpcEndpointServicesRequest.builder().dryRun(true).build(), ec2::describeVpcEndpointServices);
        of("ec2:", DescribeVpcEndpointServiceConfigurationsRequest.builder().dryRun(true).build(),
                ec2::describeVpcEndpointServiceConfigurations);
        of("ec2:", DescribeVpcEndpointConnectionsRequest.builder().dryRun(true).build(),
                ec2::describeVpcEndpointConnections);
    }

    private <Q extends AwsRequest, R extends AwsResponse> void of(String service, Q request, Function<Q, R> sdk) {
        String type = request.getClass().getSimpleName();
        codes.put(service + type.substring(0, type.length() - "Request".length()),
                DryRun.answer(() -> aws.read(request, sdk, RetryRules.IMPATIENT)).map(Problem::code)
                .orElse(DryRun.ALLOWED));
    }
}
