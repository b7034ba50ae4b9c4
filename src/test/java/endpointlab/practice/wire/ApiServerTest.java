package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;

/** What clients see of the server: answers, errors, refusals. */
class ApiServerTest {

    private static final String EC2 = "&Version=2016-11-15";
    private static final String ELB = "&Version=2015-12-01";

    private final TestServer server = new TestServer();
    private final RawHttp ec2 = new RawHttp(server.api.endpoint());
    private final RawHttp elb = new RawHttp(server.api.endpoint())
            .scopedTo(TestServer.REGION, "elasticloadbalancing");

    @BeforeEach
    void offer() {
        TestOperations.addTo(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void threeServicesShareOneEndpoint() {
        assertThat(server.clients.ec2().describeVpcs(r -> r.vpcIds("vpc-1")).vpcs()).singleElement()
                .satisfies(vpc -> assertThat(vpc.stateAsString()).isEqualTo("a-new-word"));
        assertThat(server.clients.sts().getCallerIdentity().account()).isEqualTo("123456789012");
        assertThat(server.clients.elb().describeLoadBalancers().loadBalancers()).isEmpty();
        server.clients.elb().describeLoadBalancers();

        assertThat(server.api.calls()).isEqualTo(Map.of("ec2:DescribeVpcs", 1L,
                "elasticloadbalancing:DescribeLoadBalancers", 2L, "sts:GetCallerIdentity", 1L));
    }

    @Test
    void ec2AnswersInItsOwnShape() throws IOException {
        RawHttp.Reply reply = ec2.postSigned("Action=DescribeVpcs&VpcId.1=vpc-1" + EC2);

        String id = reply.headers().get("x-amzn-requestid");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>" + id
                + "</requestId><vpcSet><item><vpcId>vpc-1</vpcId><state>a-new-word</state></item></vpcSet>"
                + "</DescribeVpcsResponse>");
        assertThat(reply.headers()).containsEntry("content-type", "text/xml;charset=UTF-8")
                .containsEntry("server", "AmazonEC2");
        assertThat(ZonedDateTime.parse(reply.headers().get("date"), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void ec2CallsWithoutAResultReturnTrue() throws IOException {
        assertThat(ec2.postSigned("Action=DeleteVpc&VpcId=vpc-1" + EC2).body())
                .contains("</requestId><return>true</return></DeleteVpcResponse>");
    }

    @Test
    void ec2ListsAreThereEvenIfEmpty() throws IOException {
        assertThat(ec2.postSigned("Action=DescribeVpcs" + EC2).body()).contains("</requestId><vpcSet/></Describe");
    }

    @Test
    void elbAnswersInItsOwnShape() throws IOException {
        RawHttp.Reply reply = elb.postSigned("Action=DeleteLoadBalancer&LoadBalancerArn=arn:1" + ELB);

        assertThat(reply.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<DeleteLoadBalancerResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\">"
                + "<DeleteLoadBalancerResult></DeleteLoadBalancerResult><ResponseMetadata><RequestId>"
                + reply.headers().get("x-amzn-requestid")
                + "</RequestId></ResponseMetadata></DeleteLoadBalancerResponse>");
    }

    @Test
    void ec2ErrorsReachTheClient() {
        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-gone")))
                .isInstanceOfSatisfying(Ec2Exception.class, error -> {
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidVpcID.NotFound");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("The vpc ID 'vpc-gone' does not exist & never <did>");
                    assertThat(error.statusCode()).isEqualTo(400);
                    assertThat(error.requestId()).hasSize(36);
                });
        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-busy")))
                .isInstanceOfSatisfying(Ec2Exception.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(503);
                    assertThat(error.isThrottlingException()).isTrue();
                });
    }

    @Test
    void elbErrorsReachTheClientAsItsModeledTypes() {
        assertThatThrownBy(() -> server.clients.elb().deleteLoadBalancer(r -> r.loadBalancerArn("arn:used")))
                .isInstanceOfSatisfying(ResourceInUseException.class, error -> {
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ResourceInUse");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("Load balancer 'arn:used' cannot be deleted");
                    assertThat(error.statusCode()).isEqualTo(400);
                    assertThat(error.requestId()).hasSize(36);
                });
    }

    @Test
    void errorBodiesOfTheServicesStayApart() throws IOException {
        RawHttp.Reply ofEc2 = ec2.postSigned("Action=DeleteVpc&VpcId=vpc-busy" + EC2);
        RawHttp.Reply ofElb = elb.postSigned("Action=DeleteLoadBalancer&LoadBalancerArn=arn:used" + ELB);

        assertThat(ofEc2.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded."
                + "</Message></Error></Errors><RequestID>" + ofEc2.headers().get("x-amzn-requestid")
                + "</RequestID></Response>");
        assertThat(ofElb.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ErrorResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><Error>"
                + "<Type>Sender</Type><Code>ResourceInUse</Code><Message>Load balancer 'arn:used' cannot be deleted"
                + "</Message></Error><RequestId>" + ofElb.headers().get("x-amzn-requestid")
                + "</RequestId></ErrorResponse>");
        assertThat(ofElb.headers()).doesNotContainKey("server");
    }

    @Test
    void errorsOfOurOwnAreAwsInternalErrorsAndALogLine() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(ApiHandler.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        try {
            RawHttp.Reply reply = ec2.postSigned("Action=DeleteVpc&VpcId=vpc-broken" + EC2);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).contains("<Code>InternalError</Code>").doesNotContain("our own fault");
            assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-worse")))
                    .isInstanceOfSatisfying(Ec2Exception.class,
                            error -> assertThat(error.statusCode()).isEqualTo(500));
            assertThatThrownBy(() -> server.clients.elb().deleteLoadBalancer(r -> r.loadBalancerArn("arn:broken")))
                    .isInstanceOfSatisfying(ElasticLoadBalancingV2Exception.class, error -> {
                        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
                        assertThat(error.statusCode()).isEqualTo(500);
                    });
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
        assertThat(log.list).hasSize(3).allSatisfy(line ->
                assertThat(line.getThrowableProxy().getMessage()).isEqualTo("our own fault, with details"));
    }

    @Test
    void actionsThatNobodyKnowsAndActionsThatWeLack() throws IOException {
        assertThat(ec2.postSigned("Action=DescribeUnicorns" + EC2).body()).contains("<Code>InvalidAction</Code>"
                + "<Message>The action DescribeUnicorns is not valid for this web service.</Message>");
        assertThat(elb.postSigned("Action=DescribeUnicorns" + ELB).body()).contains("<Code>InvalidAction</Code>"
                + "<Message>Could not find operation DescribeUnicorns for version 2015-12-01</Message>");
        for (String lacking : new String[] {"CreateNatGateway", "EnableVolumeIO"}) {
            assertThat(ec2.postSigned("Action=" + lacking + EC2).body()).contains("<Code>UnsupportedOperation</Code>"
                    + "<Message>The operation " + lacking + " is not supported by the practice cloud.</Message>");
        }
        assertThat(elb.postSigned("Action=DescribeSSLPolicies" + ELB).body())
                .contains("<Code>UnsupportedOperation</Code>");
        assertThat(ec2.postSigned("Action=DescribeLoadBalancers" + EC2).body())
                .contains("<Code>InvalidAction</Code>");
        assertThat(ec2.postSigned("Action=Ec2" + EC2).body()).contains("<Code>InvalidAction</Code>");
        assertThat(ec2.postSigned("VpcId=1" + EC2).body()).contains("<Code>MissingAction</Code>");
    }

    @Test
    void versionsOfOtherApis() throws IOException {
        assertThat(ec2.postSigned("Action=DescribeVpcs&Version=2010-03-31").body()).contains("<Code>NoSuchVersion"
                + "</Code><Message>The requested version (2010-03-31) of service AmazonEC2 does not exist</Message>");
        assertThat(elb.postSigned("Action=DescribeLoadBalancers&Version=2012-06-01").body())
                .contains("<Code>InvalidAction</Code>"
                        + "<Message>Could not find operation DescribeLoadBalancers for version 2012-06-01</Message>");
        assertThat(ec2.postSigned("Action=DescribeVpcs").body()).contains("<Code>MissingParameter</Code>"
                + "<Message>The request must contain the parameter Version</Message>");
    }

    @Test
    void aDryRunIsAnsweredInsteadOfCarriedOut() {
        assertThatThrownBy(() -> server.clients.ec2().deleteVpc(r -> r.vpcId("vpc-broken").dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(412);
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo("Request would have succeeded, but DryRun flag is set.");
                });
    }

    @Test
    void servicesWithoutDryRunDontKnowIt() throws IOException {
        assertThat(elb.postSigned("Action=DescribeLoadBalancers&DryRun=true" + ELB).status()).isEqualTo(200);
    }

    @Test
    void signedGetRequestsWork() throws IOException {
        String target = "/?Action=DescribeVpcs&VpcId.1=vpc-%26a%20b" + EC2;
        byte[] none = new byte[0];
        RawHttp.Reply reply = ec2.send("GET", target, ec2.sign(SdkHttpMethod.GET, target, none), none);

        assertThat(reply.body()).contains("<vpcId>vpc-&amp;a b</vpcId>");
    }

    @Test
    void aTakenPortIsTold() {
        int taken = server.api.endpoint().getPort();

        assertThatThrownBy(() -> new TestServer(builder -> builder.port(taken)))
                .hasRootCauseInstanceOf(BindException.class);
    }

    @Test
    void leavesNoThreadBehindAndKeepsNoJvmAlive() {
        Set<Thread> before = threads();
        TestServer another = new TestServer();
        TestOperations.addTo(another);
        another.clients.sts().getCallerIdentity();
        Set<Thread> threads = threads();
        threads.removeAll(before);
        assertThat(threads).hasSizeGreaterThanOrEqualTo(2).allMatch(Thread::isDaemon);

        another.close();
        await().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
        assertThatThrownBy(() -> another.clients.sts().getCallerIdentity())
                .isInstanceOf(SdkClientException.class);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("practice-api")).collect(Collectors.toSet());
    }

    @Test
    void credentialsDontShowTheirSecret() {
        assertThat(TestServer.CREDENTIALS.toString()).contains(TestServer.CREDENTIALS.accessKeyId())
                .doesNotContain(TestServer.CREDENTIALS.secretAccessKey());
    }
}
