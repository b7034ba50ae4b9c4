package endpointlab.ui.wizard;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.Texts;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a background task failed with, in words for the learner; what is a mistake of ours goes to the log. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Texts texts;

    Failures(Texts texts) {
        this.texts = texts;
    }

    String sentence(Throwable failure) {
        Optional<Problem> problem = problem(failure);
        if (problem.isEmpty()) {
            LOG.error("a task of the window failed", failure);
            return texts.text("wizard.failed");
        }
        Object[] arguments = problem.get().arguments().toArray();
        return texts.text("wizard.two-sentences", texts.text(problem.get().cause(), arguments),
                texts.text(problem.get().remedy(), arguments));
    }

    private static Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? Optional.of(known.problem()) : Optional.empty();
    }
}
