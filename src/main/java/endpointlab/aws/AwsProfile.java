package endpointlab.aws;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * A profile of the shared config and credentials files; holds no secret.
 *
 * @param region    empty if it names none
 * @param mfaSerial device that a role of it is assumed with; empty if none
 */
public record AwsProfile(String name, Kind kind, Optional<String> region, Optional<String> mfaSerial) {

    /** How it comes by credentials. */
    public enum Kind {
        KEYS, ROLE, SSO, PROCESS, WEB_IDENTITY,
        /** It names none, or in a way that only the SDK knows. */
        OTHER
    }

    static AwsProfile of(Profile profile) {
        return new AwsProfile(profile.name(), kind(profile.properties()), profile.property(ProfileProperty.REGION),
                profile.property(ProfileProperty.MFA_SERIAL));
    }

    /** In the order in which the SDK looks. */
    private static Kind kind(Map<String, String> properties) {
        if (properties.containsKey(ProfileProperty.ROLE_ARN)) {
            return properties.containsKey(ProfileProperty.WEB_IDENTITY_TOKEN_FILE) ? Kind.WEB_IDENTITY : Kind.ROLE;
        }
        if (Stream.of(ProfileProperty.SSO_START_URL, "sso_session").anyMatch(properties::containsKey)) {
            return Kind.SSO;
        }
        if (properties.containsKey(ProfileProperty.AWS_ACCESS_KEY_ID)) {
            return Kind.KEYS;
        }
        return properties.containsKey(ProfileProperty.CREDENTIAL_PROCESS) ? Kind.PROCESS : Kind.OTHER;
    }
}
