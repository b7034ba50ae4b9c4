package endpointlab.ui.shared;

import endpointlab.clock.LabClock;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.run.LabSession;

/** A lab that is open in the window: its session and what belongs to it. */
public interface OpenLab extends LabReach, AutoCloseable {

    Lab lab();

    DiagramSpec diagram();

    LabSession session();

    /** Lab time, the same that the practice cloud runs on. */
    LabClock clock();

    /** Ends what runs; the state is saved and can be opened again. */
    @Override
    void close();
}
