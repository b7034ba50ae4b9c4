package endpointlab.aws;

import java.net.URI;
import java.util.Optional;

/**
 * Which account is worked in, where, and how it is reached.
 *
 * @param profile  as named by the user; empty for the machine's usual credentials
 * @param endpoint where the calls go instead of AWS's own addresses, such as a practice cloud in another process
 */
public record AwsAccess(Optional<String> profile, String region, Optional<URI> endpoint) {
}
