package endpointlab.lab;

import java.util.Locale;

/** Where one resource of the lab stands; the diagram's vocabulary. */
public enum ResourceStatus {
    /** Not made (yet). */
    NOT_MADE,
    /** Intent is saved, the call to make it may have been sent. */
    CREATING,
    /** It exists and we wait for it to become ready, or for somebody (step 15's acceptance). */
    WAITING,
    READY,
    FAILED,
    DELETING,
    DELETED,
    /** It is no longer as the lab made it. */
    DRIFTED;

    /** The word used in files and in machine-readable output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
