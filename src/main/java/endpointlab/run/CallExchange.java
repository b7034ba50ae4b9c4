package endpointlab.run;

/**
 * A call as it can be read. Holds no credential and no private key.
 *
 * @param request  the AWS CLI command that sends the same, then the request's fields
 * @param response the answer's fields, or AWS's error; empty if there was no answer
 */
public record CallExchange(String request, String response) {
}
