package endpointlab.userdata;

/** Unwinds to the innermost loop: {@code break} or {@code continue}. */
final class LoopControl extends RuntimeException {

    private final boolean ends;

    LoopControl(boolean ends) {
        super(ends ? "break" : "continue", null, false, false);
        this.ends = ends;
    }

    boolean ends() {
        return ends;
    }
}
