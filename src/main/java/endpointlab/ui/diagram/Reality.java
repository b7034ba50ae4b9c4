package endpointlab.ui.diagram;

/** What a check really saw at the far end, beside what the judge of reachability says of the way. */
public enum Reality {
    /** Nobody tried. */
    UNKNOWN,
    /** The expected answer came. */
    ANSWERED,
    /** Another answer came than the expected one. */
    OTHER_ANSWER,
    /** Nothing listened on the port: connection refused (curl exit 7). */
    REFUSED,
    /** No answer in time (curl exit 28). */
    SILENT
}
