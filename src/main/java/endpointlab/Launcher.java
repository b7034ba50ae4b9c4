package endpointlab;

/** Start of the program. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] args) {
        System.exit(0);
    }
}
