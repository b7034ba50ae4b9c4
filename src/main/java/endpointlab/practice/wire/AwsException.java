package endpointlab.practice.wire;

/**
 * An error answer of the practice cloud, in AWS's words. The wire layer gives it the body shape of the service that
 * was asked (EC2's or ELBv2's).
 *
 * <p>Source: EC2 API Reference, "Error codes"; ELBv2 API Reference, "Common errors".
 */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** An error with HTTP status 400, as most of AWS's client errors have. */
    public AwsException(String code, String message) {
        this(400, code, message);
    }

    /**
     * @param status HTTP status
     * @param code   AWS's error code, such as {@code InvalidVpcID.NotFound}
     */
    public AwsException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
