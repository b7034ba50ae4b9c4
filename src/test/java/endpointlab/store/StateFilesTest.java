package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.files.AtomicFile;
import endpointlab.files.AtomicFile.Stage;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.LabSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What becomes of a lab's state when its files, or the disk, let us down. */
class StateFilesTest {

    private static final String RUN = "ab12cd34";

    @TempDir
    Path root;
    private LabHome home;
    private LabStore store;
    private LabState first;
    private LabState second;

    /** Thousands of damaged files would each be told of. */
    @BeforeAll
    static void silence() {
        ((Logger) LoggerFactory.getLogger(StateFiles.class)).setLevel(Level.ERROR);
    }

    @AfterAll
    static void speakAgain() {
        ((Logger) LoggerFactory.getLogger(StateFiles.class)).setLevel(null);
    }

    @BeforeEach
    void saveTwice() throws IOException {
        home = new LabHome(root);
        store = new LabStore(home);
        first = LabSession.newState(new LabReader().read(LabReader.DEFAULT_LAB), RUN, "practice", "us-east-1", 7,
                "taro-", Map.of("step-1.cidr", "10.7.0.0/16"));
        second = first.withResource("service-vpc", was -> new ResourceState("service-vpc", ResourceStatus.READY,
                "vpc-1", null, Map.of("cidr", "10.7.0.0/16"), "available", null, null, null, null, null));
        store.save(first);
        store.save(second);
    }

    private LabStore.Loaded loaded() {
        return store.load(RUN).orElseThrow();
    }

