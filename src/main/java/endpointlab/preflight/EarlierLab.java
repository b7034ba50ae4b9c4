package endpointlab.preflight;

/**
 * What an earlier run of the lab left behind.
 *
 * @param runId     value of its tag
 * @param resources how many of its resources are still there
 */
public record EarlierLab(String runId, int resources) {
}
