package endpointlab.practice.wire;

/**
 * The access key that a practice cloud accepts. Its text never shows the secret.
 *
 * @param accessKeyId     in AWS's form, {@code AKIA…}
 * @param secretAccessKey what requests are signed with
 */
public record PracticeCredentials(String accessKeyId, String secretAccessKey) {

    @Override
    public String toString() {
        return "PracticeCredentials[" + accessKeyId + "]";
    }
}
