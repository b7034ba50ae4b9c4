package endpointlab.userdata;

/**
 * How much a script, with all shells that it starts, may still do: commands, bytes moved and depth of calls. Depth is
 * limited in any case, since bash would end by a segmentation fault there, and this process with it.
 */
final class Limits {

    /** Commands inside commands, counted over all shells: several times what anybody writes, and what a stack holds. */
    private static final int DEEPEST = 150;
    private static final int BYTES_PER_STEP = 4096;
    private static final int SEGMENTATION_FAULT = 139;
    private static final int KILLED = 137;

    private long stepsLeft = Long.MAX_VALUE;
    private long bytesLeft = Long.MAX_VALUE;
    private int depth;

    void limitSteps(long steps) {
        stepsLeft = steps;
        bytesLeft = steps * BYTES_PER_STEP;
    }

    /** @throws ShellExit if that was too much */
    void step() {
        if (--stepsLeft < 0) {
            throw new ShellExit(KILLED);
        }
    }

    /** Counts what a command reads or writes. */
    void move(long bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new ShellExit(KILLED);
        }
    }

    /** @throws ShellExit if it is too deep; {@link #leave} must follow only if it isn't */
    void enter() {
        if (depth >= DEEPEST) {
            throw new ShellExit(SEGMENTATION_FAULT);
        }
        depth++;
    }

    void leave() {
        depth--;
    }
}
