package endpointlab.practice.wire;

/**
 * Looks at every call after its signature was verified and its parameters were decoded, before a dry run is answered
 * and before the operation is carried out. This is where policies, throttling and faults come in. Called by many
 * threads at once.
 */
@FunctionalInterface
public interface RequestInterceptor {

    /**
     * Returns to let the call go on; may wait before it does.
     *
     * @throws AwsException         to answer with this error instead
     * @throws BrokenConnection     to close the connection without an answer
     * @throws InterruptedException if the thread is interrupted while it waits; the connection is then closed
     */
    void before(ApiCall call) throws InterruptedException;

    /** Lets everything pass. */
    static RequestInterceptor none() {
        return call -> { };
    }
}
