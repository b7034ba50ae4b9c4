package endpointlab.practice.machine;

import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.world.Timing;

/** What every machine of a practice cloud shares. */
record Surroundings(DataPlane plane, LabScheduler scheduler, Timing timing, String region, MachineStore store,
                    MetadataService metadata) {
}
