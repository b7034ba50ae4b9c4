package endpointlab.aws;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Builds SDK clients that don't read the machine's profile files. The SDK reads the files once for every client that
 * is built, whatever the client's own settings say, and fails if one is malformed; only the two settings that name
 * the files keep it from that. They are set while clients are built and put back after.
 */
final class NoProfileFiles {

    private static final List<String> SETTINGS = List.of("aws.configFile", "aws.sharedCredentialsFile");
    /** The settings are the whole process's. */
    private static final Object LOCK = new Object();

    private NoProfileFiles() {
    }

    static <T> T during(Supplier<T> build) {
        synchronized (LOCK) {
            Map<String, String> before = new HashMap<>();
            SETTINGS.forEach(name -> before.put(name, System.getProperty(name)));
            String missing = Path.of(System.getProperty("java.io.tmpdir"), "no-" + UUID.randomUUID()).toString();
            SETTINGS.forEach(name -> System.setProperty(name, missing));
            try {
                return build.get();
            } finally {
                before.forEach(NoProfileFiles::restore);
            }
        }
    }

    private static void restore(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
