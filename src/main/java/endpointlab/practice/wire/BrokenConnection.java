package endpointlab.practice.wire;

/** Thrown by a {@link RequestInterceptor} that wants the client's connection closed without an answer. */
public final class BrokenConnection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenConnection() {
        super("connection closed without an answer", null, false, false);
    }
}
