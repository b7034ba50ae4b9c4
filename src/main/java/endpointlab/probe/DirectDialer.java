package endpointlab.probe;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.probe.ConnectFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens connections straight from this computer, as to AWS itself. */
public final class DirectDialer implements Dialer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Optional<String>> address;

    public DirectDialer() {
        this(Optional::empty);
    }

    /** @param address finds out this computer's public address */
    public DirectDialer(Supplier<Optional<String>> address) {
        this.address = address;
    }

    @Override
    public Optional<String> address() {
        return address.get();
    }

    @Override
    public Socket open(String host, int port, LabClock clock, Cancellation cancellation) throws ConnectFailure {
        String to = host + ":" + port;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ConnectFailure(Kind.UNRESOLVABLE, host + " has no address", null);
        }
        Socket socket = new Socket();
        boolean open = false;
        try (Cancellation.Registration registration = cancellation.onCancel(() -> Sockets.close(socket))) {
            socket.connect(address, Guards.millis(clock, PATIENCE));
            socket.setTcpNoDelay(true);
            open = true;
            return socket;
        } catch (SocketTimeoutException silent) {
            throw new ConnectFailure(Kind.TIMED_OUT, to + " did not answer", silent);
        } catch (ConnectException refused) {
            throw new ConnectFailure(Kind.REFUSED, to + " refused", refused);
        } catch (IOException broken) {
            cancellation.throwIfCancelled();
            throw new ConnectFailure(Kind.NO_NETWORK, to + " can't be reached from here", broken);
        } finally {
            if (!open) {
                Sockets.close(socket);
            }
        }
    }
}
