package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    private static final String RUN = "ab12cd34";

    @TempDir
    Path root;
    private LabHome home;

    @BeforeEach
    void place() {
        home = new LabHome(root);
    }

    private Problem refusal() {
        try (InstanceLock unexpected = InstanceLock.acquire(home, RUN, "endpointlab cleanup")) {
            throw new AssertionError("held twice: " + unexpected);
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo("LabInUse");
            return refused.problem();
        }
    }

    @Test
    void onlyOneWorksOnALabAndASecondIsToldWho() {
        try (InstanceLock held = InstanceLock.acquire(home, RUN, "endpointlab run")) {
            assertThat(held).isNotNull();
            assertThat(refusal().arguments()).startsWith(RUN, "endpointlab run",
                    String.valueOf(ProcessHandle.current().pid()));
            InstanceLock.acquire(home, "other123", "endpointlab run").close();
        }
        InstanceLock.acquire(home, RUN, "endpointlab run").close();
    }

    @Test
    void anotherProcessIsToldWhoHoldsItAlsoAfterARefusalHereAndGetsItWhenThatOneIsKilled() throws Exception {
        Process other = holder();
        try {
            assertThat(refusal().arguments()).startsWith(RUN, "endpointlab", String.valueOf(other.pid()));
            assertThat(refusal().arguments().get(3)).matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}");
        } finally {
            other.destroyForcibly();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        InstanceLock.acquire(home, RUN, "endpointlab run").close();
    }

    /** Asking once more from within the process that holds it must not make it lose the lock. */
    @Test
    void aRefusalDoesNotGiveUpTheLock() throws Exception {
        try (InstanceLock held = InstanceLock.acquire(home, RUN, "endpointlab run")) {
            assertThat(held).isNotNull();
            refusal();
            Process other = holder();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isEqualTo(3);
        }
    }

    @Test
    void neitherADeadProcessNorItsIdUsedAgainIsAnObstacle() throws IOException {
        Path told = home.lockFile(RUN).resolveSibling("lab.lock.json");
        Files.createDirectories(told.getParent());
        for (long pid : new long[] {ProcessHandle.current().pid(), 1, 999_999_999}) {
            LockHolder dead = new LockHolder("endpointlab", pid, Instant.EPOCH, Instant.EPOCH);
            Files.write(told, Json.mapper().writeValueAsBytes(dead));

            InstanceLock.acquire(home, RUN, "endpointlab run").close();
        }
        Files.writeString(told, "{ half", StandardCharsets.UTF_8);
        InstanceLock.acquire(home, RUN, "endpointlab run").close();
    }

    @Test
    void aHomeThatCannotBeWrittenIsAProblem() throws IOException {
        Files.writeString(root.resolve("labs"), "a file where the directory should be", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> InstanceLock.acquire(home, RUN, "endpointlab run"))
                .isInstanceOfSatisfying(ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo("FileNotSaved"));
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Holder.class.getName(), root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getInputStream().read();
        return process;
    }

    /** Another process: holds the lock until it is killed, or ends with 3 if it can't have it. */
    static final class Holder {

        private Holder() {
        }

        public static void main(String[] arguments) throws InterruptedException {
            try (InstanceLock held = InstanceLock.acquire(new LabHome(Path.of(arguments[0])), RUN, "endpointlab")) {
                System.out.println(held);
                System.out.flush();
                Thread.currentThread().join();
            } catch (ProblemException refused) {
                System.exit(3);
            }
        }
    }
}
