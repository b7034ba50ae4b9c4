package endpointlab.ui.wizard;

import java.util.List;

/**
 * What points the AWS CLI of another terminal at the practice cloud inside the app, as long as the app runs. Its keys
 * open nothing else; still they are copied and not shown, as keys should be everywhere.
 */
public record CliEnvironment(String endpoint, String region, String accessKeyId, String secretAccessKey) {

    private static final String HIDDEN = "********";

    /** For a POSIX shell. */
    String copied() {
        return text(accessKeyId, secretAccessKey);
    }

    String shown() {
        return text(HIDDEN, HIDDEN);
    }

    private String text(String id, String secret) {
        return String.join("\n", List.of("export AWS_ENDPOINT_URL=" + endpoint, "export AWS_DEFAULT_REGION=" + region,
                "export AWS_ACCESS_KEY_ID=" + id, "export AWS_SECRET_ACCESS_KEY=" + secret,
                "unset AWS_PROFILE AWS_SESSION_TOKEN"));
    }

    /** Without the keys, which a record would tell. */
    @Override
    public String toString() {
        return shown();
    }
}
