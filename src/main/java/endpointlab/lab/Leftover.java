package endpointlab.lab;

/**
 * Something that is still there after clean-up.
 *
 * @param kind  kind of resource, such as {@code vpc}, or {@code network-interface} and {@code volume} besides those
 *              that the lab makes
 * @param awsId AWS id or ARN
 * @param state AWS's own state word; empty if it has none
 * @param foundBy {@code tag} if it carries the run's tag, else {@code vpc}: it is inside a VPC of the run
 * @param removal AWS CLI command that removes it; empty if AWS takes it away by itself
 */
public record Leftover(String kind, String awsId, String state, String foundBy, String removal) {

    /** Whether the run made it; else it is AWS's or somebody's own, inside a VPC of the run. */
    public boolean ours() {
        return foundBy.equals("tag");
    }
}
