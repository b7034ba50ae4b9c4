package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials that, when they can't be had, say whose they are and what to do. */
final class NamedCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final String profile;
    private final Kind kind;
    private final AwsCredentialsProvider provider;

    /** Where credentials come from; each has texts of its own for when that fails. */
    enum Kind {
        KEYS("NoCredentials", "no-keys", "", Set.of()),
        ROLE("RoleNotAssumed", "role", "AssumeRole", Set.of("AccessDenied", "AccessDeniedException")),
        SSO("SsoExpired", "sso", "GetRoleCredentials", Set.of("UnauthorizedException", "ExpiredTokenException",
                "InvalidGrantException", "InvalidRequestException")),
        PROCESS("CredentialProcessFailed", "process", "", Set.of()),
        MACHINE("NoCredentials", "no-credentials", "", Set.of());

        private final String code;
        private final String text;
        private final String call;
        private final Set<String> refusals;

        /**
         * @param call     made to AWS for them; empty if none
         * @param refusals error codes of that call which the texts speak of
         */
        Kind(String code, String text, String call, Set<String> refusals) {
            this.code = code;
            this.text = text;
            this.call = call;
            this.refusals = refusals;
        }

        static Kind of(AwsProfile.Kind kind) {
            return switch (kind) {
                case SSO -> SSO;
                case ROLE, WEB_IDENTITY -> ROLE;
                case PROCESS -> PROCESS;
                case KEYS, OTHER -> KEYS;
            };
        }
    }

    /** @param profile empty if it has no name */
    NamedCredentials(String profile, Kind kind, AwsCredentialsProvider provider) {
        this.profile = profile;
        this.kind = kind;
        this.provider = provider;
    }

    /** @throws ProblemException if there are none; the failure of a call to AWS for them keeps its own words */
    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException | IllegalStateException | IllegalArgumentException failure) {
            throw new ProblemException(problem(failure), failure);
        }
    }

    private Problem problem(RuntimeException failure) {
        if (failure instanceof SdkException sdk) {
            AwsFault fault = AwsFault.of(sdk);
            if (fault.network() || sdk instanceof AwsServiceException && !kind.refusals.contains(fault.code())) {
                return Problems.problem(kind.call, fault, sdk);
            }
        }
        return new Problem(kind.code, "problem." + kind.text + ".cause", "problem." + kind.text + ".remedy",
                List.of(profile), "", String.valueOf(failure.getMessage()), "");
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
