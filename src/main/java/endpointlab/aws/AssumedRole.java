package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials of a role, assumed when first needed and again shortly before they end. A role that wants MFA asks for
 * a code each time; calls that need credentials meanwhile wait.
 *
 * <p>Source: STS API Reference, AssumeRole: one hour unless {@code DurationSeconds} says otherwise.
 */
final class AssumedRole implements AwsCredentialsProvider, SdkAutoCloseable {

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(2);
    private static final String SESSION = "endpointlab";

    private final Wish wish;
    private final StsClient sts;
    private final MfaPrompt prompt;
    private AwsSessionCredentials current;
    private Instant end = Instant.EPOCH;

    /**
     * The role and how it is assumed.
     *
     * @param mfaSerial empty if without MFA
     */
    record Wish(String profile, String roleArn, String session, Optional<String> externalId,
                Optional<Integer> seconds, Optional<String> mfaSerial) {

        /** @throws ProblemException if a value of the profile can't be used */
        static Wish of(Profile profile) {
            Optional<String> duration = profile.property(ProfileProperty.DURATION_SECONDS);
            if (duration.filter(text -> !text.matches("[0-9]{1,6}")).isPresent()) {
                throw new ProblemException(new Problem("ProfileIncomplete", "problem.profile-incomplete.cause",
                        "problem.profile-incomplete.remedy", List.of(profile.name()), "", duration.get(), ""), null);
            }
            return new Wish(profile.name(), profile.property(ProfileProperty.ROLE_ARN).orElseThrow(),
                    profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse(SESSION),
                    profile.property(ProfileProperty.EXTERNAL_ID), duration.map(Integer::valueOf),
                    profile.property(ProfileProperty.MFA_SERIAL));
        }
    }

    AssumedRole(Wish wish, StsClient sts, MfaPrompt prompt) {
        this.wish = wish;
        this.sts = sts;
        this.prompt = prompt;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (Instant.now().isAfter(end.minus(BEFORE_THE_END))) {
            AssumeRoleRequest.Builder request = AssumeRoleRequest.builder().roleArn(wish.roleArn())
                    .roleSessionName(wish.session()).externalId(wish.externalId().orElse(null))
                    .durationSeconds(wish.seconds().orElse(null));
            wish.mfaSerial().ifPresent(serial -> request.serialNumber(serial).tokenCode(code(serial)));
            AssumeRoleResponse answer = sts.assumeRole(request.build());
            end = answer.credentials().expiration();
            current = AwsSessionCredentials.create(answer.credentials().accessKeyId(),
                    answer.credentials().secretAccessKey(), answer.credentials().sessionToken());
        }
        return current;
    }

    private String code(String serial) {
        return prompt.code(serial).map(String::strip).filter(code -> code.matches("[0-9]{6}"))
                .orElseThrow(() -> new ProblemException(new Problem("MfaCodeMissing", "problem.mfa.cause",
                        "problem.mfa.remedy", List.of(wish.profile(), serial), "", "", ""), null));
    }

    @Override
    public void close() {
        sts.close();
    }
}
