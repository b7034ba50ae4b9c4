package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.hostile.Campaign;
import endpointlab.hostile.Footprint;
import endpointlab.hostile.SpoiledJson;
import endpointlab.store.CloudRecord;
import endpointlab.store.CloudRecords;
import endpointlab.store.LabHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files in the learner's home that somebody or something has spoiled: a sentence, and the lab goes on. */
@Timeout(3600)
class StateFileHostilityTest {

    @TempDir
    Path directory;
    private Path home;
    private Path lab;
    private Terminal terminal;

    /** A lab as far as step 4, with something to remember in each of its files. */
    @BeforeEach
    void begin() throws IOException {
        home = directory.resolve("home");
        terminal = new Terminal(home);
        assertThat(terminal.type("run", "--to", "4", "--pace", "instant", "--set", "step-1.cidr=10.7.0.0/16",
                "--set", "step-3.cidr=10.7.1.0/24")).isZero();
        try (Stream<Path> labs = Files.list(home.resolve("labs"))) {
            lab = labs.findFirst().orElseThrow();
        }
    }

    @Test
    void labStates() throws Exception {
        SpoiledJson spoiled = new SpoiledJson(Files.readAllBytes(lab.resolve("lab.json")));
        List<Saved> saved = List.of(Saved.of(lab.resolve("lab.json")), Saved.of(lab.resolve("lab.previous.json")),
                Saved.of(lab.resolve("lab.begun.json")));
        Footprint before = Footprint.now();
        new Campaign("lab.json", 100).run(spoiled::draw, content -> {
            for (Saved file : saved) {
                file.restore();
            }
            Files.write(lab.resolve("lab.json"), content);
            assertTold("status");
            removeAside(lab);
            Files.write(lab.resolve("lab.json"), content);
            assertTold("status", "--json");
            removeAside(lab);
        });
        before.awaitNoMoreThreadsOrSockets();
    }

    /** What status can live with, run and clean-up can, too. */
    @Test
    void labStatesThatAreWorkedOn() throws Exception {
        SpoiledJson spoiled = new SpoiledJson(Files.readAllBytes(lab.resolve("lab.json")));
        Path copy = directory.resolve("copy");
        copyAll(home, copy);
        new Campaign("lab.json at work", 2).run(spoiled::draw, content -> {
            deleteAll(home);
            copyAll(copy, home);
            Files.write(lab.resolve("lab.json"), content);
            assertTold("run", "--to", "5", "--pace", "instant", "--lang", "en");
            assertTold("cleanup", "--pace", "instant", "--json");
        });
    }

    @Test
    void cloudRecords() throws Exception {
        new CloudRecords(new LabHome(home)).save(lab.getFileName().toString(),
                new CloudRecord("http://127.0.0.1:1", "127.0.0.1:1", "brisk", null));
        SpoiledJson cloud = new SpoiledJson(Files.readAllBytes(lab.resolve("cloud.json")));
        new Campaign("cloud.json", 40).run(cloud::draw, content -> {
            Files.write(lab.resolve("cloud.json"), content);
            assertTold("cleanup", "--lang", "en");
        });
    }

    /** One of the exit codes that are documented, and sentences without Java in them. */
    private void assertTold(String... words) {
        int exit = terminal.type(words);
        assertThat(exit).isBetween(0, 3);
        String said = terminal.out() + terminal.err();
        assertThat(said).isNotBlank().doesNotContain("Exception", "\tat ", "endpointlab.", "java.", "Unexpected");
        if (exit != 0 && !List.of(words).contains("--json")) {
            assertThat(terminal.err()).isNotBlank();
        }
    }

    private static void removeAside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches(".*\\.(damaged|version)-.*"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** A file as it was. */
    private record Saved(Path file, byte[] content) {

        static Saved of(Path file) throws IOException {
            return new Saved(file, Files.readAllBytes(file));
        }

        void restore() throws IOException {
            Files.write(file, content);
        }
    }
}
