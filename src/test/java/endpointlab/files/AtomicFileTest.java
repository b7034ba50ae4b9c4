package endpointlab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path directory;

    @Test
    void writesUtf8AndMakesParents() throws Exception {
        Path file = directory.resolve("a/b/c.json");

        AtomicFile.writeText(file, "承諾待ち");

        assertThat(Files.readAllBytes(file)).isEqualTo("承諾待ち".getBytes(StandardCharsets.UTF_8));
        assertThat(filesIn(file.getParent())).containsExactly("c.json");
    }

    @Test
    void replacesOldContent() throws Exception {
        Path file = directory.resolve("state");
        AtomicFile.writeText(file, "a long old content");

        AtomicFile.write(file, new byte[] {1, 2});

        assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    }

    @Test
    void failureHalfwayLeavesTheOldContentAndNoRubbish() throws Exception {
        Path file = directory.resolve("state");
        AtomicFile.writeText(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("disk full");
        })).isInstanceOf(IOException.class).hasMessage("disk full");

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("old");
        assertThat(filesIn(directory)).containsExactly("state");
    }

    @Test
    void failureOfTheMoveLeavesNoRubbish() throws Exception {
        Path occupied = Files.createDirectories(directory.resolve("state/full")).getParent();

        assertThatThrownBy(() -> AtomicFile.writeText(occupied, "new")).isInstanceOf(IOException.class);

        assertThat(filesIn(directory)).containsExactly("state");
    }

    @Test
    void ownerOnlyEvenOverALooserFile() throws Exception {
        Needs.posixRights("it isn't looked at who may read the file");
        Path file = directory.resolve("key.pem");
        Files.writeString(file, "old", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        AtomicFile.writeOwnerOnly(file, "secret".getBytes(StandardCharsets.UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("secret");
    }

    @Test
    void concurrentWritersNeverMix() throws Exception {
        Path file = directory.resolve("state");
        List<String> contents = IntStream.range(0, 8).mapToObj(i -> String.valueOf(i).repeat(50_000)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> writes = threads.invokeAll(contents.stream()
                    .map(text -> Executors.callable(() -> write(file, text))).toList());
            for (Future<Object> write : writes) {
                write.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isIn(contents);
        assertThat(filesIn(directory)).containsExactly("state");
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.writeText(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
