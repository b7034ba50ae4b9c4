package endpointlab.ui.shared;

import endpointlab.network.Flow;
import endpointlab.network.Path;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** What can be reached in an open lab, from outside and from inside. Futures complete on a background thread. */
public interface LabReach {

    /**
     * Runs one command on the customer instance over SSH, in a channel of its own.
     *
     * @return what it printed and its exit code
     */
    CompletableFuture<RemoteOutput> runOnCustomerInstance(String command);

    /**
     * An address that the user's browser can open to see what the load balancer's DNS name shows: in practice mode on
     * loopback, through the practice internet.
     */
    CompletableFuture<URI> publicPage();

    /** The way that a flow takes through the network as it is now. */
    CompletableFuture<Path> way(Flow flow);

    /** What a remote command printed. */
    record RemoteOutput(String command, int exit, String output, String errors) {
    }
}
