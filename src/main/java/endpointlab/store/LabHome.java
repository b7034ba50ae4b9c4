package endpointlab.store;

import java.nio.file.Path;
import java.util.regex.Pattern;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where everything lies that outlives the app.
 *
 * @param root absolute path; need not exist yet
 */
public record LabHome(Path root) {

    private static final Pattern RUN_ID = Pattern.compile("[a-z0-9]{8}");

    public LabHome {
        root = root.toAbsolutePath().normalize();
    }

    /** The system's own place for application data, such as {@code ~/.local/share/endpointlab}. */
    public static LabHome ofUser() {
        return new LabHome(Path.of(AppDirsFactory.getInstance().getUserDataDir("endpointlab", null, null)));
    }

    public Path labs() {
        return root.resolve("labs");
    }

    /** @throws IllegalArgumentException if {@code runId} is none, so that no name leads out of the home */
    public Path lab(String runId) {
        if (!isRunId(runId)) {
            throw new IllegalArgumentException("not a run id: " + runId);
        }
        return labs().resolve(runId);
    }

    public Path stateFile(String runId) {
        return lab(runId).resolve("lab.json");
    }

    /** The state before the last one that was saved. */
    Path previousStateFile(String runId) {
        return lab(runId).resolve("lab.previous.json");
    }

    /** How the run was begun. */
    Path begunStateFile(String runId) {
        return lab(runId).resolve("lab.begun.json");
    }

    /** What the practice cloud keeps of this lab's world. */
    public Path practice(String runId) {
        return lab(runId).resolve("practice");
    }

    public Path lockFile(String runId) {
        return lab(runId).resolve("lab.lock");
    }

    public Path log() {
        return root.resolve("log").resolve("endpointlab.log");
    }

    /** Where labs of other machines are kept while a sweep cleans them up, so that no other command goes on with them. */
    public LabHome swept() {
        return new LabHome(root.resolve("swept"));
    }

    /** Whether this can be the id of a run: 8 lower-case letters and digits. */
    public static boolean isRunId(String name) {
        return RUN_ID.matcher(name).matches();
    }
}
