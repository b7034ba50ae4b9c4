package endpointlab.ui.shared;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a command that failed is told to the learner. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {
    }

    /** What the learner is told; the rest goes to the log. */
    public static Problem problemOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause instanceof ProblemException known) {
            LOG.warn("a command failed", known);
            return known.problem();
        }
        LOG.error("a command failed", cause);
        return new Problem("Unexpected", "problem.unexpected.cause", "problem.unexpected.remedy", List.of(""), "",
                String.valueOf(cause), "");
    }
}
