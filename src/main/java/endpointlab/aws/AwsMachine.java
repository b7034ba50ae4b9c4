package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * What a computer is set up with for AWS: environment variables and the two shared files, which are read anew at each
 * question, so that credentials renewed meanwhile count.
 *
 * <p>Source: AWS SDKs and Tools Reference Guide, "Shared config and credentials files" and "Environment variables".
 */
public final class AwsMachine {

    static final String ACCESS_KEY_ID = "AWS_ACCESS_KEY_ID";
    static final String SECRET_ACCESS_KEY = "AWS_SECRET_ACCESS_KEY";
    static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";
    private static final String DEFAULT_PROFILE = "default";

    private final Map<String, String> variables;
    private final Optional<Path> home;

    private AwsMachine(Map<String, String> variables, Optional<Path> home) {
        this.variables = new HashMap<>(variables);
        this.variables.values().removeIf(String::isBlank);
        this.home = home;
    }

    /** This computer. */
    public static AwsMachine here() {
        return new AwsMachine(System.getenv(), Optional.of(Path.of(System.getProperty("user.home"))));
    }

    /** A computer with these environment variables and no other; the shared files are those that they name. */
    public static AwsMachine with(Map<String, String> variables) {
        return new AwsMachine(variables, Optional.empty());
    }

    /**
     * The profiles of both files, by name.
     *
     * @throws ProblemException {@code AwsConfigMalformed} if a file can't be understood
     */
    public List<AwsProfile> profiles() {
        return file().profiles().values().stream().map(AwsProfile::of)
                .sorted(Comparator.comparing(AwsProfile::name)).toList();
    }

    /** The profile that counts if none is named: {@code AWS_PROFILE}, else {@code default}. */
    public String usualProfile() {
        return variables.getOrDefault("AWS_PROFILE", DEFAULT_PROFILE);
    }

    /** Whether access keys stand in the environment; they count before every profile that wasn't named. */
    public boolean hasKeysInEnvironment() {
        return variables.containsKey(ACCESS_KEY_ID) && variables.containsKey(SECRET_ACCESS_KEY);
    }

    /**
     * The Region that {@code AWS_REGION}, {@code AWS_DEFAULT_REGION} or the profile names, in this order.
     *
     * @throws ProblemException {@code AwsConfigMalformed} if a file can't be understood
     */
    public Optional<String> region(Optional<String> profile) {
        return variable("AWS_REGION").or(() -> variable("AWS_DEFAULT_REGION"))
                .or(() -> file().profile(profile.orElseGet(this::usualProfile))
                        .flatMap(found -> found.property(ProfileProperty.REGION)));
    }

    /** Where the calls shall go instead of AWS's own addresses, by {@code AWS_ENDPOINT_URL}. */
    public Optional<String> endpointUrl() {
        return variable("AWS_ENDPOINT_URL");
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Whether a call to {@code host} goes through a proxy. */
    Optional<String> proxy(String host) {
        boolean local = host.equals("localhost") || host.startsWith("127.");
        return local ? Optional.empty() : Stream.of("HTTPS_PROXY", "https_proxy").map(this::variable)
                .flatMap(Optional::stream).map(AwsMachine::withoutPassword).findFirst()
                .or(() -> Optional.ofNullable(System.getProperty("https.proxyHost")));
    }

    private static String withoutPassword(String proxy) {
        try {
            URI address = URI.create(proxy);
            return address.getHost() == null ? "" : address.getHost() + ":" + address.getPort();
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Both files as one; what the credentials file says of a profile counts before what the other says. */
    ProfileFile file() {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        add(both, "AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS);
        add(both, "AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION);
        return both.build();
    }

    private void add(ProfileFile.Aggregator both, String variable, String usualName, ProfileFile.Type type) {
        Optional<Path> path = variable(variable).map(this::withHome)
                .or(() -> home.map(folder -> folder.resolve(".aws").resolve(usualName)));
        path.filter(Files::isRegularFile).ifPresent(file -> {
            try {
                both.addFile(ProfileFile.builder().content(file).type(type).build());
            } catch (RuntimeException malformed) {
                throw new ProblemException(new Problem("AwsConfigMalformed", "problem.aws-config.cause",
                        "problem.aws-config.remedy", List.of(file.toString()), "",
                        String.valueOf(malformed.getMessage()), ""), malformed);
            }
        });
    }

    private Path withHome(String path) {
        return path.startsWith("~/") && home.isPresent() ? home.get().resolve(path.substring(2)) : Path.of(path);
    }
}
