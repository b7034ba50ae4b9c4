package endpointlab.practice.fault;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.BrokenConnection;
import java.time.Duration;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Faults that any call may meet.
 *
 * <p>Source: AWS-FACTS 2.2, 2.3, 2.6; EC2 API Reference, "Error codes"; ELBv2 and STS API References, "Common
 * errors". Assumed: the words for {@code Unavailable} and {@code ServiceUnavailable}, and that ELBv2 answers to
 * credentials as STS does.
 */
final class Refusals {

    private Refusals() {
    }

    private static Effect answering(BiFunction<ApiCall, Effect.Place, AwsException> answer, boolean afterwards) {
        return new Effect() {
            @Override
            public void before(ApiCall call, Place place) {
                if (!afterwards) {
                    throw answer.apply(call, place);
                }
            }

            @Override
            public SdkPojo after(ApiCall call, SdkPojo response, Place place) {
                if (afterwards) {
                    throw answer.apply(call, place);
                }
                return response;
            }
        };
    }

    private static Effect answering(AwsException ec2, AwsException others) {
        return answering((call, place) -> call.service() == AwsService.EC2 ? ec2 : others, false);
    }

    static Effect throttling() {
        return answering(new AwsException(503, "RequestLimitExceeded", "Request limit exceeded."),
                new AwsException("Throttling", "Rate exceeded"));
    }

    /**
     * @param unavailable a 503 instead of a 500
     * @param afterwards  whether the operation is carried out nevertheless
     */
    static Effect serverError(boolean unavailable, boolean afterwards) {
        AwsException ec2 = unavailable
                ? new AwsException(503, "Unavailable", "The service is unavailable. Please try again shortly.")
                : new AwsException(500, "InternalError", "An internal error has occurred");
        AwsException others = unavailable
                ? new AwsException(503, "ServiceUnavailable",
                        "The request has failed due to a temporary failure of the server.")
                : new AwsException(500, "InternalFailure",
                        "The request processing has failed because of an unknown error, exception or failure.");
        return answering((call, place) -> call.service() == AwsService.EC2 ? ec2 : others, afterwards);
    }

    static Effect missingPermission() {
        return answering((call, place) ->
                place.denial().withoutPermission(call.service(), call.iamAction()), false);
    }

    static Effect expiredCredentials() {
        return answering(new AwsException("RequestExpired", "Request has expired."),
                new AwsException(403, "ExpiredToken", "The security token included in the request is expired"));
    }

    static Effect invalidCredentials() {
        return answering(new AwsException(401, "AuthFailure",
                        "AWS was not able to validate the provided access credentials"),
                new AwsException(403, "InvalidClientTokenId",
                        "The security token included in the request is invalid."));
    }

    /** @param afterwards whether the operation is carried out nevertheless */
    static Effect reset(boolean afterwards) {
        return new Effect() {
            @Override
            public void before(ApiCall call, Place place) {
                if (!afterwards) {
                    throw new BrokenConnection();
                }
            }

            @Override
            public SdkPojo after(ApiCall call, SdkPojo response, Place place) {
                throw new BrokenConnection();
            }
        };
    }

    /** @param delay of the answer, in lab time */
    static Effect slow(Duration delay) {
        return new Effect() {
            @Override
            public void before(ApiCall call, Place place) throws InterruptedException {
                place.cloud().clock.sleep(delay);
            }
        };
    }
}
