package endpointlab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine. Where that is missing the test is skipped and says by name what and why. */
public final class Needs {

    private Needs() {
    }

    /**
     * @param name      of an executable on the {@code PATH}
     * @param otherwise what isn't tried without it, as a clause
     */
    public static void program(String name, String otherwise) {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                name + " isn't on this machine, so " + otherwise);
    }

    /** @param otherwise what isn't tried without them, as a clause */
    public static void posixRights(String otherwise) {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "the files of this machine have no POSIX rights, so " + otherwise);
    }
}
