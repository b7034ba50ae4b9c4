package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lab whose values are allowed and yet don't work: what the learner is told, and that it can be cleaned up. */
@Timeout(120)
class TerminalFailureTest {

    @TempDir
    Path directory;
    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(directory.resolve("home"));
    }

    @Test
    void anEndpointThatNobodyMayReachTimesOut() {
        int exit = terminal.type("run", "--pace", "instant", "--json", "--set", "step-14.sg-rules=tcp/22/0.0.0.0/0");

        assertThat(exit).isEqualTo(1);
        assertThat(terminal.events("check")).anySatisfy(check -> {
            assertThat(check.get("step").asInt()).isEqualTo(16);
            assertThat(check.get("exit").asInt()).isEqualTo(28);
            assertThat(check.get("body").asText()).isEmpty();
        });
        assertThat(terminal.events("problem")).anySatisfy(problem -> {
            assertThat(problem.get("code").asText()).isEqualTo("CurlTimeout");
            assertThat(problem.get("message").asText()).contains("タイムアウト");
            assertThat(problem.get("remedy").asText()).contains("セキュリティグループ");
        });
        assertThat(terminal.events("step")).anySatisfy(step -> {
            assertThat(step.get("step").asInt()).isEqualTo(16);
            assertThat(step.get("status").asText()).isEqualTo("failed");
        });
        assertEnd(false);

        assertThat(terminal.type("cleanup", "--json")).isZero();
        assertEnd(true);
    }

    @Test
    void aScriptWithoutWebServerIsExplainedToPeople() throws Exception {
        Path script = Files.writeString(directory.resolve("script.sh"), "\ufeff#!/bin/bash\necho こんにちは\n",
                StandardCharsets.UTF_8);

        int exit = terminal.type("run", "--pace", "instant", "--to", "7", "--set", "step-6.user-data=@" + script);

        assertThat(exit).isEqualTo(1);
        assertThat(terminal.err()).contains("エラー: ", "対処: ").doesNotContain("Exception", "\tat ");
        assertThat(terminal.out()).contains("失敗", "endpointlab cleanup");
        assertThat(terminal.type("cleanup")).isZero();
    }

    private void assertEnd(boolean ok) {
        JsonNode end = terminal.last();
        assertThat(end.get("event").asText()).isEqualTo("end");
        assertThat(end.get("ok").asBoolean()).isEqualTo(ok);
    }
}
