package endpointlab.aws;

import endpointlab.lab.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * How far this computer's clock is off, told from the {@code Date} of an answer (RFC 9110). AWS refuses requests that
 * are signed more than five (some services fifteen) minutes off; the SDK corrects itself, unless it can't.
 *
 * @param ahead how far our clock is before AWS's; negative if behind
 */
public record ClockSkew(Duration ahead) {

    /** Less is told by nobody: an answer is on its way for a while, and its Date has whole seconds. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(2);
    private static final Set<String> CODES = Set.of("RequestExpired", "RequestTimeTooSkewed",
            "InvalidSecurity.RequestHasExpired", "SignatureDoesNotMatch", "AuthFailure", "RequestInTheFuture");

    /** The skew that an answer shows, if it is worth telling. */
    public static Optional<ClockSkew> of(SdkHttpResponse answer, Instant now) {
        try {
            return answer.firstMatchingHeader("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .map(date -> new ClockSkew(Duration.between(date, now)))
                    .filter(skew -> skew.ahead().abs().compareTo(WORTH_TELLING) > 0);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** Empty if that can't be why a call failed. */
    static Optional<ClockSkew> of(AwsFault fault, Throwable cause) {
        return CODES.contains(fault.code()) && cause instanceof AwsServiceException answer
                && answer.awsErrorDetails() != null && answer.awsErrorDetails().sdkHttpResponse() != null
                ? of(answer.awsErrorDetails().sdkHttpResponse(), Instant.now()) : Optional.empty();
    }

    public long minutes() {
        return ahead.abs().toMinutes();
    }

    Problem problem(String action, AwsFault fault) {
        String how = ahead.isNegative() ? "clock-behind" : "clock-ahead";
        return new Problem(fault.code(), "problem." + how + ".cause", "problem." + how + ".remedy",
                List.of(action, String.valueOf(minutes())), action, fault.message() == null ? "" : fault.message(),
                fault.requestId());
    }
}
