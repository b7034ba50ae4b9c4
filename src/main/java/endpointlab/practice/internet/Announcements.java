package endpointlab.practice.internet;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that the data plane let pass, by the loopback port they come from. A server lets in what is
 * announced and refuses the rest, so that no other process on this computer gets around the judge. Safe for use by
 * any thread.
 */
public final class Announcements {

    private final Map<Integer, Caller> callers = new ConcurrentHashMap<>();

    void announce(Caller caller) {
        callers.put(caller.port(), caller);
    }

    void withdraw(Caller caller) {
        callers.remove(caller.port(), caller);
    }

    /** Who connects from {@code remote}; empty for connections that nobody announced. */
    public Optional<Caller> from(SocketAddress remote) {
        return remote instanceof InetSocketAddress address && address.getAddress().isLoopbackAddress()
                ? Optional.ofNullable(callers.get(address.getPort()))
                : Optional.empty();
    }
}
