package endpointlab.practice.internet;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection of the practice internet. */
public final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Socket socket;
    private final Route route;
    private final Duration opening;
    private final Consumer<Connection> atClose;

    /**
     * Between whom a connection is.
     *
     * @param address IPv4 address that was dialled
     * @param caller  whom the other side takes us for
     * @param from    the instance at this end, empty if none
     */
    record Route(String address, Caller caller, String from) {
    }

    Connection(Socket socket, Route route, Duration opening, Consumer<Connection> atClose) {
        this.socket = socket;
        this.route = route;
        this.opening = opening;
        this.atClose = atClose;
    }

    /** The real socket, connected on loopback. Close the connection, not the socket. */
    public Socket socket() {
        return socket;
    }

    /** IPv4 address that was dialled. */
    public String address() {
        return route.address();
    }

    /** Whom the other side takes us for. */
    public Caller caller() {
        return route.caller();
    }

    /** Lab time it took to open it. */
    public Duration opening() {
        return opening;
    }

    /** Whether the instance is at one of the two ends. */
    boolean touches(String instanceId) {
        return instanceId.equals(route.from()) || instanceId.equals(route.caller().instanceId());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("closing a connection to {}", route.address(), alreadyBroken);
        } finally {
            atClose.accept(this);
        }
    }
}
