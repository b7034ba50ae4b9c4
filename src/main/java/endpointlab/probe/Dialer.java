package endpointlab.probe;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.net.Socket;
import java.util.Optional;

/** Opens TCP connections to the lab, through the practice internet or straight. */
@FunctionalInterface
public interface Dialer {

    /**
     * Opens a connection.
     *
     * @param host IPv4 literal or DNS name
     * @return the open socket; the caller closes it
     * @throws ConnectFailure if it could not be opened
     * @throws java.util.concurrent.CancellationException if cancelled before
     */
    Socket open(String host, int port, LabClock clock, Cancellation cancellation) throws ConnectFailure;

    /** The public IPv4 address that connections come from; empty if it isn't known. May take some seconds. */
    default Optional<String> address() {
        return Optional.empty();
    }
}
