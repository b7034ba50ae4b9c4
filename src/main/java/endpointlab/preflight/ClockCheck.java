package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.ClockSkew;
import endpointlab.preflight.PreflightLine.Topic;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Whether this computer's clock is right; a small difference is made up for by the SDK. */
final class ClockCheck implements Check {

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        Optional<ClockSkew> skew = ClockSkew.of(aws.read(GetCallerIdentityRequest.builder().build(),
                aws.sts()::getCallerIdentity).sdkHttpResponse(), clock.instant());
        if (skew.isEmpty()) {
            findings.ok(Topic.CLOCK, "clock");
        } else {
            findings.warn(Topic.CLOCK, skew.get().ahead().isNegative() ? "clock-behind" : "clock-ahead",
                    String.valueOf(skew.get().minutes()));
        }
    }
}
