package endpointlab.practice.testcloud;

import endpointlab.network.Flow;
import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.machine.Machines;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Machines whose ports a test opens and closes, and whose web servers all answer the same. */
public final class FakeMachines implements Machines {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    public void open(String instanceId, int port) {
        open.add(instanceId + ":" + port);
    }

    public void close(String instanceId, int port) {
        open.remove(instanceId + ":" + port);
    }

    /** What is answered to a request for the path from now on; to others nothing is. */
    public void answer(String path, int status) {
        statuses.put(path, status);
    }

    @Override
    public void launch(MachineSpec spec) {
        // Every machine is there; what matters is which ports it has open.
    }

    @Override
    public void terminate(String instanceId) {
        open.removeIf(port -> port.startsWith(instanceId + ":"));
    }

    @Override
    public String consoleOutput(String instanceId) {
        return "";
    }

    @Override
    public boolean isListening(String instanceId, int port) {
        return open.contains(instanceId + ":" + port);
    }

    @Override
    public OptionalInt httpStatus(Flow flow, String path) {
        Integer status = statuses.get(path);
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
