package endpointlab.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.aws.AwsCaller;
import endpointlab.aws.AwsCalls;
import endpointlab.aws.AwsConnection;
import endpointlab.aws.ForgottenSkew;
import endpointlab.clock.Cancellation;
import endpointlab.clock.Pace;
import endpointlab.cost.PriceTable;
import endpointlab.export.IamPolicy;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.practice.fault.FaultScript;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.preflight.PreflightLine.Topic;
import endpointlab.resource.RunTags;
import endpointlab.run.LabSession;
import endpointlab.run.TestCloud;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** What is said of good and of bad accounts, topic by topic. */
@Timeout(60)
@ExtendWith(ForgottenSkew.class)
class PreflightTest {

    private static final String RUN = "test0run";

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, String> values = new HashMap<>();
    private final Cancellation cancellation = new Cancellation();
    private TestCloud cloud;
    private AwsConnection aws;
    private Optional<AddressLookup> address = Optional.empty();
    private int students = 1;
    private int vpcQuota = PreflightPlan.USUAL_VPC_QUOTA;
    private String region = "us-east-1";

    @BeforeEach
    void start() throws IOException {
        cloud = new TestCloud(Pace.INSTANT);
        aws = AwsConnection.to(cloud.endpoint(), region, TestCloud.CREDENTIALS.accessKeyId(),
                TestCloud.CREDENTIALS.secretAccessKey());
    }

    @AfterEach
    void stop() {
        aws.close();
        workers.shutdownNow();
        cloud.close();
    }

