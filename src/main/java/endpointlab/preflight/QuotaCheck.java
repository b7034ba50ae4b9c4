package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.preflight.PreflightLine.Topic;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;

/**
 * What there is of what AWS gives only so many of, and what the lab makes for all students. The account's own quotas
 * may be higher; they are known to Service Quotas alone, which isn't asked.
 *
 * <p>Source: AWS-FACTS 2.3 and 2.5; the default VPC and its gateway count. Names as Service Quotas has them; assumed
 * for key pairs.
 */
final class QuotaCheck implements Check {

    private static final String VPC = "Amazon Virtual Private Cloud (Amazon VPC)";
    private static final String EC2 = "Amazon Elastic Compute Cloud (Amazon EC2)";
    private static final String ELB = "Elastic Load Balancing (ELB)";

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        tell(findings, "vpc", vpcs(aws), plan.countOfAll("vpc"), plan.vpcQuota());
        tell(findings, "internet-gateway", gateways(aws), plan.countOfAll("internet-gateway"), plan.vpcQuota());
        if (plan.students() > 1) {
            ofAClass(aws, plan, findings);
        }
    }

    /** One lab alone never comes near these. */
    private static void ofAClass(AwsCaller aws, PreflightPlan plan, Findings findings) {
        // Each VPC brings a default group of its own.
        tell(findings, VPC, "VPC security groups per Region", securityGroups(aws),
                plan.countOfAll("security-group") + plan.countOfAll("vpc"), 2500);
        tell(findings, VPC, "Network interfaces per Region", interfaces(aws), plan.countOfAll("instance")
                + plan.countOfAll("load-balancer") + plan.countOfAll("vpc-endpoint"), 5000);
        tell(findings, EC2, "Key pairs per Region",
                aws.read(DescribeKeyPairsRequest.builder().build(), aws.ec2()::describeKeyPairs).keyPairs().size(),
                plan.countOfAll("key-pair"), 5000);
        tell(findings, ELB, "Target Groups per Region", targetGroups(aws), plan.countOfAll("target-group"), 3000);
    }

    private static int vpcs(AwsCaller aws) {
        return Pages.of(token -> aws.read(DescribeVpcsRequest.builder().nextToken(token).build(),
                        aws.ec2()::describeVpcs), page -> page.nextToken()).stream()
                .mapToInt(page -> page.vpcs().size()).sum();
    }

    private static int gateways(AwsCaller aws) {
        return Pages.of(token -> aws.read(DescribeInternetGatewaysRequest.builder().nextToken(token).build(),
                        aws.ec2()::describeInternetGateways), page -> page.nextToken()).stream()
                .mapToInt(page -> page.internetGateways().size()).sum();
    }

    private static int securityGroups(AwsCaller aws) {
        return Pages.of(token -> aws.read(DescribeSecurityGroupsRequest.builder().nextToken(token).build(),
                        aws.ec2()::describeSecurityGroups), page -> page.nextToken()).stream()
                .mapToInt(page -> page.securityGroups().size()).sum();
    }

    private static int interfaces(AwsCaller aws) {
        return Pages.of(token -> aws.read(DescribeNetworkInterfacesRequest.builder().nextToken(token).build(),
                        aws.ec2()::describeNetworkInterfaces), page -> page.nextToken()).stream()
                .mapToInt(page -> page.networkInterfaces().size()).sum();
    }

    private static int targetGroups(AwsCaller aws) {
        return Pages.of(token -> aws.read(DescribeTargetGroupsRequest.builder().marker(token).build(),
                        aws.elb()::describeTargetGroups), page -> page.nextMarker()).stream()
                .mapToInt(page -> page.targetGroups().size()).sum();
    }

    private static void tell(Findings findings, String kind, int there, int wanted, int most) {
        String[] numbers = {String.valueOf(there), String.valueOf(wanted), String.valueOf(most),
            String.valueOf(there + wanted)};
        if (there + wanted <= most) {
            findings.ok(Topic.QUOTAS, "quota." + kind, numbers);
        } else {
            findings.stop(Topic.QUOTAS, "quota-reached." + kind, numbers);
        }
    }

    private static void tell(Findings findings, String service, String quota, int there, int wanted, int most) {
        String[] arguments = {String.valueOf(there), String.valueOf(wanted), String.valueOf(most),
            String.valueOf(there + wanted), quota, service};
        if (there + wanted <= most) {
            findings.ok(Topic.QUOTAS, "quota-class", arguments);
        } else {
            findings.warn(Topic.QUOTAS, "quota-class-reached", arguments);
        }
    }
}
