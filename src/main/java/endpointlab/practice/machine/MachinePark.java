package endpointlab.practice.machine;

import endpointlab.clock.LabClock;
import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.world.Timing;
import java.io.IOException;
import java.nio.file.Path;

/** All machines of the practice cloud. */
public final class MachinePark implements Machines, AutoCloseable {

    /**
     * @param region    Region whose names the machines use
     * @param directory where the machines' disks and host keys are kept
     */
    public MachinePark(DataPlane plane, LabClock clock, Timing timing, String region, Path directory) {
    }

    /** Brings back the machines whose disks are in the directory, as they were. */
    public void restore() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void launch(MachineSpec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void terminate(String instanceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String consoleOutput(String instanceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isListening(String instanceId, int port) {
        throw new UnsupportedOperationException();
    }

    /** Powers every machine off; their disks stay. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