    @Test
    void aGoodAccountHasNothingToWarnOfAndStaysAsItIs() {
        Map<String, Integer> before = counts();

        PreflightReport report = look();

        assertThat(report.lines()).extracting(PreflightLine::verdict)
                .containsOnly(Verdict.OK, Verdict.UNKNOWN);
        assertThat(report.lines()).extracting(PreflightLine::topic).contains(Stream.of(Topic.values())
                .filter(topic -> topic != Topic.ADDRESS).toArray(Topic[]::new)).isSorted();
        assertThat(report.zone()).contains(new Zone("us-east-1a", "use1-az1"));
        assertThat(report.zones()).extracting(Zone::name).contains("us-east-1a", "us-east-1b");
        assertThat(report.identity().orElseThrow().accountId()).isEqualTo("123456789012");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void tellsHowFarItIsAndEveryLineInBothLanguages() {
        faults("{'kind': 'missing-permission', 'operation': 'ec2:CreateVpc'}",
                "{'kind': 'no-load-balancers'}");
        students = 30;
        address = Optional.of(() -> "203.0.113.9");
        List<Object> told = new ArrayList<>();
        PreflightReport report = look(new Preflight(workers), new PreflightListener() {
            @Override
            public void found(PreflightLine line) {
                told.add(line);
            }

            @Override
            public void looking(Topic topic) {
                told.add(topic);
            }
        });

        assertThat(told).containsAll(report.lines()).containsSubsequence((Object[]) Topic.values());
        assertThat(told.indexOf(Topic.NAMES)).isGreaterThan(told.indexOf(line(report, "preflight.image")));
        for (Language language : Language.values()) {
            Messages texts = Messages.in(language);
            assertThat(report.lines()).allSatisfy(line -> {
                assertThat(texts.text(line.text(), line.arguments().toArray())).isNotBlank().doesNotContain("{");
                assertThat(line.verdict().compareTo(Verdict.WARNING) < 0 || !line.remedy().isEmpty())
                        .as(line.text()).isTrue();
            });
        }
    }

    @Test
    void saysSomethingOfEachPermissionThatTheLabNeeds() throws IOException {
        Set<String> told = new TreeSet<>();
        look(Topic.PERMISSIONS).lines().stream().filter(line -> line.topic() == Topic.PERMISSIONS)
                .forEach(line -> told.addAll(Arrays.asList(line.arguments().get(1).split(", "))));

        Set<String> policy = new TreeSet<>();
        new JsonMapper().readTree(new IamPolicy(lab, FieldValues.of(lab, state()), RunTags.RUN).text())
                .get("Statement").forEach(one -> one.get("Action").forEach(action -> policy.add(action.asText())));
        assertThat(told).isEqualTo(policy);
    }

    @Test
    void aMissingPermissionStopsIfItIsSure() {
        faults("{'kind': 'missing-permission', 'operation': 'ec2:CreateVpc'}",
                "{'kind': 'missing-permission', 'operation': 'elasticloadbalancing:DescribeTargetGroups'}",
                "{'kind': 'missing-permission', 'operation': 'ec2:CreateSubnet'}");

        PreflightReport report = look(Topic.PERMISSIONS);

        assertThat(report.stops()).isTrue();
        assertThat(lines(report, "preflight.permission-missing")).extracting(line -> line.arguments().get(0))
                .containsExactly("ec2:CreateVpc", "elasticloadbalancing:DescribeTargetGroups");
        assertThat(line(report, "preflight.permissions-limited").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(line(report, "preflight.permissions-limited").arguments()).containsExactly("1", "ec2:CreateSubnet");
    }

    @Test
    void whatCannotBeLookedAtIsAWarningInItsPlace() {
        faults("{'kind': 'missing-permission', 'operation': 'ec2:DescribeInstanceTypeOfferings'}");

        assertThat(look(Topic.ZONE).lines()).filteredOn(line -> line.topic() == Topic.ZONE)
                .extracting(PreflightLine::verdict).containsExactly(Verdict.WARNING);
    }

    @Test
    void nobodyIsToldWhenTheCredentialsAreNoGood() {
        faults("{'kind': 'invalid-credentials', 'operation': 'sts:GetCallerIdentity'}");

        PreflightReport report = look(Topic.CLOCK);

        assertThat(report.lines()).extracting(PreflightLine::topic).containsExactly(Topic.IDENTITY);
        assertThat(report.stops()).isTrue();
        assertThat(report.identity()).isEmpty();
    }

    @Test
    void tooManyVpcsStopUnlessTheQuotaWasRaised() {
        for (int i = 0; i < 3; i++) {
            aws.ec2().createVpc(request -> request.cidrBlock("10.9.0.0/16"));
        }

        PreflightReport report = look(Topic.QUOTAS);
        assertThat(line(report, "preflight.quota-reached.vpc").verdict()).isEqualTo(Verdict.STOP);
        assertThat(line(report, "preflight.quota-reached.vpc").arguments()).containsExactly("4", "2", "5", "6");
        assertThat(line(report, "preflight.quota.internet-gateway").verdict()).isEqualTo(Verdict.OK);

        vpcQuota = 6;
        assertThat(line(look(Topic.QUOTAS), "preflight.quota.vpc").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aQuotaThatTheDryRunMeetsStops() {
        faults("{'kind': 'quota', 'quota': 'internet-gateways', 'limit': 1}");

        assertThat(line(look(Topic.PERMISSIONS), "preflight.quota-refused").arguments())
                .containsExactly("ec2:CreateInternetGateway", "InternetGatewayLimitExceeded");
    }

    @Test
    void aClassIsToldWhichIncreaseToAskFor() {
        students = 30;

        PreflightReport report = look(Topic.QUOTAS, Topic.INSTANCE_TYPE, Topic.LOAD_BALANCER);

        assertThat(line(report, "preflight.quota-reached.vpc").arguments()).containsExactly("1", "60", "5", "61");
        assertThat(line(report, "preflight.quota-reached.internet-gateway").arguments().get(3)).isEqualTo("61");
        assertThat(line(report, "preflight.quota-vcpu").arguments()).containsExactly("60", "120");
        assertThat(lines(report, "preflight.quota-class")).extracting(line -> line.arguments().get(4))
                .containsExactly("VPC security groups per Region", "Network interfaces per Region",
                        "Key pairs per Region", "Target Groups per Region");
        assertThat(Messages.in(Language.JA).text("preflight.quota-reached.vpc.remedy",
                line(report, "preflight.quota-reached.vpc").arguments().toArray())).contains("61 以上");

        assertThat(line(look(Topic.NAMES), "preflight.names-class").verdict()).isEqualTo(Verdict.WARNING);
        students = 60;
        assertThat(line(look(Topic.QUOTAS, Topic.INSTANCE_TYPE, Topic.LOAD_BALANCER), "preflight.balancer-quota").arguments()).containsExactly("0", "60", "50", "60");
        students = 700;
        assertThat(lines(look(Topic.QUOTAS, Topic.INSTANCE_TYPE, Topic.LOAD_BALANCER), "preflight.quota-class-reached")).extracting(line -> line.arguments().get(3))
                .containsExactly("2801");
    }

    @Test
    void earlierLabsAreNamedWithTheCommandThatRemovesThem() {
        aws.ec2().createVpc(request -> request.cidrBlock("10.9.0.0/16").tagSpecifications(tags -> tags
                .resourceType(ResourceType.VPC).tags(tag -> tag.key(RunTags.RUN).value("old00run"))));

        PreflightReport report = look(Topic.EARLIER_LABS);

        assertThat(report.earlierLabs()).containsExactly(new EarlierLab("old00run", 1));
        PreflightLine line = line(report, "preflight.earlier");
        assertThat(line.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(Messages.in(Language.EN).text(line.remedy(), line.arguments().toArray()))
                .contains("endpointlab sweep --mode aws");
    }

    @Test
    void aZoneThatLacksTheInstanceTypeIsReplacedForBothSubnets() {
        faults("{'kind': 'unsupported-instance-type', 'instanceType': 't3.micro', 'zone': 'us-east-1a'}");

        PreflightReport report = look(Topic.ZONE);

        assertThat(line(report, "preflight.zone-instead").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(report.zone().orElseThrow().name()).isEqualTo("us-east-1b");
    }

    @Test
    void aZoneWithoutPrivateLinkIsNone() {
        cloud.interceptor.set(new RequestInterceptor() {
            @Override
            public void before(ApiCall call) {
            }

            @Override
            public SdkPojo around(ApiCall call, Operation operation) throws InterruptedException {
                SdkPojo answer = operation.carryOut();
                return answer instanceof DescribeVpcEndpointServicesResponse services ? services.toBuilder()
                        .serviceDetails(services.serviceDetails().stream().map(one -> one.toBuilder()
                                .availabilityZones("us-east-1c").build()).toList()).build() : answer;
            }
        });

        assertThat(look(Topic.ZONE).zones()).extracting(Zone::name).containsExactly("us-east-1c");
    }

    @Test
    void theLearnersOwnZoneCountsIfBothSubnetsLieInItAndItHasAll() {
        values.put("step-3.az", "us-east-1b");
        values.put("step-11.az", "us-east-1b");
        assertThat(look(Topic.ZONE).zone().orElseThrow().name()).isEqualTo("us-east-1b");

        values.put("step-11.az", "us-east-1c");
        assertThat(line(look(Topic.ZONE), "preflight.zone-unfit").verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void whereNoZoneHasTheInstanceTypeTheLabStops() {
        faults("{'kind': 'unsupported-instance-type', 'instanceType': 't3.micro'}");

        PreflightReport report = look(Topic.ZONE);

        assertThat(line(report, "preflight.zone-none").verdict()).isEqualTo(Verdict.STOP);
        assertThat(report.zone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"t3.micro, type-free, OK", "t3.nano, type-not-free, WARNING", "t9.huge, type-unknown, STOP"})
    void instanceTypesAreJudged(String type, String text, Verdict verdict) {
        values.put("step-6.instance-type", type);
        values.put("step-14.instance-type", type);

        assertThat(line(look(Topic.INSTANCE_TYPE), "preflight." + text).verdict()).isEqualTo(verdict);
    }

    @Test
    void anAccountOnTheFreePlanIsFoundOutByTheDryRun() {
        values.put("step-6.instance-type", "t3.nano");
        faults("{'kind': 'new-account'}");

        assertThat(line(look(Topic.IMAGE), "preflight.type-refused").verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void anImageThatIsNotThereStops() {
        assertThat(line(look(Topic.ZONE, Topic.IMAGE), "preflight.image").verdict()).isEqualTo(Verdict.OK);

        values.put("step-6.ami", "ami-0123456789abcdef0");
        PreflightLine line = line(look(Topic.ZONE, Topic.IMAGE), "preflight.image-missing");
        assertThat(line.verdict()).isEqualTo(Verdict.STOP);
        assertThat(line.detail()).contains("ami-0123456789abcdef0");

        values.put("step-6.ami", "resolve:ssm:/no/such/parameter");
        assertThat(line(look(Topic.ZONE, Topic.IMAGE), "preflight.image-missing").verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void noCapacityNowIsAWarning() {
        faults("{'kind': 'no-capacity'}");

        assertThat(look(Topic.IMAGE).lines()).filteredOn(line -> line.topic() == Topic.IMAGE)
                .extracting(PreflightLine::verdict).containsExactly(Verdict.WARNING);
    }

    @Test
    void loadBalancersAreAskedFor() {
        assertThat(line(look(Topic.LOAD_BALANCER), "preflight.balancer-first").verdict()).isEqualTo(Verdict.UNKNOWN);

        faults("{'kind': 'no-load-balancers'}");
        assertThat(line(look(Topic.LOAD_BALANCER), "preflight.balancer-refused").verdict()).isEqualTo(Verdict.STOP);

        faults("{'kind': 'missing-permission', 'operation': 'elasticloadbalancing:CreateLoadBalancer'}");
        assertThat(line(look(Topic.LOAD_BALANCER), "preflight.permission-missing").topic()).isEqualTo(Topic.LOAD_BALANCER);
        assertThat(aws.elb().describeLoadBalancers().loadBalancers()).isEmpty();
    }

    @Test
    void takenNamesStopAndOneBalancerShowsThatMoreMayBe() {
        String subnet = aws.ec2().describeSubnets().subnets().get(0).subnetId();
        aws.elb().createLoadBalancer(request -> request.name("MyNetwork-LB").type(LoadBalancerTypeEnum.NETWORK)
                .subnets(subnet));

        PreflightReport report = look(Topic.NAMES, Topic.LOAD_BALANCER);

        assertThat(line(report, "preflight.name-taken").verdict()).isEqualTo(Verdict.STOP);
        assertThat(line(report, "preflight.name-taken").arguments()).containsExactly("MyNetwork-LB");
        assertThat(line(report, "preflight.balancer").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void theAddressIsLookedUpOnlyIfSshShallComeFromThere() {
        assertThat(look(Topic.ADDRESS).lines()).noneMatch(line -> line.topic() == Topic.ADDRESS);

        address = Optional.of(() -> "203.0.113.9");
        PreflightReport report = look(Topic.ADDRESS);
        assertThat(report.address()).contains("203.0.113.9");
        assertThat(line(report, "preflight.address").masked().arguments()).containsExactly("•.•.•.•");

        address = Optional.of(() -> "<html>");
        assertThat(line(look(Topic.ADDRESS), "preflight.address-unknown").verdict()).isEqualTo(Verdict.STOP);
        address = Optional.of(() -> {
            throw new IOException("offline");
        });
        assertThat(line(look(Topic.ADDRESS), "preflight.address-unknown").verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void tellsTheCostOfThePlannedTimeForAll() {
        assertThat(line(look(Topic.COST), "preflight.cost").arguments()).containsExactly("0.070", "90", "0.121",
                PriceTable.load().date());

        students = 10;
        assertThat(line(look(Topic.COST), "preflight.cost").arguments().get(0)).isEqualTo("0.701");
    }

    @Test
    void aClockThatIsWrongIsNamed() {
        assertThat(line(look(new Preflight(new ClockCheck(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)))),
                line -> { }), "preflight.clock-behind").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(line(look(new Preflight(new ClockCheck(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(12)))),
                line -> { }), "preflight.clock-ahead").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(line(look(Topic.CLOCK), "preflight.clock").verdict()).isEqualTo(Verdict.OK);
    }

    /** So far off that AWS refuses the first call. */
    @ParameterizedTest
    @CsvSource({"20m, preflight.clock-behind", "-20m, preflight.clock-ahead"})
    void aClockThatAwsRefusesIsNamedToo(String skew, String text) {
        faults("{'kind': 'clock-skew', 'skew': '" + skew + "'}");

        PreflightLine clock = line(look(Topic.CLOCK), text);

        assertThat(clock.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(clock.arguments()).containsAnyOf("19", "20");
    }

    @Test
    void aRoomSeesNoAccount() {
        assertThat(line(look(Topic.CLOCK), "preflight.identity").masked().arguments())
                .containsExactly("••••-••••-9012", "•••", "us-east-1");
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() -> look(new Preflight(workers), line -> cancellation.cancel())).isInstanceOf(CancellationException.class);
    }

    private PreflightReport look() {
        return look(new Preflight(workers), line -> { });
    }

    private PreflightReport look(Topic topic, Topic... more) {
        return look(new Preflight(EnumSet.of(topic, more), workers), line -> { });
    }

    private PreflightReport look(Preflight preflight, PreflightListener listener) {
        AwsCaller caller = new AwsCalls(aws, cloud.clock, workers, call -> { })
                .caller("", cancellation, (what, fault, budget) -> { });
        return preflight.look(caller, new PreflightPlan(lab, state(), students, vpcQuota, PriceTable.load(),
                address), listener);
    }

    private LabState state() {
        return LabSession.newState(lab, RUN, "aws", region, 0, "", values);
    }

    private void faults(String... entries) {
        cloud.faults.switchTo(FaultScript.parse(("{'faults': [" + String.join(",", entries) + "]}")
                .replace('\'', '"'), "test"));
    }

    private static List<PreflightLine> lines(PreflightReport report, String text) {
        return report.lines().stream().filter(line -> line.text().equals(text)).toList();
    }

    private static PreflightLine line(PreflightReport report, String text) {
        assertThat(report.lines()).extracting(PreflightLine::text).containsOnlyOnce(text);
        return lines(report, text).get(0);
    }

    private Map<String, Integer> counts() {
        Ec2Client ec2 = aws.ec2();
        return Map.of("vpcs", ec2.describeVpcs().vpcs().size(), "subnets", ec2.describeSubnets().subnets().size(),
                "groups", ec2.describeSecurityGroups().securityGroups().size(),
                "gateways", ec2.describeInternetGateways().internetGateways().size(),
                "keys", ec2.describeKeyPairs().keyPairs().size(),
                "instances", ec2.describeInstances().reservations().size(),
                "services", ec2.describeVpcEndpointServiceConfigurations().serviceConfigurations().size(),
                "balancers", aws.elb().describeLoadBalancers().loadBalancers().size(),
                "target groups", aws.elb().describeTargetGroups().targetGroups().size());
    }
}
