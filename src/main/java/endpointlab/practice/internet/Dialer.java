package endpointlab.practice.internet;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the real connections on loopback, each announced before the server can accept it. */
final class Dialer implements AutoCloseable {

    /** Guards a connect that the kernel answers at once; wall time. */
    private static final int CONNECT_GUARD_MILLIS = 10_000;

    private final Announcements announcements;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Dialer(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * A connection that may pass.
     *
     * @param loopbackPort where the server really listens
     * @param address      IPv4 address that is dialled in the practice internet
     * @param sourceSeen   source address that the server sees
     * @param reached      the instance at the other end, empty if none
     * @param from         the instance at this end, empty if none
     */
    record Call(int loopbackPort, String address, String sourceSeen, String reached, String from) {
    }

    /** @return empty if the server is gone */
    Optional<Connection> dial(Call call, Duration opening) throws IOException {
        // Without NO_PROXY the JDK would ask the socksProxyHost property.
        Socket socket = new Socket(Proxy.NO_PROXY);
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            socket.bind(new InetSocketAddress(loopback, 0));
        } catch (IOException noPort) {
            socket.close();
            throw noPort;
        }
        Caller caller = new Caller(call.sourceSeen(), socket.getLocalPort(), call.reached());
        announcements.announce(caller);
        try {
            socket.connect(new InetSocketAddress(loopback, call.loopbackPort()), CONNECT_GUARD_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException failed) {
            announcements.withdraw(caller);
            socket.close();
            if (failed instanceof ConnectException) {
                return Optional.empty();
            }
            throw failed;
        }
        return Optional.of(register(socket, new Connection.Route(call.address(), caller, call.from()), opening));
    }

    private Connection register(Socket socket, Connection.Route route, Duration opening) {
        Connection connection = new Connection(socket, route, opening, ended -> {
            open.remove(ended);
            announcements.withdraw(route.caller());
        });
        open.add(connection);
        if (closed) {
            connection.close();
        }
        return connection;
    }

    /** Ends every connection that has the instance at one end. */
    void cut(String instanceId) {
        open.stream().filter(connection -> connection.touches(instanceId)).forEach(Connection::close);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Connection::close);
    }
}
