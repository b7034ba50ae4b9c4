package endpointlab.run;

import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import java.util.Optional;

/** Runs one kind of check from outside, as a person would. */
public interface Probe {

    /** The kind of check it runs, such as {@code http-page} or {@code ssh-curl}. */
    String kind();

    /**
     * Runs the check. Blocks; what isn't up yet is waited for, within bounds of its own.
     *
     * @return what was seen, also if it isn't what was expected
     * @throws endpointlab.lab.ProblemException           if nothing could be seen, such as no answer on port 22
     * @throws java.util.concurrent.CancellationException if {@link ProbeRequest#cancellation()} was cancelled
     */
    CheckResult run(ProbeRequest request);

    /** What is wrong with what {@link #run} saw, and what to do; empty if it is what was expected. */
    Optional<Problem> verdict(ProbeRequest request, CheckResult result);
}
