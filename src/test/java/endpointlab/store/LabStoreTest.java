package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import endpointlab.lab.CheckResult;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456Z");

    @TempDir
    Path root;
    private LabHome home;
    private LabStore store;

    @BeforeEach
    void openStore() {
        home = new LabHome(root);
        store = new LabStore(home);
    }

    @Test
    void everythingComesBack() throws Exception {
        LabState state = state("ab12cd34", NOON)
                .withResource("service-vpc", old -> new ResourceState("service-vpc", ResourceStatus.FAILED, "vpc-1",
                        "token", Map.of("cidr", "10.0.0.0/16"), "pending", problem(), NOON, NOON, NOON, null))
                .withStep(16, new StepState(StepState.Status.DONE, NOON, NOON,
                        new CheckResult("curl http://10.1.1.5", 0, "<h1>ようこそ</h1>\n", "<h1>ようこそ</h1>\n", "", ""),
                        null));

        store.save(state);

        assertThat(store.load("ab12cd34")).contains(new LabStore.Loaded(state, Optional.empty()));
    }

    @Test
    void theFileIsReadableUtf8WithIsoTimes() throws Exception {
        store.save(state("ab12cd34", NOON));

        assertThat(Files.readString(root.resolve("labs/ab12cd34/lab.json"), StandardCharsets.UTF_8))
                .contains("\"createdAt\" : \"2026-11-25T12:00:00.123456Z\"", "提供側").startsWith("{\n");
    }

    @Test
    void anEmptyHomeHasNoLab() {
        assertThat(store.all()).isEmpty();
        assertThat(store.load("ab12cd34")).isEmpty();
    }

    @Test
    void theLabChangedLastComesFirst() throws Exception {
        Files.createDirectories(root.resolve("labs/not-a-run"));
        store.save(state("aaaaaaaa", NOON));
        store.save(state("cccccccc", NOON.plusSeconds(120)));
        store.save(state("bbbbbbbb", NOON.plusSeconds(60)));

        assertThat(store.all()).extracting(lab -> lab.state().runId())
                .containsExactly("cccccccc", "bbbbbbbb", "aaaaaaaa");
    }

    @Test
    void aLabOfWhichSomethingIsLeftIsNotFinished() {
        LabState left = state("aaaaaaaa", NOON).withStep(17, done()).withResource("service-vpc",
                old -> new ResourceState("service-vpc", ResourceStatus.DELETING, "vpc-1", null, Map.of(), null, null,
                        NOON, NOON, NOON, null));

        assertThat(left.finished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"schema\":1}", "{\"schema\":1,\"runId\":\"zzzzzzzz\"}", "\0\0\0"})
    void aDamagedFileIsKeptAsideAndNamed(String content) throws Exception {
        Path file = home.stateFile("ab12cd34");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.load("ab12cd34")).isInstanceOf(ProblemException.class)
                .asInstanceOf(type(ProblemException.class)).satisfies(thrown -> {
                    assertThat(thrown.problem().code()).isEqualTo("StateFileDamaged");
                    assertThat(thrown.problem().arguments()).containsExactly(file.toString(),
                            file.resolveSibling("lab.damaged-1.json").toString());
                });

        assertThat(file.resolveSibling("lab.damaged-1.json")).hasContent(content);
        assertThat(store.load("ab12cd34")).isEmpty();
    }

    @Test
    void aSecondDamagedFileDoesNotReplaceTheFirst() throws Exception {
        Path file = home.stateFile("ab12cd34");
        Files.createDirectories(file.getParent());
        for (String content : List.of("first", "second")) {
            Files.writeString(file, content, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> store.load("ab12cd34")).isInstanceOf(ProblemException.class);
        }

        assertThat(file.resolveSibling("lab.damaged-1.json")).hasContent("first");
        assertThat(file.resolveSibling("lab.damaged-2.json")).hasContent("second");
    }

    @Test
    void aNewerFileIsLeftAlone() throws Exception {
        Path file = home.stateFile("ab12cd34");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"schema\":2,\"somethingNew\":true}", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.load("ab12cd34")).asInstanceOf(type(ProblemException.class))
                .satisfies(thrown -> assertThat(thrown.problem().code()).isEqualTo("StateFileNewer"));

        assertThat(file).hasContent("{\"schema\":2,\"somethingNew\":true}");
    }

    @Test
    void aHomeThatCannotBeWrittenIsAProblem() throws Exception {
        Files.writeString(root.resolve("labs"), "a file where the directory should be", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.save(state("ab12cd34", NOON))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> InstanceLock.acquire(home, "ab12cd34", "endpointlab run")).asInstanceOf(type(ProblemException.class))
                .satisfies(thrown -> assertThat(thrown.problem().code()).isEqualTo("FileNotSaved"));
    }

    @Test
    void namesDoNotLeadOutOfTheHome() {
        assertThatThrownBy(() -> store.load("../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUsersOwnPlaceIsAbsolute() {
        assertThat(LabHome.ofUser().root()).isAbsolute().hasFileName("endpointlab");
    }

    private static LabState state(String runId, Instant changedAt) {
        return new LabState(LabState.SCHEMA, "vpc-endpoint-service", runId, "practice", "us-east-1", "123456789012",
                7, "", Map.of("step-1.name", "提供側"), Map.of("service-vpc", ResourceState.notMade("service-vpc")),
                Map.of(1, StepState.OPEN, 17, StepState.OPEN), NOON, changedAt);
    }

    private static StepState done() {
        return new StepState(StepState.Status.DONE, NOON, NOON, null, null);
    }

    private static Problem problem() {
        return new Problem("VpcLimitExceeded", "c", "r", List.of("5"), "CreateVpc", "The maximum…", "req-1");
    }
}
