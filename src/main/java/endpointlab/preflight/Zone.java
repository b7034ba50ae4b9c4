package endpointlab.preflight;

/**
 * An Availability Zone.
 *
 * @param name as this account has it, such as {@code us-east-1a}
 * @param id   the same place in every account, such as {@code use1-az1}
 */
public record Zone(String name, String id) {
}
