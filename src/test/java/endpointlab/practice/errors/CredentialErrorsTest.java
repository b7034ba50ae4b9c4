package endpointlab.practice.errors;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.wire.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AWS-FACTS 2.6: whose requests are let in, in each service's words. Over raw HTTP, because the JDK's HTTP client
 * withholds the body of an answer with status 401. Missing permissions, expired sessions and accounts that aren't
 * ready yet come from policies and fault scripts: their rows are in {@code FaultRows}.
 */
class CredentialErrorsTest {

    /** What is met here. */
    static final Set<String> CODES = Set.of("AuthFailure", "InvalidClientTokenId", "SignatureDoesNotMatch",
            "RequestExpired", "MissingAuthenticationToken");

    private static final Map<String, String> FORMS = Map.of(
            "ec2", "Action=DescribeVpcs&Version=2016-11-15",
            "elasticloadbalancing", "Action=DescribeLoadBalancers&Version=2015-12-01",
            "sts", "Action=GetCallerIdentity&Version=2011-06-15");

    private final TestPractice practice = new TestPractice();

    @AfterEach
    void close() {
        practice.close();
    }

    @ParameterizedTest(name = "{0} by {1}: {2} {3}")
    @CsvSource(delimiter = '|', value = {
        "wrong secret     | ec2                  | 401 | AuthFailure | AWS was not able to validate the provided access "
                + "credentials",
        "wrong secret     | elasticloadbalancing | 403 | SignatureDoesNotMatch | The request signature we calculated",
        "wrong secret     | sts                  | 403 | SignatureDoesNotMatch | The request signature we calculated",
        "unknown key      | ec2                  | 401 | AuthFailure | AWS was not able to validate the provided access "
                + "credentials",
        "unknown key      | elasticloadbalancing | 403 | InvalidClientTokenId | The security token included in the "
                + "request is invalid.",
        "unknown key      | sts                  | 403 | InvalidClientTokenId | The security token included in the "
                + "request is invalid.",
        "clock behind     | ec2                  | 400 | RequestExpired | Request has expired.",
        "clock behind     | elasticloadbalancing | 403 | SignatureDoesNotMatch | Signature expired: ",
        "clock ahead      | ec2                  | 400 | RequestExpired | Request has expired.",
        "clock ahead      | sts                  | 403 | SignatureDoesNotMatch | Signature not yet current: ",
        "no signature     | ec2                  | 400 | MissingAuthenticationToken | Request is missing Authentication "
                + "Token",
        "no signature     | elasticloadbalancing | 403 | MissingAuthenticationToken | Request is missing Authentication "
                + "Token"})
    void aRequestIsRefused(String why, String service, int status, String code, String text) throws IOException {
        RawHttp.Reply reply = send(why, service);

        assertThat(reply.status()).isEqualTo(status);
        String error = "<Code>" + code + "</Code><Message>" + text;
        if (service.equals("ec2")) {
            assertThat(reply.body()).contains("<Response><Errors><Error>" + error)
                    .endsWith("</Message></Error></Errors><RequestID>" + reply.headers().get("x-amzn-requestid")
                            + "</RequestID></Response>");
        } else {
            assertThat(reply.body()).contains("<Error><Type>Sender</Type>" + error)
                    .endsWith("</Message></Error><RequestId>" + reply.headers().get("x-amzn-requestid")
                            + "</RequestId></ErrorResponse>");
        }
        assertThat(reply.headers()).as("the SDK sets its clock by it").containsKey("date");
    }

    private RawHttp.Reply send(String why, String service) throws IOException {
        byte[] form = FORMS.get(service).getBytes(StandardCharsets.UTF_8);
        int minutesOff = why.equals("clock behind") ? -16 : why.equals("clock ahead") ? 16 : 0;
        RawHttp raw = new RawHttp(practice.endpoint()).scopedTo("us-east-1", service)
                .signedAt(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutesOff)));
        Map<String, String> headers = raw.sign(form);
        if (why.equals("no signature")) {
            headers.remove("Authorization");
        } else if (why.equals("unknown key")) {
            headers.computeIfPresent("Authorization", (name, value) -> value.replace("AKIAPRACTICE00000000",
                    "AKIASOMEBODYELSE0000"));
        } else if (why.equals("wrong secret")) {
            headers.computeIfPresent("Authorization", (name, value) -> value.replaceAll("Signature=.{8}",
                    "Signature=00000000"));
        }
        return raw.send("POST", "/", headers, form);
    }
}
