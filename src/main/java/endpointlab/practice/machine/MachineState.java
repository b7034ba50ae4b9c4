package endpointlab.practice.machine;

import endpointlab.userdata.FileEntry;
import endpointlab.userdata.Services.Service;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a machine while the practice cloud is closed; its host keys are in files of their own.
 *
 * @param stage    how far it has booted
 * @param files    its disk by absolute path
 * @param services its units and whether they run
 * @param console  what its console has printed
 */
public record MachineState(MachineSpec spec, Timeline timeline, Stage stage, Map<String, FileEntry> files,
                           List<Service> services, String console) {

    /** How far a machine has booted. */
    public enum Stage {
        /** Its kernel has not started. */
        OFF,
        /** Its kernel has started, sshd hasn't. */
        KERNEL,
        /** sshd answers; user data has not run to its end, and is run again after an interruption. */
        SSHD,
        /** User data has run. */
        BOOTED
    }
}
