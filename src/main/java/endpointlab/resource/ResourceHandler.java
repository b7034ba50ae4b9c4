package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.Holder;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Knows one kind of resource. Its methods block, may be called again at any time, also after a crash half way, and
 * throw {@link endpointlab.lab.ProblemException} when AWS's answer is final and
 * {@link java.util.concurrent.CancellationException} when the command is cancelled.
 */
public interface ResourceHandler {

    /** Such as {@code vpc}; see {@link endpointlab.lab.ResourceSpec#kind()}. */
    String kind();

    /** Whether the call that makes it takes a client token. */
    default boolean takesClientToken() {
        return false;
    }

    /**
     * AWS ids of all that this run made for this resource and that still exists, found by tags (or, for what can't
     * carry tags, by the resources of this run that it joins). Used when a call may have been sent whose answer was
     * never saved.
     */
    List<String> find(ResourceWork work);

    /**
     * The request that makes it, as far as the work tells: the one that {@link #create} sends, and that is shown to
     * the learner before. Calls nothing and makes nothing.
     */
    AwsRequest request(ResourceWork work);

    /**
     * Makes it. {@link ResourceWork#made} is called the moment its id is known, even if the command was cancelled
     * meanwhile.
     *
     * @return where it stands, as far as the answer tells
     * @throws endpointlab.aws.UnknownOutcomeException if it isn't known whether it was made; {@link #find} tells
     */
    Look create(ResourceWork work);

    /** Looks at the resource {@link ResourceWork#id()} once. */
    Look look(ResourceWork work);

    /**
     * Sets back what {@link Look#differences()} told, as far as it can be changed in place; what can't stays as it is.
     */
    default void repair(ResourceWork work, List<Difference> differences) {
    }

    /**
     * Changes in place what was made with the inputs of {@code before} to those of {@code work}. May be repeated.
     *
     * @throws UnsupportedOperationException if it can only be made anew
     */
    default void change(ResourceWork before, ResourceWork work) {
        throw new UnsupportedOperationException(kind());
    }

    /** How long it takes until it is ready. */
    default Expectation ready() {
        return Expectation.moment("wait.visible");
    }

    /** Asks AWS to delete the resource {@link ResourceWork#id()}; does nothing if it is gone already. */
    void delete(ResourceWork work);

    /** What keeps AWS from deleting it; empty if nothing is found. */
    default List<Holder> holders(ResourceWork work) {
        return List.of();
    }

    /**
     * Removes what was kept on this computer for the resource, which is gone or was never made. Called at the end of
     * a clean-up.
     */
    default void forget(ResourceWork work) {
    }

    /** How long it lingers after {@link #delete}; empty if it is gone when that returns. */
    default Optional<Expectation> lingers() {
        return Optional.empty();
    }

    /** Whether the resource, and all that AWS made for it, is gone. */
    default boolean isGone(ResourceWork work) {
        return look(work).status() == Look.Status.GONE;
    }

    /**
     * Name of the input with the resource that takes this one along when it is deleted. Such a resource is not
     * deleted by itself.
     */
    default Optional<String> deletedWith() {
        return Optional.empty();
    }

    /** Whether the resource that this input names need only exist, and not be ready, before this one is made. */
    default boolean existenceIsEnough(String input) {
        return false;
    }

    /**
     * Whether what this input names is copied into the resource when it is made and can't be exchanged afterwards: it
     * keeps the old one when the other is made anew.
     */
    default boolean keepsWhatItWasMadeWith(String input) {
        return false;
    }

    /** Whether something of that kind, which this one uses, may be deleted while this one is still lingering. */
    default boolean letsGoAtOnce(String kind) {
        return false;
    }

    /** Whether it may be deleted though others that use it are still there. */
    default boolean isDeletableWhileUsed() {
        return false;
    }

    /** Whether it comes about by a person's decision, see {@link Look.Status#HELD}. */
    default boolean isDecision() {
        return false;
    }

    /**
     * Decides against it.
     *
     * @throws UnsupportedOperationException if it is no decision
     */
    default void reject(ResourceWork work) {
        throw new UnsupportedOperationException(kind());
    }
}
