package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Whose requests are let in, and what the others are told. */
class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final byte[] FORM =
            "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-1".getBytes(StandardCharsets.UTF_8);

    private final TestServer server = new TestServer();
    private final TestServer inNovember = new TestServer(builder -> builder.clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    private final RawHttp raw = new RawHttp(server.api.endpoint());

    @BeforeEach
    void offer() {
        TestOperations.addTo(server);
        TestOperations.addTo(inNovember);
    }

    @AfterEach
    void close() {
        server.close();
        inNovember.close();
    }

    private void refused(AwsCredentials credentials, String region, String othersCode) {
        try (TestClients clients = new TestClients(server.api.endpoint(), region, credentials)) {
            // url-connection-client never hands out the body of a 401, neither AWS's nor ours.
            assertError(() -> clients.ec2().describeVpcs(), 401, null);
            assertError(() -> clients.elb().describeLoadBalancers(), 403, othersCode);
            assertError(() -> clients.sts().getCallerIdentity(), 403, othersCode);
        }
        assertThat(server.api.calls()).isEmpty();
    }

    private static void assertError(Runnable call, int status, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, error -> {
            assertThat(error.statusCode()).isEqualTo(status);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }

    @Test
    void aWrongSecretIsRefused() {
        refused(AwsBasicCredentials.create(TestServer.CREDENTIALS.accessKeyId(), "another"), TestServer.REGION,
                "SignatureDoesNotMatch");
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(AwsBasicCredentials.create("AKIAUNKNOWN", TestServer.CREDENTIALS.secretAccessKey()),
                TestServer.REGION, "InvalidClientTokenId");
    }

    @Test
    void aSessionTokenThatNobodyGaveIsRefused() {
        refused(AwsSessionCredentials.create(TestServer.CREDENTIALS.accessKeyId(),
                TestServer.CREDENTIALS.secretAccessKey(), "token"), TestServer.REGION,
                "InvalidClientTokenId");
    }

    @Test
    void anotherRegionIsRefused() {
        refused(AwsBasicCredentials.create(TestServer.CREDENTIALS.accessKeyId(),
                TestServer.CREDENTIALS.secretAccessKey()), "eu-west-1", "SignatureDoesNotMatch");
    }

    @Test
    void theGlobalStsEndpointSignsForItsOwnRegion() throws IOException {
        byte[] form = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);
        ApiServer.Builder elsewhere = ApiServer.builder("eu-west-1", TestServer.CREDENTIALS)
                .operations(AwsService.STS, server.sts);
        try (ApiServer api = elsewhere.start()) {
            RawHttp global = new RawHttp(api.endpoint()).scopedTo("us-east-1", "sts");
            assertThat(global.postSigned(form).status()).isEqualTo(200);
            RawHttp wrong = new RawHttp(api.endpoint()).scopedTo("us-west-2", "sts");
            assertThat(wrong.postSigned(form).status()).isEqualTo(403);
        }
    }

    @Test
    void anotherServicesScopeIsRefused() throws IOException {
        RawHttp.Reply reply = new RawHttp(server.api.endpoint()).scopedTo(TestServer.REGION, "s3").postSigned(FORM);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("<Code>AuthFailure</Code>", "correct service: 'ec2'");
    }

    @Test
    void aTamperedBodyIsRefused() throws IOException {
        byte[] tampered = new String(FORM, StandardCharsets.UTF_8).replace("vpc-1", "vpc-2")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(raw.send("POST", "/", raw.sign(FORM), FORM).status()).isEqualTo(200);
        RawHttp.Reply reply = raw.send("POST", "/", raw.sign(FORM), tampered);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("<Code>AuthFailure</Code>"
                + "<Message>AWS was not able to validate the provided access credentials</Message>");
        assertThat(raw.send("POST", "/?VpcId.2=vpc-2", raw.sign(FORM), FORM).body())
                .contains("<Code>AuthFailure</Code>");
    }

    @Test
    void aTamperedHeaderIsRefused() throws IOException {
        Map<String, String> headers = raw.sign(FORM);
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        assertThat(raw.send("POST", "/", headers, FORM).body()).contains("<Code>AuthFailure</Code>");
    }

    @Test
    void aBodyHashInAHeaderIsNotBelieved() throws IOException {
        Map<String, String> headers = raw.sign(new byte[0]);
        headers.put("x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        assertThat(raw.send("POST", "/", headers, FORM).body()).contains("<Code>AuthFailure</Code>");
    }

    @Test
    void noSignatureIsRefused() throws IOException {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        RawHttp.Reply ec2 = raw.send("POST", "/", form, FORM);
        assertThat(ec2.status()).isEqualTo(400);
        assertThat(ec2.body()).contains("<Response><Errors>", "<Code>MissingAuthenticationToken</Code>");
        RawHttp.Reply sts = raw.send("POST", "/", form,
                "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8));
        assertThat(sts.status()).isEqualTo(403);
        assertThat(sts.body()).contains("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">",
                "<Code>MissingAuthenticationToken</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=a/b/c",
        "AWS4-HMAC-SHA256 Credential=A/20261125/us-east-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=zz"})
    void anIncompleteSignatureIsRefused(String authorization) throws IOException {
        Map<String, String> headers = raw.sign(FORM);
        headers.put("Authorization", authorization);

        assertThat(raw.send("POST", "/", headers, FORM).body()).contains("<Code>IncompleteSignature</Code>");
    }

    @Test
    void hostAndDateMustBeSigned() throws IOException {
        for (String needed : new String[] {"host", "x-amz-date"}) {
            Map<String, String> headers = raw.sign(FORM);
            headers.computeIfPresent("Authorization", (name, value) ->
                    value.replace("SignedHeaders=", "SignedHeaders=;").replaceAll("(;)" + needed + "(?=[;,])", ""));
            assertThat(raw.send("POST", "/", headers, FORM).body()).contains("<Code>IncompleteSignature</Code>",
                    "'" + needed + "' must be");
        }
    }

    @Test
    void fifteenMinutesOfSkewAreForgiven() throws IOException {
        for (int minutes : new int[] {-14, 0, 14}) {
            assertThat(november("ec2", minutes).postSigned(FORM).status()).isEqualTo(200);
        }
    }

    @Test
    void moreSkewIsRefused() throws IOException {
        byte[] sts = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);
        for (int minutes : new int[] {-16, 16}) {
            RawHttp.Reply ec2 = november("ec2", minutes).postSigned(FORM);
            assertThat(ec2.status()).isEqualTo(400);
            assertThat(ec2.body()).contains("<Code>RequestExpired</Code><Message>Request has expired.</Message>");
            assertThat(november("sts", minutes).postSigned(sts).status()).isEqualTo(403);
        }
        assertThat(november("sts", -16).postSigned(sts).body()).contains("<Code>SignatureDoesNotMatch</Code>",
                "Signature expired: 20261125T114400Z is now earlier than 20261125T114500Z");
        assertThat(november("sts", 16).postSigned(sts).body()).contains("<Code>SignatureDoesNotMatch</Code>",
                "Signature not yet current: 20261125T121600Z is still later than 20261125T121500Z");
    }

    private RawHttp november(String service, int minutesOff) {
        return new RawHttp(inNovember.api.endpoint()).scopedTo(TestServer.REGION, service)
                .signedAt(Clock.fixed(NOW.plus(Duration.ofMinutes(minutesOff)), ZoneOffset.UTC));
    }

    @Test
    void theScopesDateMustBeTheRequestsDate() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(raw.sign(FORM));
        headers.put("X-Amz-Date", "20200101T000000Z");

        assertThat(raw.send("POST", "/", headers, FORM).body()).contains("<Code>AuthFailure</Code>",
                "Date in Credential scope does not match");
    }
}