    @Test
    void theLastGoodStateLiesBesideTheStateAndBothAreTheOwnersAlone() throws IOException {
        assertThat(Files.readAllBytes(home.previousStateFile(RUN))).isEqualTo(StateForm.current().write(first));
        assertThat(files(home.lab(RUN))).containsExactly("lab.begun.json", "lab.json", "lab.previous.json");
        for (String file : files(home.lab(RUN))) {
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.lab(RUN).resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void cutOffAtAnyByteTheLabIsRebuiltAndTheFileKept() throws IOException {
        Path file = home.stateFile(RUN);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            Files.write(file, part);

            assertRebuilt(part);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "not JSON", "[]", "null", "{}", "{\"schema\":0}", "{\"schema\":1}",
            "{\"schema\":\"1\"}", "{\"schema\":1,\"runId\":\"zzzzzzzz\"}", "\ufeff{}"})
    void whateverElseIsInItTheLabIsRebuiltAndTheFileKept(String content) throws IOException {
        Files.writeString(home.stateFile(RUN), content, StandardCharsets.UTF_8);

        assertRebuilt(Files.readAllBytes(home.stateFile(RUN)));
    }

    /** The values are there; of every resource it is only known that it may exist, so that its tags are asked for. */
    private void assertRebuilt(byte[] damaged) throws IOException {
        LabStore.Loaded loaded = loaded();
        Problem problem = loaded.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("StateFileRebuilt");
        Path kept = Path.of(problem.arguments().get(1));
        assertThat(Files.readAllBytes(kept)).isEqualTo(damaged);
        Files.delete(kept);
        assertThat(loaded.state()).isEqualTo(first.unsure());
        assertThat(loaded.state().values()).isEqualTo(first.values());
        assertThat(loaded.state().resources().values()).allMatch(ResourceState::mayExist);
        assertThat(home.stateFile(RUN)).doesNotExist();
        assertThat(store.load(RUN)).hasValueSatisfying(again -> assertThat(again.problem()).isEmpty());
    }

    @Test
    void withTheCopyDamagedTooItIsStillKnownHowTheRunWasBegun() throws IOException {
        store.save(second.withResource("service-igw", was -> second.resource("service-vpc")));
        Files.writeString(home.stateFile(RUN), "{", StandardCharsets.UTF_8);
        Files.writeString(home.previousStateFile(RUN), "", StandardCharsets.UTF_8);

        assertThat(loaded().state()).isEqualTo(first.begun().unsure());
        assertThat(files(home.lab(RUN))).containsExactly("lab.begun.json", "lab.damaged-1.json",
                "lab.previous.damaged-1.json");
    }

    @Test
    void withoutAnyRecordThatCanBeReadNothingIsMadeUp() throws IOException {
        for (String file : files(home.lab(RUN))) {
            Files.writeString(home.lab(RUN).resolve(file), "?", StandardCharsets.UTF_8);
        }

        assertThatThrownBy(this::loaded).isInstanceOfSatisfying(ProblemException.class,
                thrown -> assertThat(thrown.problem().code()).isEqualTo("StateFileDamaged"));
        assertThat(files(home.lab(RUN))).containsExactly("lab.begun.damaged-1.json", "lab.damaged-1.json",
                "lab.previous.damaged-1.json");
        assertThat(store.load(RUN)).isEmpty();
    }

    @Test
    void aFileOfANewerVersionIsLeftAloneAndNotReplacedByTheCopy() throws IOException {
        String newer = "{\"schema\":99,\"somethingNew\":true}";
        Files.writeString(home.stateFile(RUN), newer, StandardCharsets.UTF_8);

        assertThatThrownBy(this::loaded).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo("StateFileNewer");
            assertThat(thrown.problem().arguments()).contains("99");
        });
        assertThat(home.stateFile(RUN)).hasContent(newer);
    }

    @Test
    void aFileOfAnOlderVersionIsMigratedAndKept() throws IOException {
        byte[] old = Files.readAllBytes(home.stateFile(RUN));
        StateForm later = new StateForm(3, Map.of(1, tree -> rename(tree, "prefix", "studentPrefix"),
                2, tree -> rename(tree, "studentPrefix", "prefix").put("region", "ap-northeast-1")));
        LabStore migrating = new LabStore(home, AtomicFile.Witness.NONE, later);

        LabStore.Loaded loaded = migrating.load(RUN).orElseThrow();

        assertThat(loaded.problem()).isEmpty();
        assertThat(loaded.state().prefix()).isEqualTo("taro-");
        assertThat(loaded.state().region()).isEqualTo("ap-northeast-1");
        assertThat(loaded.state().resource("service-vpc").awsId()).isEqualTo("vpc-1");
        migrating.save(loaded.state());
        assertThat(Files.readString(home.stateFile(RUN), StandardCharsets.UTF_8)).contains("\"schema\" : 3");
        assertThat(Files.readAllBytes(home.lab(RUN).resolve("lab.version-1.json"))).isEqualTo(old);
        assertThatThrownBy(this::loaded).as("the older app").isInstanceOf(ProblemException.class);
    }

    private static ObjectNode rename(ObjectNode tree, String from, String to) {
        return tree.<ObjectNode>set(to, tree.remove(from)).without(from);
    }

    @Test
    void aVersionOfWhichNobodyKnowsTheWayIsDamage() throws IOException {
        Files.writeString(home.stateFile(RUN), "{\"schema\":0}", StandardCharsets.UTF_8);

        assertThat(loaded().problem()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void killedAtAnyStageOfASaveTheStateIsTheOldOrTheNewOne(Stage at) throws IOException {
        LabState third = second.withResource("service-igw", was -> second.resource("service-vpc"));
        assertThatThrownBy(() -> new LabStore(home, stage -> {
            if (stage == at) {
                throw new Killed();
            }
        }).save(third)).isInstanceOf(Killed.class);

        LabState expected = switch (at) {
            case BEGUN, OPENED, WRITTEN, FORCED -> second;
            // There is no file of that name; what is known is the copy, and it is taken for unsure.
            case SET_ASIDE -> second.unsure();
            case MOVED, DURABLE -> third;
        };
        assertThat(loaded()).isEqualTo(new LabStore.Loaded(expected, Optional.empty()));
        AtomicFile.removeLeftTemporaries(home.lab(RUN));
        assertThat(files(home.lab(RUN))).allMatch(file -> file.matches("lab\\.(begun\\.|previous\\.)?json"));
        store.save(third);
        assertThat(loaded().state()).isEqualTo(third);
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"MOVED", "DURABLE"}, mode = EnumSource.Mode.EXCLUDE)
    void aFullOrReadOnlyDiskLeavesTheOldStateAndNoRubbish(Stage at) throws IOException {
        for (IOException refusal : new IOException[] {new FileSystemException("lab.json", null,
                "No space left on device"), new AccessDeniedException("lab.json")}) {
            assertThatThrownBy(() -> new LabStore(home, stage -> {
                if (stage == at) {
                    throw refusal;
                }
            }).save(second.unsure())).isSameAs(refusal);

            assertThat(loaded().state()).isEqualTo(second);
            assertThat(files(home.lab(RUN))).allMatch(file -> file.matches("lab\\.(begun\\.|previous\\.)?json"));
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
