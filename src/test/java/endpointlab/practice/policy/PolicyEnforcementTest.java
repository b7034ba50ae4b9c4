package endpointlab.practice.policy;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** What a real client sees of the practice cloud under a policy. */
class PolicyEnforcementTest {

    private static final String AMI = "resolve:ssm:/aws/service/ami-amazon-linux-latest/"
            + "al2023-ami-kernel-default-x86_64";

    @TempDir
    Path directory;

    private PracticeCloud cloud;
    private AwsConnection aws;
    private Ec2Client ec2;
    private ElasticLoadBalancingV2Client elb;

    @BeforeEach
    void start() throws IOException {
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7, directory));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        ec2 = aws.ec2();
        elb = aws.elb();
    }

    @AfterEach
    void stop() {
        aws.close();
        cloud.close();
    }

    private void enforce(String... statements) {
        cloud.enforce(Policy.parse(("{'Version': '2012-10-17', 'Statement': [" + String.join(",", statements) + "]}")
                .replace('\'', '"'), "policy"));
    }

    private static String allow(String actions, String resources) {
        return "{'Effect': 'Allow', 'Action': [" + actions + "], 'Resource': [" + resources + "]}";
    }

    private static String allowIf(String actions, String resources, String condition) {
        return "{'Effect': 'Allow', 'Action': [" + actions + "], 'Resource': [" + resources + "], 'Condition': "
                + condition + "}";
    }

    private static CreateVpcRequest vpc(String run) {
        return CreateVpcRequest.builder().cidrBlock("10.0.0.0/16").tagSpecifications(TagSpecification.builder()
                .resourceType("vpc").tags(Tag.builder().key("LabRun").value(run).build()).build()).build();
    }

    private String account() {
        return aws.sts().getCallerIdentity().account();
    }

    @Test
    void withoutAPolicyEverythingIsAllowed() {
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
        cloud.enforce(Policy.parse("{\"Version\": \"2012-10-17\", \"Statement\": []}", "policy"));
        assertRefused(403, "UnauthorizedOperation", "", () -> ec2.describeVpcs());
        cloud.enforce(Policy.allowEverything());
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
    }

    @Test
    void whoAmINeedsNoPermission() {
        enforce();

        assertThat(aws.sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + account() + ":user/practice");
    }

    @Test
    void ec2SaysWhoMayNotDoWhatAndWhy() {
        String user = "arn:aws:iam::" + account() + ":user/practice";
        enforce(allow("'ec2:Describe*'", "'*'"), "{'Effect': 'Deny', 'Action': 'ec2:DeleteVpc', 'Resource': '*'}");

        assertRefused(403, "UnauthorizedOperation", "You are not authorized to perform this operation. User: " + user
                + " is not authorized to perform: ec2:CreateVpc on resource: arn:aws:ec2:us-east-1:" + account()
                + ":vpc/* because no identity-based policy allows the ec2:CreateVpc action. Encoded authorization "
                + "failure message: ", () -> ec2.createVpc(vpc("a")));
        assertRefused(403, "UnauthorizedOperation", ":vpc/vpc-0 with an explicit deny in an identity-based policy. "
                + "Encoded", () -> ec2.deleteVpc(r -> r.vpcId("vpc-0")));
    }

    @Test
    void elbSaysAccessDenied() {
        enforce();

        assertRefused(403, "AccessDenied", "User: arn:aws:iam::" + account() + ":user/practice is not authorized to "
                        + "perform: elasticloadbalancing:DescribeLoadBalancers because no identity-based policy allows "
                        + "the elasticloadbalancing:DescribeLoadBalancers action",
                () -> elb.describeLoadBalancers());
    }

    @Test
    void aDryRunTellsWhetherItWouldBeAllowed() {
        enforce(allow("'ec2:CreateVpc'", "'*'"));

        assertRefused(412, "DryRunOperation", "", () -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true)));
        assertRefused(403, "UnauthorizedOperation", "", () -> ec2.createInternetGateway(r -> r.dryRun(true)));
    }

    @Test
    void tagsGivenAtCreationNeedCreateTagsToo() {
        enforce(allowIf("'ec2:CreateVpc'", "'*'", "{'StringEquals': {'aws:RequestTag/LabRun': 'a'}}"));
        assertRefused(403, "UnauthorizedOperation", "ec2:CreateTags on resource: arn:aws:ec2:us-east-1:" + account()
                + ":vpc/*", () -> ec2.createVpc(vpc("a")));

        enforce(allowIf("'ec2:CreateVpc'", "'*'", "{'StringEquals': {'aws:RequestTag/LabRun': 'a'}}"),
                allowIf("'ec2:CreateTags'", "'*'", "{'StringEquals': {'ec2:CreateAction': ['CreateVpc']},"
                        + "'ForAllValues:StringEquals': {'aws:TagKeys': ['LabRun']}}"));
        String id = ec2.createVpc(vpc("a")).vpc().vpcId();
        assertRefused(403, "UnauthorizedOperation", "ec2:CreateVpc", () -> ec2.createVpc(vpc("b")));
        assertRefused(403, "UnauthorizedOperation", "ec2:CreateTags", () -> ec2.createTags(r -> r.resources(id)
                .tags(Tag.builder().key("LabRun").value("c").build())));
    }

    @Test
    void whatCarriesTheTagMayBeDeleted() {
        String ours = ec2.createVpc(vpc("a")).vpc().vpcId();
        String other = ec2.createVpc(vpc("b")).vpc().vpcId();
        enforce(allowIf("'ec2:DeleteVpc'", "'arn:aws:ec2:*:*:vpc/*'",
                "{'StringEquals': {'aws:ResourceTag/LabRun': 'a', 'aws:RequestedRegion': 'us-east-1'}}"));

        assertRefused(403, "UnauthorizedOperation", other, () -> ec2.deleteVpc(r -> r.vpcId(other)));
        ec2.deleteVpc(r -> r.vpcId(ours));
    }

    private String subnet() {
        String vpc = ec2.createVpc(vpc("a")).vpc().vpcId();
        return Awaitility.await().ignoreExceptions().until(() -> ec2.createSubnet(r -> r.vpcId(vpc)
                .cidrBlock("10.0.1.0/24").availabilityZone("us-east-1a")).subnet().subnetId(), id -> true);
    }

    @Test
    void runInstancesIsAskedAboutEveryResource() {
        String subnet = subnet();
        ec2.createKeyPair(r -> r.keyName("mine"));
        RunInstancesRequest request = RunInstancesRequest.builder().imageId(AMI).instanceType("t3.micro")
                .minCount(1).maxCount(1).keyName("mine").subnetId(subnet).build();
        String[] types = {"instance/*", "network-interface/*", "volume/*", "subnet/" + subnet, "security-group/*",
                "key-pair/mine"};
        String image = allow("'ec2:RunInstances'", "'arn:aws:ec2:us-east-1::image/ami-*'");
        String parameter = allow("'ssm:GetParameters'", "'arn:aws:ssm:us-east-1::parameter/aws/service/*'");
        for (String missing : types) {
            StringBuilder others = new StringBuilder();
            for (String type : types) {
                others.append(type.equals(missing) ? "" : ",'arn:aws:ec2:us-east-1:*:" + type + "'");
            }
            enforce(image, parameter, allow("'ec2:RunInstances'", others.substring(1)));
            assertRefused(403, "UnauthorizedOperation", ":" + missing + " because", () -> ec2.runInstances(request));
        }
        enforce(parameter, allow("'ec2:RunInstances'", "'arn:aws:ec2:us-east-1:" + account() + ":*'"));
        assertRefused(403, "UnauthorizedOperation", "us-east-1::image/ami-", () -> ec2.runInstances(request));
        enforce(image, allow("'ec2:RunInstances'", "'*'"));
        assertRefused(403, "UnauthorizedOperation", "ssm:GetParameters", () -> ec2.runInstances(request));

        enforce(parameter, allow("'ec2:RunInstances'", "'*'"));
        Awaitility.await().ignoreExceptions().until(() ->
                ec2.runInstances(request.toBuilder().clientToken("one").build()).instances().size() == 1);
    }

    @Test
    void theFirstLoadBalancerNeedsTheRole() {
        String subnet = subnet();
        enforce(allow("'elasticloadbalancing:*', 'ec2:*'", "'*'"));
        assertRefused(403, "AccessDenied", "iam:CreateServiceLinkedRole on resource: arn:aws:iam::" + account()
                + ":role/aws-service-role/elasticloadbalancing.amazonaws.com/", () -> elb.createLoadBalancer(
                        r -> r.name("one").type("network").scheme("internal").subnets(subnet)));

        enforce(allow("'elasticloadbalancing:*'", "'*'"), allowIf("'iam:CreateServiceLinkedRole'", "'*'",
                "{'StringEquals': {'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com'}}"));
        elb.createLoadBalancer(r -> r.name("one").type("network").scheme("internal").subnets(subnet));
        enforce(allow("'elasticloadbalancing:*'", "'*'"));
        elb.createLoadBalancer(r -> r.name("two").type("network").scheme("internal").subnets(subnet));
    }

    @Test
    void elbIsAskedByArnAndTag() {
        String lab = elb.createTargetGroup(r -> r.name("ours").protocol("TCP").port(80).vpcId(defaultVpc())
                .tags(t -> t.key("LabRun").value("a"))).targetGroups().get(0).targetGroupArn();
        enforce(allowIf("'elasticloadbalancing:CreateTargetGroup'", "'arn:aws:elasticloadbalancing:*:*:targetgroup/o*'",
                        "{'StringEquals': {'aws:RequestTag/LabRun': 'a'}}"),
                allowIf("'elasticloadbalancing:AddTags'", "'*'",
                        "{'StringEquals': {'elasticloadbalancing:CreateAction': 'CreateTargetGroup'}}"),
                allowIf("'elasticloadbalancing:DeleteTargetGroup'", "'*'",
                        "{'StringEquals': {'aws:ResourceTag/LabRun': 'a'}}"),
                allow("'ec2:Describe*'", "'*'"));

        String vpc = defaultVpc();
        String made = elb.createTargetGroup(r -> r.name("others").protocol("TCP").port(80).vpcId(vpc)
                .tags(t -> t.key("LabRun").value("a"))).targetGroups().get(0).targetGroupArn();
        assertRefused(403, "AccessDenied", ":targetgroup/x/*", () -> elb.createTargetGroup(r -> r.name("x")
                .protocol("TCP").port(80).vpcId(vpc).tags(t -> t.key("LabRun").value("a"))));
        assertRefused(403, "AccessDenied", "AddTags on resource: " + made, () -> elb.addTags(r -> r.resourceArns(made)
                .tags(t -> t.key("LabRun").value("a"))));
        elb.deleteTargetGroup(r -> r.targetGroupArn(lab));
    }

    private String defaultVpc() {
        return ec2.describeVpcs().vpcs().get(0).vpcId();
    }
}
