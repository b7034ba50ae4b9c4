package endpointlab.practice.internet;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the processes of machines accept connections: from an instance and its TCP port to the real port on
 * 127.0.0.1 behind it. Safe for use by any thread.
 */
public final class Listeners {

    private final Map<Key, Integer> loopbackPorts = new ConcurrentHashMap<>();

    private record Key(String instanceId, int port) {
    }

    /** From now on a process of the instance listens on {@code port}. */
    public void open(String instanceId, int port, int loopbackPort) {
        loopbackPorts.put(new Key(instanceId, port), loopbackPort);
    }

    public void close(String instanceId, int port) {
        loopbackPorts.remove(new Key(instanceId, port));
    }

    public void closeAll(String instanceId) {
        loopbackPorts.keySet().removeIf(key -> key.instanceId().equals(instanceId));
    }

    /** The real port on 127.0.0.1; empty if nothing listens. */
    public OptionalInt loopbackPort(String instanceId, int port) {
        Integer found = loopbackPorts.get(new Key(instanceId, port));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
