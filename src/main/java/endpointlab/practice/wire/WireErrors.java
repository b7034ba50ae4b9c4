package endpointlab.practice.wire;

import java.util.Locale;

/**
 * The errors that the protocol itself gives, in each service's words. EC2 and the services of the Query protocol
 * differ in codes, statuses and texts.
 *
 * <p>Source: EC2 API Reference, "Error codes"; ELBv2 and STS API References, "Common errors"; texts seen in public
 * logs. Assumed: the text after the value in {@link #invalidValue}; HTTP 413, 403, 404 and 405, and
 * {@link #noHttp}, for requests that AWS's front end refuses; {@code UnsupportedOperation} as ELBv2's and STS's word
 * for an operation that the practice cloud lacks.
 */
final class WireErrors {

    private static final int LONGEST_ECHO = 100;

    private final AwsService service;

    WireErrors(AwsService service) {
        this.service = service;
    }

    private boolean ec2() {
        return service == AwsService.EC2;
    }

    AwsException missingAction() {
        return new AwsException("MissingAction", "The request is missing an action or a required parameter.");
    }

    AwsException invalidAction(String action) {
        return new AwsException("InvalidAction", ec2()
                ? "The action " + echo(action) + " is not valid for this web service."
                : "Could not find operation " + echo(action) + " for version " + service.version());
    }

    AwsException lackingOperation(String action) {
        return new AwsException("UnsupportedOperation",
                "The operation " + action + " is not supported by the practice cloud.");
    }

    AwsException wrongVersion(String action, String version) {
        return ec2()
                ? new AwsException("NoSuchVersion", "The requested version (" + echo(version) + ") of service "
                        + service.serviceName() + " does not exist")
                : new AwsException("InvalidAction", "Could not find operation " + echo(action) + " for version "
                        + echo(version));
    }

    /** @param name as the service model has it; EC2 was seen to say {@code routeTableId}, but {@code PublicKeyMaterial} too */
    AwsException missingParameter(String name) {
        return ec2()
                ? new AwsException("MissingParameter", "The request must contain the parameter " + name)
                : new AwsException("ValidationError", "1 validation error detected: Value null at '"
                        + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "' failed to satisfy constraint: Member must not be null");
    }

    AwsException invalidValue(String name, String value, String expected) {
        return ec2()
                ? new AwsException("InvalidParameterValue", "Value (" + echo(value) + ") for parameter " + echo(name)
                        + " is invalid. Expected " + expected + ".")
                : new AwsException("ValidationError", "1 validation error detected: Value '" + echo(value) + "' at '"
                        + echo(name) + "' failed to satisfy constraint: Member must be " + expected);
    }

    AwsException unknownParameter(String name) {
        return new AwsException("UnknownParameter", "The parameter " + echo(name) + " is not recognized");
    }

    AwsException malformedQuery() {
        return new AwsException("MalformedQueryString", "The query string contains a syntax error");
    }

    /** Source: EC2 API Reference, "Common query parameters"; status 412 from memory, not confirmed. */
    AwsException dryRun() {
        return new AwsException(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
    }

    /** @param status what RFC 9110 or RFC 6585 answers to a request that breaks the rules of HTTP */
    AwsException noHttp(int status) {
        return switch (status) {
            case 431 -> new AwsException(431, "RequestHeaderSectionTooLarge",
                    "The request line or the request headers are too long.");
            case 501 -> new AwsException(501, "NotImplemented",
                    "The transfer encoding of the request is not implemented.");
            case 505 -> new AwsException(505, "HttpVersionNotSupported", "The request must be sent by HTTP/1.1.");
            default -> new AwsException("BadRequest", "The request is not well-formed HTTP.");
        };
    }

    AwsException internal() {
        return ec2()
                ? new AwsException(500, "InternalError", "An internal error has occurred")
                : new AwsException(500, "InternalFailure",
                        "The request processing has failed because of an unknown error, exception or failure.");
    }

    /** A refused text is shown in part only, so that an answer never grows with what was sent. */
    static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
    }
}
