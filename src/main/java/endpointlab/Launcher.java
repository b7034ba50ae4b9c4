package endpointlab;

import endpointlab.app.Program;

/** Start of the program; no JavaFX class, so that what is missing for a window can be told before it is needed. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        System.exit(Program.run(args));
    }
}
