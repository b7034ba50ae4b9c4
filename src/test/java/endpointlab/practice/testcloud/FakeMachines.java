package endpointlab.practice.testcloud;

import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.machine.Machines;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Machines whose ports a test opens and closes. */
public final class FakeMachines implements Machines {

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    public void open(String instanceId, int port) {
        open.add(instanceId + ":" + port);
    }

    public void close(String instanceId, int port) {
        open.remove(instanceId + ":" + port);
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
}
