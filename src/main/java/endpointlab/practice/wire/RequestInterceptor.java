package endpointlab.practice.wire;

import software.amazon.awssdk.core.SdkPojo;

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

    /**
     * Has the operation carried out, or not. May also change what it answered, or keep the answer back by one of the
     * exceptions of {@link #before}, though it was carried out.
     *
     * @return the answer
     */
    default SdkPojo around(ApiCall call, Operation operation) throws InterruptedException {
        before(call);
        return operation.carryOut();
    }

    /** What a call asks for. */
    @FunctionalInterface
    interface Operation {

        /** @throws AwsException for every error answer */
        SdkPojo carryOut() throws InterruptedException;
    }

    /** Lets everything pass. */
    static RequestInterceptor none() {
        return call -> { };
    }
}
