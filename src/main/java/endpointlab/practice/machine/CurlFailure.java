package endpointlab.practice.machine;

/** An error of curl, with its exit code. */
final class CurlFailure extends Exception {

    private final int code;
    private final boolean usage;

    CurlFailure(int code, String message) {
        this(code, message, false);
    }

    private CurlFailure(int code, String message, boolean usage) {
        super(message);
        this.code = code;
        this.usage = usage;
    }

    /** A command line that curl doesn't understand. */
    static CurlFailure usage(String message) {
        return new CurlFailure(2, message, true);
    }

    int code() {
        return code;
    }

    /** What curl prints. */
    String text() {
        return usage ? "curl: " + getMessage() + "\ncurl: try 'curl --help' or 'curl --manual' for more information"
                : "curl: (" + code + ") " + getMessage();
    }
}
