package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Finds credentials as the AWS CLI does: a profile that was named, else keys in the environment, else the usual
 * profile, else what the machine itself is given. The SDK has no way to ask for an MFA code and reads
 * {@code mfa_serial} nowhere, so roles are assumed here; everything else is the SDK's.
 *
 * <p>Source: AWS CLI User Guide, "Configuration and credential precedence" and "Using an IAM role".
 */
final class AccountCredentials {

    private final AwsMachine machine;
    private final MfaPrompt prompt;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    /** @param sts makes the client with which roles are assumed; {@link AssumedRole} closes it */
    AccountCredentials(AwsMachine machine, MfaPrompt prompt, Function<AwsCredentialsProvider, StsClient> sts) {
        this.machine = machine;
        this.prompt = prompt;
        this.sts = sts;
    }

    /** @throws ProblemException if the profile isn't there, or can't be used as it is written */
    AwsCredentialsProvider of(Optional<String> profile) {
        if (profile.isPresent()) {
            return named(profile.get());
        }
        if (machine.hasKeysInEnvironment()) {
            return new NamedCredentials("", NamedCredentials.Kind.KEYS, this::fromEnvironment);
        }
        String usual = machine.usualProfile();
        if (machine.variable("AWS_PROFILE").isPresent() || machine.file().profile(usual).isPresent()) {
            return named(usual);
        }
        return new NamedCredentials("", NamedCredentials.Kind.MACHINE, DefaultCredentialsProvider.builder()
                .profileFile(machine::file).profileName(usual).build());
    }

    private AwsCredentials fromEnvironment() {
        String id = machine.variable(AwsMachine.ACCESS_KEY_ID).orElseThrow();
        String secret = machine.variable(AwsMachine.SECRET_ACCESS_KEY).orElseThrow();
        return machine.variable(AwsMachine.SESSION_TOKEN)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    private AwsCredentialsProvider named(String name) {
        return named(name, new HashSet<>());
    }

    /** @param seen profiles on the way here, so that no circle is walked for ever */
    private AwsCredentialsProvider named(String name, Set<String> seen) {
        Profile profile = machine.file().profile(name).orElseThrow(() -> problem("ProfileNotFound",
                "profile-not-found", name, String.join(", ", machine.file().profiles().keySet())));
        if (!seen.add(name)) {
            throw problem("ProfileCircle", "profile-circle", name);
        }
        AwsProfile.Kind kind = AwsProfile.of(profile).kind();
        if (kind == AwsProfile.Kind.ROLE) {
            return role(profile, seen);
        }
        return new NamedCredentials(name, NamedCredentials.Kind.of(kind), ProfileCredentialsProvider.builder()
                .profileFile(machine::file).profileName(name).build());
    }

    private AwsCredentialsProvider role(Profile profile, Set<String> seen) {
        AwsCredentialsProvider source = source(profile, seen);
        return new NamedCredentials(profile.name(), NamedCredentials.Kind.ROLE,
                new AssumedRole(AssumedRole.Wish.of(profile), sts.apply(source), prompt));
    }

    private AwsCredentialsProvider source(Profile profile, Set<String> seen) {
        Optional<String> other = profile.property(ProfileProperty.SOURCE_PROFILE);
        if (other.isPresent()) {
            return other.get().equals(profile.name()) ? ownKeys(profile) : named(other.get(), seen);
        }
        String where = profile.property(ProfileProperty.CREDENTIAL_SOURCE).orElse("");
        return switch (where) {
            case "Environment" -> new NamedCredentials("", NamedCredentials.Kind.KEYS, this::fromEnvironment);
            case "Ec2InstanceMetadata" -> InstanceProfileCredentialsProvider.create();
            case "EcsContainer" -> ContainerCredentialsProvider.create();
            default -> throw problem("ProfileIncomplete", "profile-incomplete", profile.name());
        };
    }

    /** A profile may hold the keys with which its own role is assumed. */
    private AwsCredentialsProvider ownKeys(Profile profile) {
        return new NamedCredentials(profile.name(), NamedCredentials.Kind.KEYS, () -> {
            Profile now = machine.file().profile(profile.name()).orElse(profile);
            return AwsBasicCredentials.create(now.property(ProfileProperty.AWS_ACCESS_KEY_ID).orElse(""),
                    now.property(ProfileProperty.AWS_SECRET_ACCESS_KEY).orElse(""));
        });
    }

    private static ProblemException problem(String code, String text, String... arguments) {
        return new ProblemException(new Problem(code, "problem." + text + ".cause", "problem." + text + ".remedy",
                List.of(arguments), "", "", ""), null);
    }
}
