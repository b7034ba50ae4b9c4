package endpointlab.ui.shared;

import endpointlab.clock.LabClock;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.run.LabSession;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** A lab that is open in the window: its session and what belongs to it. */
public interface OpenLab extends AutoCloseable {

    Lab lab();

    DiagramSpec diagram();

    LabSession session();

    /** Lab time, the same that the practice cloud runs on. */
    LabClock clock();

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

    /** Ends what runs; the state is saved and can be opened again. */
    @Override
    void close();

    /** What a remote command printed. */
    record RemoteOutput(String command, int exit, String output, String errors) {
    }
}
