package endpointlab.app;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.document.DocumentException;
import endpointlab.practice.fault.FaultScript;
import endpointlab.practice.policy.Policy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a practice cloud shall do to its user: faults and a policy, each from a file that is read again when it
 * changes.
 *
 * @param faults file of a fault script
 * @param policy file of an IAM policy
 */
record Trouble(Optional<Path> faults, Optional<Path> policy) {

    /** A cloud that does no harm. */
    static Trouble none() {
        return new Trouble(Optional.empty(), Optional.empty());
    }

    /**
     * From two options of a command line, {@code null} if not given.
     *
     * @throws BadInput if a file can't be used
     */
    static Trouble of(String faults, String policy) {
        Trouble trouble = new Trouble(path("--faults", faults), path("--policy", policy));
        trouble.faults.ifPresent(file -> checked(FaultScript::read, file));
        trouble.policy.ifPresent(file -> checked(Policy::read, file));
        return trouble;
    }

    boolean isNone() {
        return faults.isEmpty() && policy.isEmpty();
    }

    /**
     * Switches both on. The caller closes what is returned, which watches the files.
     *
     * @throws DocumentException if a file can't be used any more
     */
    FileWatch switchOn(PracticeCloud cloud) {
        faults.ifPresent(file -> cloud.faults(FaultScript.read(file)));
        policy.ifPresent(file -> cloud.enforce(Policy.read(file)));
        FileWatch watch = new FileWatch();
        faults.ifPresent(file -> watch.onChange(file, () -> cloud.faults(FaultScript.read(file))));
        policy.ifPresent(file -> watch.onChange(file, () -> cloud.enforce(Policy.read(file))));
        return watch;
    }

    /** A sentence of its own for every fault of a document. */
    private static BadInput badInput(DocumentException wrong) {
        return (BadInput) BadInput.of(text(wrong), wrong.arguments().toArray(String[]::new)).initCause(wrong);
    }

    static ProblemException problem(DocumentException wrong) {
        return new ProblemException(new Problem("TroubleFile", "terminal.bad." + text(wrong),
                "terminal.trouble-file.remedy", wrong.arguments(), "", "", ""), wrong);
    }

    private static String text(DocumentException wrong) {
        return switch (wrong.fault()) {
            case UNREADABLE -> "document-unreadable";
            case SYNTAX -> "document-syntax";
            case UNKNOWN_FIELD -> "document-unknown-field";
            case MISSING_FIELD -> "document-missing-field";
            case BAD_VALUE -> "document-bad-value";
            case UNSUPPORTED -> "document-unsupported";
        };
    }

    private static Optional<Path> path(String option, String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException noPath) {
            throw (BadInput) BadInput.of("document-path", option, text).initCause(noPath);
        }
    }

    private static void checked(Function<Path, ?> read, Path file) {
        try {
            read.apply(file);
        } catch (DocumentException wrong) {
            throw badInput(wrong);
        }
    }
}
