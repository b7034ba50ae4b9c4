package endpointlab.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The AWS CLI command that sends the same request: told from the request itself, so that what the learner copies is
 * what the app sends.
 *
 * <p>Left out is what the CLI fills in by itself: client tokens, and the base64 form of user data. What isn't known
 * yet stands in the request as a {@link #variable} and in the text as a shell variable; nothing else in a request is
 * ever read by the shell. Source: AWS CLI user guide,
 * "Specify parameter values" and "Shorthand syntax".
 */
public final class CliText {

    private static final int WIDTH = 88;
    private static final Set<String> FILLED_IN = Set.of("ClientToken", "DryRun");
    private static final String USER_DATA_FILE = "user-data.sh";
    private static final String END_OF_USER_DATA = "END_OF_USER_DATA";

    private final SdkPojo request;
    private final String region;

    private CliText(SdkPojo request, String region) {
        this.request = request;
        this.region = region;
    }

    /**
     * @param request what is sent
     * @return the commands in order; files that a command reads are written by the one before it
     */
    public static List<String> of(SdkPojo request, String region) {
        return new CliText(request, region).commands();
    }

    /** Stands in a request for what isn't known yet; becomes the shell variable {@code $NAME}. */
    public static String variable(String name) {
        return CliValue.variable(name);
    }

    /** Name of the variable for what a resource of the lab has, such as {@code SERVICE_VPC_ID}. */
    public static String variableName(String resourceId, String attribute) {
        return (resourceId + "_" + attribute).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** A value as one word of a POSIX shell. */
    public static String word(String value) {
        return CliValue.of(value);
    }

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        words.add("aws " + service() + " " + kebab(action()));
        for (SdkField<?> field : tagsLast(request.sdkFields())) {
            Object value = field.getValueOrDefault(request);
            String name = field.memberName();
            if (!CliValue.isEmpty(value) && !FILLED_IN.contains(name)) {
                if (name.equals("UserData")) {
                    commands.add(userDataFile((String) value));
                    words.add("--user-data file://" + USER_DATA_FILE);
                } else {
                    option(name, value).ifPresent(words::add);
                }
            }
        }
        words.add("--region " + word(region));
        commands.add(join(words));
        return commands;
    }

    /** Tags are the longest and the least to the point. */
    private static List<SdkField<?>> tagsLast(List<SdkField<?>> fields) {
        return fields.stream().sorted(Comparator.comparing(field ->
                field.memberName().matches("TagSpecifications|Tags"))).toList();
    }

    private Optional<String> option(String name, Object value) {
        if (name.equals("MaxCount")) {
            return Optional.empty();
        }
        if (name.equals("MinCount")) {
            return Optional.of("--count " + value);
        }
        if (value instanceof Boolean flag) {
            return Optional.of((flag ? "--" : "--no-") + kebab(name));
        }
        if (value instanceof SdkBytes) {
            return Optional.of("--" + kebab(name) + " fileb://public-key.pub");
        }
        return Optional.of("--" + kebab(name) + " " + CliValue.of(value));
    }

    private static String userDataFile(String base64) {
        String script = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).stripTrailing();
        String end = END_OF_USER_DATA;
        while (script.lines().anyMatch(end::equals)) {
            end += "_";
        }
        return "cat > " + USER_DATA_FILE + " <<'" + end + "'\n" + script + "\n" + end;
    }

    private String action() {
        String type = request.getClass().getSimpleName();
        return type.substring(0, type.length() - "Request".length());
    }

    private String service() {
        String[] packages = request.getClass().getPackageName().split("\\.");
        String name = packages[packages.length - 2].toLowerCase(Locale.ROOT);
        return name.equals("elasticloadbalancingv2") ? "elbv2" : name;
    }

    /** {@code VpcEndpointIds} becomes {@code vpc-endpoint-ids}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private static String join(List<String> words) {
        String line = String.join(" ", words);
        return line.length() <= WIDTH ? line : String.join(" \\\n    ", words);
    }
}
