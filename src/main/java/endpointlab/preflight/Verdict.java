package endpointlab.preflight;

import java.util.Locale;

/** What a line of the preflight means for the lab, from best to worst. */
public enum Verdict {
    OK,
    /** AWS has no way to tell before the call is made. */
    UNKNOWN, WARNING,
    /** The lab would fail. */
    STOP;

    /** As in machine-readable output, such as {@code ok}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
