package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client sends: each gets a short error in AWS's form, soon. */
@Timeout(30)
class HostileInputTest {

    private static final String DESCRIBE = "Action=DescribeVpcs&Version=2016-11-15&";
    private static final String BALANCERS = "Action=DescribeLoadBalancers&Version=2015-12-01&";
    private static TestServer server;
    private static RawHttp ec2;
    private static RawHttp elb;

    @BeforeAll
    static void start() {
        server = new TestServer();
        TestOperations.addTo(server);
        ec2 = new RawHttp(server.api.endpoint());
        elb = new RawHttp(server.api.endpoint()).scopedTo(TestServer.REGION, "elasticloadbalancing");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertRefused(RawHttp.Reply reply, int status, String code) {
        assertThat(reply.body()).contains("<Code>" + code + "</Code>").hasSizeLessThan(1_000);
        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "VpcId.999999999=vpc-1,                    InvalidParameterValue",
        "VpcId.99999999999999999999=vpc-1,         InvalidParameterValue",
        "VpcId.10001=vpc-1,                        InvalidParameterValue",
        "VpcId.0=vpc-1,                            InvalidParameterValue",
        "VpcId.-1=vpc-1,                           InvalidParameterValue",
        "VpcId.01=vpc-1,                           InvalidParameterValue",
        "VpcId.x=vpc-1,                            InvalidParameterValue",
        "VpcId=vpc-1,                              UnknownParameter",
        "VpcId.1.2=vpc-1,                          UnknownParameter",
        "Filter.1=vpc-id,                          UnknownParameter",
        "Filter.1.Colour=red,                      UnknownParameter",
        "MaxResults.1=5,                           UnknownParameter",
        "Unicorn=1,                                UnknownParameter",
        "MaxResults=many,                          InvalidParameterValue",
        "MaxResults=,                              InvalidParameterValue",
        "MaxResults=99999999999,                   InvalidParameterValue",
        "MaxResults=1.5,                           InvalidParameterValue",
        "MaxResults=%EF%BC%95,                     InvalidParameterValue",
        "MaxResults=%2B5,                          InvalidParameterValue",
        "DryRun=maybe,                             InvalidParameterValue",
        "VpcId..1=vpc-1,                           MalformedQueryString",
        ".VpcId.1=vpc-1,                           MalformedQueryString",
        "VpcId.1.=vpc-1,                           MalformedQueryString",
        "VpcId.1=vpc-1&VpcId.1=vpc-2,              MalformedQueryString",
        "VpcId.1=vpc-1&VpcId%2e1=vpc-2,            MalformedQueryString",
        "=1,                                       MalformedQueryString",
        "VpcId.1=%,                                MalformedQueryString",
        "VpcId.1=%4,                               MalformedQueryString",
        "VpcId.1=%zz,                              MalformedQueryString",
        "VpcId.1=%-1,                              MalformedQueryString",
        "VpcId.1=%C3%28,                           MalformedQueryString",
        "VpcId.1=%ED%A0%80,                        MalformedQueryString",
        "VpcId.1=%C0%AF,                           MalformedQueryString",
        "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1,  MalformedQueryString",
    })
    void badParametersOfEc2(String parameters, String code) throws IOException {
        assertRefused(ec2.postSigned(DESCRIBE + parameters), 400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "PageSize=many,                            ValidationError",
        "Names.member.x=a,                         ValidationError",
        "Names.member.0=a,                         ValidationError",
        "Names.member.999999999=a,                 ValidationError",
        "Names.member.1=%,                         MalformedQueryString",
    })
    void badParametersOfElb(String parameters, String code) throws IOException {
        assertRefused(elb.postSigned(BALANCERS + parameters), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unicorn=1", "Names.1=a", "Names.member=a", "Names=a", "Names.member.1.x=a", "&&&"})
    void elbIgnoresWhatItDoesntKnow(String parameters) throws IOException {
        assertThat(elb.postSigned(BALANCERS + parameters).status()).isEqualTo(200);
    }

    @Test
    void elbTellsAMissingParameterInItsOwnWords() throws IOException {
        assertThat(elb.postSigned("Action=DeleteLoadBalancer&Version=2015-12-01").body())
                .contains("<Code>ValidationError</Code><Message>1 validation error detected: Value null at "
                        + "'loadBalancerArn' failed to satisfy constraint: Member must not be null</Message>");
    }

    @Test
    void whatIsIgnoredInsideAParameterDoesntStandForIt() throws IOException {
        assertThat(elb.postSigned("Action=DeleteLoadBalancer&Version=2015-12-01&LoadBalancerArn.1=arn").body())
                .contains("<Code>ValidationError</Code>", "Value null at 'loadBalancerArn'");
    }

    @Test
    void listElementsCountByTheirOrder() throws IOException {
        assertThat(ec2.postSigned(DESCRIBE + "VpcId.10000=c&VpcId.2=a&VpcId.10=b").body())
                .contains("<vpcSet><item><vpcId>a</vpcId><state>a-new-word</state></item>"
                        + "<item><vpcId>b</vpcId><state>a-new-word</state></item>"
                        + "<item><vpcId>c</vpcId><state>a-new-word</state></item></vpcSet>");
    }

    @Test
    void charactersThatXmlCantHoldDontBreakTheAnswer() throws IOException {
        assertThat(ec2.postSigned(DESCRIBE + "VpcId.1=%00%01%EF%BF%BF%0D%F0%9F%98%80%3C").body())
                .contains("<vpcId>\uFFFD\uFFFD\uFFFD&#13;\uD83D\uDE00&lt;</vpcId>");
    }

    @Test
    void rawBytesThatAreNotUtf8() throws IOException {
        byte[] form = (DESCRIBE + "VpcId.1=\u00FF").getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(ec2.postSigned(form), 400, "MalformedQueryString");
    }

    @Test
    void aVeryLongValueIsNotEchoed() throws IOException {
        assertRefused(ec2.postSigned(DESCRIBE + "MaxResults=" + "9".repeat(500_000)), 400, "InvalidParameterValue");
        assertRefused(ec2.postSigned(DESCRIBE + "x".repeat(500_000) + "=1"), 400, "UnknownParameter");
        assertRefused(ec2.postSigned("Action=" + "x".repeat(500_000) + "&Version=2016-11-15"), 400, "InvalidAction");
        assertRefused(ec2.postSigned("Action=DescribeVpcs&Version=" + "9".repeat(500_000)), 400, "NoSuchVersion");
    }

    @Test
    void aLongIdIsEchoedInPartOnly() throws IOException {
        assertThat(ec2.postSigned("Action=DeleteVpc&Version=2016-11-15&VpcId=vpc-gone" + "0".repeat(500_000)).body())
                .contains("<Code>InvalidVpcID.NotFound</Code>", "0...</Message>").hasSizeLessThan(5_000);
    }

    @Test
    void veryManyParameters() throws IOException {
        StringBuilder form = new StringBuilder(DESCRIBE);
        for (int i = 1; i <= FormParser.MOST_PARAMETERS; i++) {
            form.append("VpcId.").append(i).append("=v&");
        }
        assertRefused(ec2.postSigned(form.toString()), 400, "MalformedQueryString");
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 4 << 20})
    void aLargeBody(int size) throws IOException {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'a');

        assertRefused(ec2.send("POST", "/", Map.of("Content-Type", "application/x-www-form-urlencoded"), body),
                413, "RequestEntityTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "127.0.0.1.example.com", "localhost.example.com:80", "[::1]", "0.0.0.0",
        "169.254.169.254", "", "127.0.0.1:x", "user@127.0.0.1"})
    void otherHosts(String host) throws IOException {
        byte[] form = DESCRIBE.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>(ec2.sign(form));
        headers.put("Host", host);

        assertRefused(ec2.send("POST", "/", headers, form), 403, "InvalidHost");
    }

    @Test
    void localhostIsLoopbackToo() throws IOException {
        Map<String, String> headers = Map.of("Host", "LOCALHOST:" + server.api.endpoint().getPort());

        assertRefused(ec2.send("POST", "/", headers, new byte[0]), 400, "MissingAuthenticationToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherMethods(String method) throws IOException {
        assertRefused(ec2.send(method, "/", Map.of(), new byte[0]), 405, "MethodNotAllowed");
    }

    @Test
    void headGetsNoBody() throws IOException {
        RawHttp.Reply reply = ec2.send("HEAD", "/", Map.of(), new byte[0]);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/latest/meta-data/", "/..", "/index.html"})
    void otherPaths(String path) throws IOException {
        assertRefused(ec2.send("POST", path, Map.of(), new byte[0]), 404, "InvalidURI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "",
        "application/x-www-form-urlencoded; charset=shift_jis"})
    void otherContentTypes(String type) throws IOException {
        assertRefused(ec2.send("POST", "/", Map.of("Content-Type", type), "Action=X".getBytes(StandardCharsets.UTF_8)),
                415, "UnsupportedMediaType");
    }
}
