package endpointlab.practice.ec2;

import endpointlab.network.Flow;
import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.machine.Machines;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is told. */
public final class TestMachines implements Machines {

    public final List<MachineSpec> launched = new CopyOnWriteArrayList<>();
    public final List<String> terminated = new CopyOnWriteArrayList<>();
    public final Map<String, String> consoles = new ConcurrentHashMap<>();

    @Override
    public void launch(MachineSpec spec) {
        launched.add(spec);
    }

    @Override
    public void terminate(String instanceId) {
        terminated.add(instanceId);
    }

    @Override
    public String consoleOutput(String instanceId) {
        return consoles.getOrDefault(instanceId, "");
    }

    @Override
    public boolean isListening(String instanceId, int port) {
        return false;
    }

    @Override
    public OptionalInt httpStatus(Flow flow, String path) {
        return OptionalInt.empty();
    }
}
