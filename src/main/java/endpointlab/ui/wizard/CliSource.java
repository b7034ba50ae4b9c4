package endpointlab.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the AWS CLI tab takes its commands from. */
@FunctionalInterface
public interface CliSource {

    /**
     * The commands that make one resource, from the requests themselves: with the real ids once they were sent, before
     * that with {@code $NAMES} in the place of ids that aren't known yet.
     *
     * @param specId resource in the lab
     * @return in order of use; completes on any thread; empty if there is nothing to call
     */
    CompletableFuture<List<String>> commands(String specId);

    /** What points the AWS CLI at the lab's own practice cloud; empty in every other cloud, above all in AWS. */
    default Optional<CliEnvironment> environment() {
        return Optional.empty();
    }
}
