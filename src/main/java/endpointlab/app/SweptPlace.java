package endpointlab.app;

import endpointlab.lab.LabState;
import endpointlab.store.InstanceLock;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cloud to sweep.
 *
 * @param mode {@link LabState#PRACTICE} or {@link LabState#AWS}
 * @param way  how it and the labs in it are opened
 * @param own  the lab whose own practice cloud it is; empty for a cloud outside this process
 */
record SweptPlace(String region, String mode, LabAtWork.Way way, Optional<LabState> own) {

    /**
     * Opens the cloud, unless it is open, lets somebody look into it and closes it again. A practice cloud of our own is locked meanwhile, as
     * two processes would spoil its world.
     *
     * @throws endpointlab.lab.ProblemException if it can't be opened
     */
    <T> T look(Surroundings around, LabShelf shelf, Function<Cloud, T> looking) {
        if (way.opened().isPresent()) {
            return looking.apply(way.opened().get());
        }
        if (own.isEmpty()) {
            try (Cloud cloud = around.clouds().at(way.address().orElseThrow(), region, way.profile(), way.pace())) {
                return looking.apply(cloud);
            }
        }
        LabState lab = own.get();
        try (InstanceLock lock = InstanceLock.acquire(shelf.home(), lab.runId(), "endpointlab sweep");
             Cloud cloud = around.clouds().own(shelf.home().practice(lab.runId()), region, lab.seed(), way.pace())) {
            return looking.apply(cloud);
        }
    }
}
