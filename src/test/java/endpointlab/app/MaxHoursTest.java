package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit to how long what costs money stands. At pace instant, an hour takes 3.6 seconds. */
@Timeout(120)
class MaxHoursTest {

    @TempDir
    Path home;
    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(home);
    }

    @Test
    void whatIsKeptIsDeletedWhenTheTimeIsUp() {
        assertThat(run("--to", "2", "--keep", "--max-hours", "0.5")).isZero();

        assertThat(terminal.events("keeping")).hasSize(1);
        assertThat(terminal.events("keeping").get(0).get("seconds").asLong()).isBetween(0L, 1800L);
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(terminal.events("resource")).anySatisfy(event ->
                assertThat(event.get("status").asText()).isEqualTo("deleted"));
    }

    @Test
    void aRunThatTakesLongerIsStoppedAndCleanedUp() {
        assertThat(run("--keep", "--max-hours", "0.1")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.events("problem")).extracting(problem -> problem.get("code").asText())
                .contains("MaxHoursReached");
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
    }

    @Test
    void ctrlCLeavesItStanding() {
        AtomicBoolean pressed = new AtomicBoolean();
        terminal.afterLine = () -> {
            if (terminal.out().contains("\"keeping\"") && pressed.compareAndSet(false, true)) {
                terminal.interrupt();
            }
        };
        assertThat(run("--to", "1", "--max-hours", "99")).isEqualTo(ExitCode.CANCELLED);

        terminal.afterLine = () -> { };
        assertThat(terminal.type("status", "--json")).isZero();
        assertThat(terminal.out()).contains("\"ready\"");
        assertThat(terminal.type("cleanup")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2h", "1000", "0.01"})
    void otherThanHoursIsRefused(String hours) {
        assertThat(run("--max-hours", hours, "--lang", "en")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(terminal.events("problem").get(0).get("message").asText()).startsWith("--max-hours is \"" + hours + "\"");
    }

    private int run(String... more) {
        String[] words = new String[more.length + 4];
        words[0] = "run";
        words[1] = "--pace";
        words[2] = "instant";
        words[3] = "--json";
        System.arraycopy(more, 0, words, 4, more.length);
        return terminal.type(words);
    }
}
