package endpointlab.userdata;

/** Unwinds a shell that ends, such as by {@code exit} or {@code set -e}. */
final class ShellExit extends RuntimeException {

    private final int status;

    ShellExit(int status) {
        super("exit " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
