package endpointlab.practice.document;

import java.util.List;
import java.util.Locale;

/**
 * A file that somebody wrote can't be used. The message is one English sentence; a front that speaks other languages
 * makes its own from the parts.
 */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; the arguments of each in the order of {@link #arguments}. */
    public enum Fault {
        /** File, reason. */
        UNREADABLE("%s can't be read: %s."),
        /** File, line, column. */
        SYNTAX("%s is no JSON: line %s, column %s."),
        /** File, path, what is there, what is allowed. */
        UNKNOWN_FIELD("%s, %s: \"%s\" is not known here; allowed is %s."),
        /** File, path, the field. */
        MISSING_FIELD("%s, %s: \"%s\" is missing."),
        /** File, path, what is there, what is allowed. */
        BAD_VALUE("%s, %s: %s can't be used; allowed is %s."),
        /** File, path, what is there, what is supported. */
        UNSUPPORTED("%s, %s: the practice cloud doesn't support %s; it supports %s.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Fault fault;
    private final List<String> arguments;

    DocumentException(Fault fault, List<String> arguments, Throwable cause) {
        super(String.format(Locale.ROOT, fault.sentence, arguments.toArray()), cause);
        this.fault = fault;
        this.arguments = List.copyOf(arguments);
    }

    public Fault fault() {
        return fault;
    }

    public List<String> arguments() {
        return arguments;
    }
}
