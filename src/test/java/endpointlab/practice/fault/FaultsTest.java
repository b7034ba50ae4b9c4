package endpointlab.practice.fault;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.aws.AwsConnection;
import endpointlab.aws.ForgottenSkew;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;

/** What a real client sees of each kind of fault. The clients make one attempt per call. */
@ExtendWith(ForgottenSkew.class)
class FaultsTest {

    private static final String AMI = "resolve:ssm:/aws/service/ami-amazon-linux-latest/"
            + "al2023-ami-kernel-default-x86_64";

    @TempDir
    Path directory;

    private PracticeCloud cloud;
    private AwsConnection aws;
    private Ec2Client ec2;
    private ElasticLoadBalancingV2Client elb;
    private StsClient sts;

    @BeforeEach
    void start() throws IOException {
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7, directory));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        ec2 = aws.ec2();
        elb = aws.elb();
        sts = aws.sts();
    }

    @AfterEach
    void stop() {
        aws.close();
        cloud.close();
    }

    private void faults(String... faults) {
        cloud.faults(FaultScript.parse(("{'seed': 3, 'faults': [" + String.join(",", faults) + "]}")
                .replace('\'', '"'), "faults"));
    }

    private int vpcs() {
        return ec2.describeVpcs().vpcs().size();
    }

    private static String outcome(Supplier<?> call) {
        try {
            call.get();
            return "ok";
        } catch (AwsServiceException refused) {
            return refused.awsErrorDetails().errorCode();
        } catch (SdkClientException broken) {
            return "broken";
        }
    }

    @Test
    void throttling() {
        faults("{'kind': 'throttling'}");

        assertRefused(503, "RequestLimitExceeded", "Request limit exceeded.", () -> ec2.describeVpcs());
        assertRefused(400, "Throttling", "Rate exceeded", () -> elb.describeLoadBalancers());
        assertRefused(400, "Throttling", "Rate exceeded", () -> sts.getCallerIdentity());
        assertThatThrownBy(() -> ec2.describeVpcs()).isInstanceOfSatisfying(AwsServiceException.class,
                refused -> assertThat(refused.isThrottlingException()).isTrue());
    }

    @Test
    void serverErrors() {
        faults("{'kind': 'server-error'}");
        assertRefused(500, "InternalError", "An internal error has occurred", () -> ec2.describeVpcs());
        assertRefused(500, "InternalFailure", "", () -> elb.describeLoadBalancers());

        faults("{'kind': 'server-error', 'code': 'Unavailable'}");
        assertRefused(503, "Unavailable", "The service is unavailable.", () -> ec2.describeVpcs());
        assertRefused(503, "ServiceUnavailable", "", () -> elb.describeLoadBalancers());
    }

    @ParameterizedTest
    @CsvSource({"server-error, before, 1", "server-error, after, 2", "connection-reset, before, 1",
            "connection-reset, after, 2"})
    void anAnswerMayBeLostBeforeOrAfterTheOperation(String kind, String when, int vpcs) {
        faults("{'kind': '" + kind + "', 'when': '" + when + "', 'operation': 'ec2:CreateVpc', 'calls': 1}");

        assertThat(outcome(() -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"))))
                .isEqualTo(kind.equals("server-error") ? "InternalError" : "broken");
        faults();
        Awaitility.await().untilAsserted(() -> assertThat(vpcs()).isEqualTo(vpcs));
    }

    @Test
    void slowAnswersTakeLabTime() {
        faults("{'kind': 'slow', 'delay': '10m', 'operation': 'DescribeVpcs'}");
        Instant before = cloud.clock().now();

        assertThat(vpcs()).isEqualTo(1);

        assertThat(Duration.between(before, cloud.clock().now())).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void missingPermission() {
        faults("{'kind': 'missing-permission', 'operation': ['ec2:Create*', 'elasticloadbalancing:*']}");

        assertRefused(403, "UnauthorizedOperation", "is not authorized to perform: ec2:CreateVpc because no "
                + "identity-based policy allows the ec2:CreateVpc action",
                () -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertRefused(403, "AccessDenied", "elasticloadbalancing:DescribeLoadBalancers",
                () -> elb.describeLoadBalancers());
        assertThat(vpcs()).isEqualTo(1);
    }

    @Test
    void expiredCredentials() {
        faults("{'kind': 'expired-credentials'}");

        assertRefused(400, "RequestExpired", "Request has expired.", () -> ec2.describeVpcs());
        assertRefused(403, "ExpiredToken", "expired", () -> elb.describeLoadBalancers());
        assertRefused(403, "ExpiredToken", "expired", () -> sts.getCallerIdentity());
    }

    @Test
    void invalidCredentials() {
        faults("{'kind': 'invalid-credentials'}");

        // The JDK's HTTP client keeps the body of a 401 to itself, so that only the status arrives.
        assertThatThrownBy(() -> ec2.describeVpcs()).isInstanceOfSatisfying(AwsServiceException.class,
                refused -> assertThat(refused.statusCode()).isEqualTo(401));
        assertRefused(403, "InvalidClientTokenId", "", () -> elb.describeLoadBalancers());
    }

    @ParameterizedTest
    @CsvSource({"20m, Signature expired", "-20m, Signature not yet current"})
    void clockSkew(String skew, String why) {
        faults("{'kind': 'clock-skew', 'skew': '" + skew + "'}");

        assertRefused(400, "RequestExpired", "Request has expired.", () -> ec2.describeVpcs());
        assertRefused(403, "SignatureDoesNotMatch", why, () -> elb.describeLoadBalancers());

        faults("{'kind': 'clock-skew', 'skew': '" + skew.replace("20", "10") + "'}");
        assertThat(vpcs()).isEqualTo(1);
    }

    @Test
    void quotas() {
        faults("{'kind': 'quota', 'quota': 'vpcs', 'limit': 2}", "{'kind': 'quota', 'quota': 'key-pairs', 'limit': 0}",
                "{'kind': 'quota', 'quota': 'target-groups', 'limit': 0}",
                "{'kind': 'quota', 'quota': 'subnets-per-vpc', 'limit': 0}");
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();

        assertRefused("VpcLimitExceeded", "The maximum number of VPCs has been reached.",
                () -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertRefused("KeyPairLimitExceeded", "", () -> ec2.createKeyPair(r -> r.keyName("k")));
        assertRefused("TooManyTargetGroups", "", () -> elb.createTargetGroup(r -> r.name("t").protocol("TCP").port(80)
                .vpcId(vpc)));
        assertRefused("SubnetLimitExceeded", "", () -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24")));
    }

    @Test
    void aQuotaHoldsWhenManyAskAtOnce() {
        faults("{'kind': 'quota', 'quota': 'vpcs', 'limit': 2}");
        ExecutorService askers = Executors.newFixedThreadPool(5);
        try {
            for (int i = 0; i < 100; i++) {
                List<CompletableFuture<String>> asked = Stream.of(1, 2, 3, 4, 5)
                        .map(asker -> CompletableFuture.supplyAsync(() ->
                                outcome(() -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"))), askers)).toList();
                assertThat(asked.stream().map(CompletableFuture::join))
                        .containsOnly("ok", "VpcLimitExceeded").containsOnlyOnce("ok");
                ec2.describeVpcs().vpcs().stream().filter(vpc -> !vpc.isDefault())
                        .forEach(vpc -> ec2.deleteVpc(r -> r.vpcId(vpc.vpcId())));
            }
        } finally {
            askers.shutdownNow();
        }
    }

    private RunInstancesRequest launch(String type) {
        String subnet = ec2.describeSubnets().subnets().stream()
                .filter(one -> one.availabilityZone().equals("us-east-1a")).findFirst().orElseThrow().subnetId();
        return RunInstancesRequest.builder().imageId(AMI).instanceType(type).minCount(1).maxCount(1)
                .subnetId(subnet).build();
    }

    @Test
    void noSuchInstanceTypeInTheZone() {
        faults("{'kind': 'unsupported-instance-type', 'instanceType': 't3.*', 'zone': 'us-east-1a'}");

        assertRefused(400, "Unsupported", "Your requested instance type (t3.micro) is not supported in your requested "
                        + "Availability Zone (us-east-1a). Please retry your request by not specifying an Availability "
                        + "Zone or choosing us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f.",
                () -> ec2.runInstances(launch("t3.micro")));
        assertThat(ec2.describeInstanceTypeOfferings(r -> r.locationType("availability-zone")).instanceTypeOfferings())
                .noneMatch(one -> one.location().equals("us-east-1a") && one.instanceTypeAsString().startsWith("t3."))
                .anyMatch(one -> one.location().equals("us-east-1b") && one.instanceTypeAsString().startsWith("t3."));
    }

    @Test
    void noCapacityForNow() {
        faults("{'kind': 'no-capacity', 'zone': 'us-east-1a', 'calls': '1'}");

        assertRefused(500, "InsufficientInstanceCapacity", "We currently do not have sufficient t3.micro capacity in "
                + "the Availability Zone you requested (us-east-1a).", () -> ec2.runInstances(launch("t3.micro")));
        assertThat(ec2.runInstances(launch("t3.micro")).instances()).hasSize(1);
    }

    @Test
    void tooManyInstances() {
        faults("{'kind': 'quota', 'quota': 'instances', 'limit': 1}");
        ec2.runInstances(launch("t3.micro"));

        assertRefused(400, "InstanceLimitExceeded", "current instance limit of 1 allows",
                () -> ec2.runInstances(launch("t3.micro")));
    }

    @Test
    void aNewAccountMayUseEligibleTypesOnly() {
        faults("{'kind': 'new-account'}");

        assertRefused(400, "InvalidParameterCombination", "The specified instance type is not eligible for Free Tier.",
                () -> ec2.runInstances(launch("t2.micro")));
        assertThat(ec2.runInstances(launch("t3.micro")).instances()).hasSize(1);
        assertThat(ec2.describeInstanceTypes(r -> r.instanceTypesWithStrings("t2.micro", "t3.micro")).instanceTypes())
                .allMatch(type -> type.freeTierEligible() == type.instanceTypeAsString().equals("t3.micro"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "no-load-balancers | 400 | OperationNotPermitted | This AWS account currently does not support creating "
                    + "load balancers. For more information, please contact AWS Support.",
            "no-service-linked-role | 403 | AccessDenied | is not authorized to perform: iam:CreateServiceLinkedRole "
                    + "on resource: arn:aws:iam::"})
    void accountsWithoutLoadBalancers(String kind, int status, String code, String text) {
        String subnet = launch("t3.micro").subnetId();
        faults("{'kind': '" + kind + "'}");

        assertRefused(status, code, text, () -> elb.createLoadBalancer(r -> r.name("x").type("network")
                .subnets(subnet)));
        assertThat(elb.describeLoadBalancers().loadBalancers()).isEmpty();
    }

    private Set<String> outcomesOfManyCalls(Supplier<String> call) {
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            try {
                outcomes.add(call.get());
            } catch (AwsServiceException refused) {
                outcomes.add(refused.awsErrorDetails().errorCode());
            }
        }
        return outcomes;
    }

    @Test
    void freshResourcesAreSeenByOneCallAndNotByTheNext() {
        faults("{'kind': 'eventual-consistency', 'lag': '10h', 'probability': 0.5}");
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();

        assertThat(outcomesOfManyCalls(() -> ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0).vpcId()))
                .containsExactlyInAnyOrder(vpc, "InvalidVpcID.NotFound");
        assertThat(outcomesOfManyCalls(() -> String.valueOf(vpcs()))).containsExactlyInAnyOrder("1", "2");
    }

    /** A replica that doesn't see yet and one that answers as before don't add up. */
    @Test
    void afterTheLagEveryCallSees() throws InterruptedException {
        faults("{'kind': 'eventual-consistency', 'lag': '300s'}");
        Instant sent = cloud.clock().now();
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        Instant surely = cloud.clock().now().plusSeconds(300);
        Set<Boolean> early = new HashSet<>();
        Set<Boolean> late = new HashSet<>();
        for (Instant now = sent; now.isBefore(surely.plusSeconds(300)); now = cloud.clock().now()) {
            boolean sees = ec2.describeVpcs().vpcs().stream().anyMatch(each -> each.vpcId().equals(vpc));
            (now.isBefore(surely) ? early : late).add(sees);
            // So that the answers that are kept reach back far enough.
            cloud.clock().sleep(Duration.ofSeconds(10));
        }
        assertThat(early).contains(false);
        assertThat(late).containsExactly(true);
    }

    @Test
    void changesAreSeenByOneCallAndNotByTheNext() {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        Supplier<String> tag = () -> ec2.describeVpcs(r -> r.filters(f -> f.name("vpc-id").values(vpc))).vpcs().stream()
                .flatMap((Vpc one) -> one.tags().stream()).map(each -> each.value()).findFirst().orElse("none");
        faults("{'kind': 'eventual-consistency', 'lag': '10h', 'probability': 0.5}");
        tag.get();
        Awaitility.await().ignoreExceptions().until(() -> ec2.createTags(r -> r.resources(vpc)
                .tags(t -> t.key("k").value("v"))) != null);

        assertThat(outcomesOfManyCalls(tag)).containsExactlyInAnyOrder("v", "none");
        faults();
        assertThat(outcomesOfManyCalls(tag)).containsExactly("v");
    }

    @Test
    void countsSelectTheCalls() {
        faults("{'kind': 'throttling', 'operation': 'DescribeVpcs', 'calls': '2-3'}",
                "{'kind': 'server-error', 'operation': 'DescribeVpcs', 'calls': '5-'}");
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            outcomes.add(outcome(ec2::describeVpcs));
            assertThat(outcome(ec2::describeSubnets)).isEqualTo("ok");
        }
        assertThat(outcomes).containsExactly("ok", "RequestLimitExceeded", "RequestLimitExceeded", "ok",
                "InternalError", "InternalError");
    }

    @Test
    void labTimeSelectsTheCalls() throws InterruptedException {
        faults("{'kind': 'throttling', 'from': '1h', 'until': '20h'}");

        assertThat(outcome(ec2::describeVpcs)).isEqualTo("ok");
        cloud.clock().sleep(Duration.ofHours(1));
        assertThat(outcome(ec2::describeVpcs)).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        String script = "{'kind': 'throttling', 'probability': 0.4}";
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            faults(script);
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                outcomes.add(outcome(ec2::describeVpcs));
            }
            runs.add(outcomes);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains("ok", "RequestLimitExceeded");
        assertThat(runs.get(0).stream().filter("ok"::equals).count()).isBetween(12L, 36L);
    }

    @Test
    void anotherScriptTakesThePlaceOfTheOneBefore() {
        faults("{'kind': 'throttling'}");
        assertThat(outcome(ec2::describeVpcs)).isEqualTo("RequestLimitExceeded");
        cloud.faults(FaultScript.none());
        assertThat(outcome(ec2::describeVpcs)).isEqualTo("ok");
    }
}
