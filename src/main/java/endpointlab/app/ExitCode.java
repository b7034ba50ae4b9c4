package endpointlab.app;

/** What the terminal front tells scripts when it ends. */
final class ExitCode {

    static final int DONE = 0;
    /** The lab failed. */
    static final int FAILED = 1;
    /** Nothing was done, because what was asked makes no sense. */
    static final int BAD_INPUT = 2;
    /** Clean-up ran to its end and something is still there. */
    static final int LEFT_OVER = 3;
    /** As shells report an interrupt: 128 + SIGINT. */
    static final int CANCELLED = 130;

    private ExitCode() {
    }
}
