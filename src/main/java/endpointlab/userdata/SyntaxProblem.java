package endpointlab.userdata;

/** A script that bash could not parse either. */
final class SyntaxProblem extends Exception {

    private final int line;
    private final boolean incomplete;

    SyntaxProblem(int line, String message, boolean incomplete) {
        super(message);
        this.line = line;
        this.incomplete = incomplete;
    }

    int line() {
        return line;
    }

    /** Whether more lines could make it complete, such as an open quote. */
    boolean isIncomplete() {
        return incomplete;
    }
}
