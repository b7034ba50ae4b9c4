package endpointlab.lab;

/**
 * As whom and where calls to AWS are made.
 *
 * @param accountId twelve digits
 * @param arn       of the user or the assumed role
 */
public record Identity(String accountId, String arn, String region) {

    /** For a room to see: the account's last four digits and nothing of the user. */
    public Identity masked() {
        return new Identity(Mask.account(accountId), "•••", region);
    }
}
