package endpointlab.practice.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import endpointlab.practice.wire.AnswerRecorder;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.AwsService;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/**
 * One row of the catalogue of AWS's errors: how it is met, and what exactly comes over the wire.
 *
 * @param code    AWS's error code
 * @param when    what the learner, the lab or a policy did
 * @param message AWS's text; {@code …} stands for an id or ARN
 * @param modeled whether the SDK has an exception type of its own for it
 */
record Row(AwsService service, int status, String code, String when, String message, boolean modeled, Call call) {

    /** The call that meets the error; for a batch it returns the items of {@code unsuccessful}. */
    interface Call {
        Object on(ErrorLab lab) throws Exception;
    }

    private static final int BATCH = 200;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    static Row ec2(String code, String when, String message, Call call) {
        return new Row(AwsService.EC2, 400, code, when, message, false, call);
    }

    static Row elb(String code, String when, String message, Call call) {
        return new Row(AwsService.ELB, 400, code, when, message, true, call);
    }

    /** A failure that an answer with status 200 holds in its list {@code unsuccessful}. */
    static Row item(String code, String when, String message, Call call) {
        return new Row(AwsService.EC2, BATCH, code, when, message, false, call);
    }

    /** What only the machinery of AWS can bring about: a fault script answers with it, the wire gives it its shape. */
    static Row fault(AwsService service, int status, String code, String message) {
        Call any = service == AwsService.EC2 ? lab -> lab.ec2().describeVpcs() : lab -> lab.elb().describeLoadBalancers();
        return new Row(service, status, code, "by a fault script", message, false, lab -> {
            lab.practice.interceptor.set(call -> {
                throw new AwsException(status, code, message);
            });
            return any.on(lab);
        });
    }

    Row status(int other) {
        return new Row(service, other, code, when, message, modeled, call);
    }

    /** The SDK knows the code only as text. */
    Row notModeled() {
        return new Row(service, status, code, when, message, false, call);
    }

    /** The SDK has an exception type of its own for the code. */
    Row modeledByTheSdk() {
        return new Row(service, status, code, when, message, true, call);
    }

    DynamicTest test() {
        return DynamicTest.dynamicTest(code + ": " + when, () -> {
            try (ErrorLab lab = new ErrorLab()) {
                if (status == BATCH) {
                    checkItem(lab);
                } else {
                    checkRefusal(lab);
                }
            }
        });
    }

    private void checkRefusal(ErrorLab lab) {
        Throwable thrown = catchThrowable(() -> call.on(lab));
        assertThat(thrown).isInstanceOf(AwsServiceException.class);
        AwsServiceException refused = (AwsServiceException) thrown;
        AnswerRecorder answer = lab.practice.answers();
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.awsErrorDetails().errorMessage()).matches(pattern());
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(answer.header("x-amzn-RequestId")).contains(refused.requestId());
        assertThat(answer.header("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.header("Date")).isPresent();
        String text = escaped(refused.awsErrorDetails().errorMessage());
        assertThat(answer.body()).isEqualTo(XML + (service == AwsService.EC2
                ? "<Response><Errors><Error><Code>" + code + "</Code><Message>" + text
                        + "</Message></Error></Errors><RequestID>" + refused.requestId() + "</RequestID></Response>"
                : "<ErrorResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><Error><Type>"
                        + (status < 500 ? "Sender" : "Receiver") + "</Type><Code>" + code + "</Code><Message>" + text
                        + "</Message></Error><RequestId>" + refused.requestId() + "</RequestId></ErrorResponse>"));
        Class<?> general = service == AwsService.EC2 ? Ec2Exception.class : ElasticLoadBalancingV2Exception.class;
        assertThat(refused.getClass() == general).isEqualTo(!modeled);
    }

    private void checkItem(ErrorLab lab) throws Exception {
        @SuppressWarnings("unchecked")
        List<UnsuccessfulItem> items = (List<UnsuccessfulItem>) call.on(lab);
        assertThat(items).hasSize(1);
        UnsuccessfulItem item = items.get(0);
        assertThat(lab.practice.answers().status()).isEqualTo(BATCH);
        assertThat(item.error().code()).isEqualTo(code);
        assertThat(item.error().message()).matches(pattern());
        assertThat(lab.practice.answers().body()).contains("<unsuccessful><item><error><code>" + code
                + "</code><message>" + escaped(item.error().message()) + "</message></error><resourceId>"
                + item.resourceId() + "</resourceId></item></unsuccessful>");
    }

    private Pattern pattern() {
        return Pattern.compile("\\Q" + message.replace("…", "\\E[A-Za-z0-9:/_-]+\\Q") + "\\E");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
