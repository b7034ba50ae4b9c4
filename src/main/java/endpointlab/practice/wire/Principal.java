package endpointlab.practice.wire;

/**
 * Who signed a request.
 *
 * @param accessKeyId the access key whose signature was verified
 */
public record Principal(String accessKeyId) {
}
