package endpointlab.practice.fault;

import endpointlab.practice.policy.Denial;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.BrokenConnection;
import endpointlab.practice.world.Cloud;
import software.amazon.awssdk.core.SdkPojo;

/** What a fault does to a call that it meets. */
interface Effect {

    /**
     * What an effect may look at.
     *
     * @param denial words for missing permissions
     */
    record Place(Cloud cloud, Denial denial) {
    }

    /** Whether it counts what is there, so that the calls it is asked about must come one after another. */
    default boolean counts() {
        return false;
    }

    /** Whether it has anything to do to the call; only such calls are counted. */
    default boolean concerns(ApiCall call, Place place) {
        return true;
    }

    /**
     * Before the operation is carried out.
     *
     * @throws AwsException     to answer with this error instead
     * @throws BrokenConnection to give no answer
     */
    default void before(ApiCall call, Place place) throws InterruptedException {
    }

    /** After the operation was carried out; exceptions as in {@link #before}. @return the answer */
    default SdkPojo after(ApiCall call, SdkPojo answer, Place place) {
        return answer;
    }
}
