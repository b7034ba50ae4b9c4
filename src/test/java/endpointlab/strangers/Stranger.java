package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that we didn't write, let loose on a practice cloud of its own: it runs as a process that knows nothing of
 * AWS but the practice cloud's address and keys.
 */
final class Stranger implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 550;

    final PracticeCloud cloud;
    private final Path directory;

    /** @param pace fast, but not so fast that a process is slower than what it asks for */
    Stranger(Path directory, Pace pace) throws IOException {
        this.directory = directory;
        this.cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", pace, 4, directory.resolve("cloud")));
    }

    /** How a process ended. */
    record Ran(int exit, String out, String err) {
    }

    /** Runs a command until it ends. */
    Ran run(List<String> command) throws IOException, InterruptedException {
        return run(command, Map.of());
    }

    /** As {@link #run(List)}, with environment variables of the program's own. */
    Ran run(List<String> command, Map<String, String> more) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(Stranger::isOfTheRealWorld);
        builder.environment().putAll(surroundings());
        builder.environment().putAll(more);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s ended in time", command).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static boolean isOfTheRealWorld(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.endsWith("_PROXY") || upper.startsWith("AWS_") || upper.startsWith("PYTHON")
                || upper.startsWith("TF_");
    }

    private Map<String, String> surroundings() {
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", cloud.endpoint().toString()),
                Map.entry("AWS_ACCESS_KEY_ID", cloud.credentials().accessKeyId()),
                Map.entry("AWS_SECRET_ACCESS_KEY", cloud.credentials().secretAccessKey()),
                Map.entry("AWS_DEFAULT_REGION", cloud.region()),
                Map.entry("AWS_CONFIG_FILE", directory.resolve("no-config").toString()),
                Map.entry("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("no-credentials").toString()),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                Map.entry("AWS_PAGER", ""),
                Map.entry("PRACTICE_ENDPOINT", cloud.endpoint().toString()),
                Map.entry("PRACTICE_REGION", cloud.region()),
                Map.entry("PRACTICE_ACCESS_KEY_ID", cloud.credentials().accessKeyId()),
                Map.entry("PRACTICE_SECRET_ACCESS_KEY", cloud.credentials().secretAccessKey()),
                Map.entry("PRACTICE_SOCKS", socks()),
                Map.entry("PRACTICE_CONNECT", connect()),
                Map.entry("PYTHONUTF8", "1"),
                Map.entry("PYTHONDONTWRITEBYTECODE", "1"));
    }

    private String socks() {
        return "127.0.0.1:" + cloud.socks().getPort();
    }

    /** Our own command as an {@code ssh} {@code ProxyCommand}. */
    private String connect() {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                + System.getProperty("java.class.path") + " endpointlab.Launcher connect %h %p --socks " + socks();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
