package endpointlab.userdata;

/**
 * How a shell's own error lines begin.
 *
 * @param name     the shell's or script's name, {@code $0}
 * @param numbered whether the line number follows
 */
public record Complaints(String name, boolean numbered) {

    /** As of a login shell: {@code -bash: }. */
    public static Complaints ofLoginShell() {
        return new Complaints("-bash", false);
    }

    /** As of a script: {@code name: line 3: }. */
    public static Complaints ofScript(String name) {
        return new Complaints(name, true);
    }

    String prefix(int line) {
        return numbered ? name + ": line " + line + ": " : name + ": ";
    }
}
