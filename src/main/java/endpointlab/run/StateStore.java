package endpointlab.run;

import endpointlab.lab.LabState;
import java.io.IOException;

/** Keeps a lab's state. */
@FunctionalInterface
public interface StateStore {

    /**
     * Saves the state, whole, in place of the one before. When this returns it survives a crash.
     *
     * @throws IOException if it could not be saved; the state saved before is then still there
     */
    void save(LabState state) throws IOException;
}
