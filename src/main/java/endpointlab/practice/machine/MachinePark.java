package endpointlab.practice.machine;

import endpointlab.clock.LabClock;
import endpointlab.network.Flow;
import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.world.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All machines of the practice cloud. They boot on the lab clock and are kept on disk as they change, so that
 * {@link #restore} brings them back with their files, services and host keys, even after the app was killed.
 */
public final class MachinePark implements Machines, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MachinePark.class);

    /** How long a change may stay in memory alone; wall time. */
    private static final Duration SAVE_INTERVAL = Duration.ofMillis(400);

    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final Surroundings surroundings;

    /**
     * @param region    Region whose names the machines use
     * @param directory where the machines' disks and host keys are kept
     */
    public MachinePark(DataPlane plane, LabClock clock, Timing timing, String region, Path directory) {
        LabScheduler scheduler = new LabScheduler(clock);
        MetadataService metadata = new MetadataService(plane, region, id -> find(id).map(Machine::spec));
        this.surroundings = new Surroundings(plane, scheduler, timing, region, new MachineStore(directory), metadata);
        scheduler.repeat(SAVE_INTERVAL, "saving the machines", this::save);
    }

    /**
     * Brings back the machines whose disks are in the directory, as they were. What became due meanwhile happens at
     * once.
     *
     * @throws IOException if the directory can't be read
     */
    public void restore() throws IOException {
        for (MachineState state : surroundings.store().load()) {
            switchOn(state);
        }
    }

    @Override
    public void launch(MachineSpec spec) {
        try {
            switchOn(Machine.brandNew(spec, Timeline.draw(spec, surroundings.timing())));
        } catch (IOException noDisk) {
            LOG.error("machine of {} can't be made", spec.instanceId(), noDisk);
        }
    }

    private void switchOn(MachineState state) throws IOException {
        String instanceId = state.spec().instanceId();
        Machine machine = new Machine(state, surroundings.store().hostKeys(instanceId), surroundings);
        if (machines.putIfAbsent(instanceId, machine) == null) {
            machine.save();
            machine.switchOn(state.services());
        }
    }

    @Override
    public void terminate(String instanceId) {
        Machine machine = machines.remove(instanceId);
        if (machine == null) {
            return;
        }
        machine.close();
        try {
            surroundings.store().forget(instanceId);
        } catch (IOException left) {
            LOG.error("the disk of {} can't be deleted", instanceId, left);
        }
    }

    /** Ids of the machines that are switched on. */
    public List<String> instanceIds() {
        return machines.keySet().stream().sorted().toList();
    }

    @Override
    public String consoleOutput(String instanceId) {
        Instant now = surroundings.scheduler().clock().now();
        return find(instanceId).filter(machine -> !now.isBefore(machine.timeline().consoleAt()))
                .map(machine -> machine.console().text()).orElse("");
    }

    @Override
    public boolean isListening(String instanceId, int port) {
        return surroundings.plane().listeners().loopbackPort(instanceId, port).isPresent();
    }

    @Override
    public OptionalInt httpStatus(Flow flow, String path) {
        return HealthCheckRequest.status(surroundings.plane(), flow, path);
    }

    private Optional<Machine> find(String instanceId) {
        return Optional.ofNullable(machines.get(instanceId));
    }

    private void save() throws IOException {
        for (Machine machine : machines.values()) {
            machine.save();
        }
    }

    /** Switches every machine off; their disks stay. */
    @Override
    public void close() {
        try {
            save();
        } catch (IOException lost) {
            LOG.error("the machines can't be saved", lost);
        }
        machines.values().forEach(Machine::close);
        machines.clear();
        surroundings.metadata().close();
        surroundings.scheduler().close();
    }
}
