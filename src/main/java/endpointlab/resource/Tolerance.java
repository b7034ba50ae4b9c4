package endpointlab.resource;

import endpointlab.lab.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads answers that are errors to AWS and none to us. */
final class Tolerance {

    private Tolerance() {
    }

    /** The answer, or nothing if what was asked for isn't there. */
    static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ProblemException problem) {
            if (isNotFound(problem.problem().code())) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** Deletes something that may be gone already. */
    static void unlessGone(Supplier<?> call) {
        ifThere(() -> Optional.ofNullable(call.get()));
    }

    /** Carries out a call; {@code true} unless AWS answered with one of these codes. */
    static boolean unless(Set<String> codes, Supplier<?> call) {
        try {
            call.get();
            return true;
        } catch (ProblemException problem) {
            if (codes.contains(problem.problem().code())) {
                return false;
            }
            throw problem;
        }
    }

    static boolean isNotFound(String code) {
        return code.endsWith("NotFound") || code.endsWith("NotFoundException");
    }
}
