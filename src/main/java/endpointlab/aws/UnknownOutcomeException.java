package endpointlab.aws;

/**
 * A call that must not be sent twice got no answer that tells whether it was carried out. Whoever made it looks for
 * its result before trying again.
 */
public final class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AwsFault fault;
    private final String action;

    UnknownOutcomeException(String action, AwsFault fault, Throwable cause) {
        super(action + ": " + fault.code() + " " + fault.message(), cause);
        this.action = action;
        this.fault = fault;
    }

    public AwsFault fault() {
        return fault;
    }

    public String action() {
        return action;
    }
}
