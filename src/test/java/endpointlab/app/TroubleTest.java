package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.OwnThread;
import endpointlab.aws.AwsConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Fault scripts and policies, as a person gives them to the commands. */
class TroubleTest {

    private static final String NONE = "{\"faults\": []}";
    private static final String NO_VPCS =
            "{\"faults\": [{\"kind\": \"quota\", \"quota\": \"vpcs\", \"limit\": 1}]}";

    @TempDir
    Path directory;

    private Terminal terminal;
    private Path file;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(directory.resolve("home"));
        file = directory.resolve("trouble.json");
    }

    /** As an editor does that puts a new file in the old one's place. */
    private void write(String json) throws IOException {
        Path beside = Files.writeString(directory.resolve("beside"), json, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private int run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--json", "--pace", "instant", "--to", "1"));
        words.addAll(List.of(more));
        return terminal.type(words.toArray(String[]::new));
    }

    @Test
    void runMeetsTheFaultAndGoesOnWithoutIt() throws IOException {
        write(NO_VPCS);
        assertThat(run("--faults", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out()).contains("VpcLimitExceeded");

        assertThat(run()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void runMeetsThePolicyAndGoesOnWithoutIt() throws IOException {
        write("{\"Version\": \"2012-10-17\", \"Statement\": []}");
        assertThat(run("--policy", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out()).contains("UnauthorizedOperation");

        assertThat(run()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{ | ファイル「FILE」は 1 行 2 文字目が JSON として正しくないので、そこを直してください。",
            "{'faults': [{'kind': 'slow'}]} | ファイル「FILE」の faults[0] に「delay」がないので、書き足してください。",
            "{'faults': [{'kind': 'slow', 'delay': '1d'}]} | ファイル「FILE」の faults[0].delay にある \"1d\" は使えないので、"
                    + "500ms, 10s, 2m, 1h のように書いてください。",
            "{'falts': []} | ファイル「FILE」の $ に「falts」という項目は書けないので、seed, faults のどれかに直してください。"})
    void aScriptThatCantBeUsedIsToldInOneSentence(String json, String sentence) throws IOException {
        write(json.replace('\'', '"'));

        assertThat(terminal.type("run", "--faults", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(terminal.err().strip()).isEqualTo(sentence.replace("FILE", file.toString()));
    }

    @Test
    void aCloudOfAnotherProcessIsNoPlaceForThem() throws IOException {
        write(NONE);

        assertThat(terminal.type("run", "--faults", file.toString(), "--endpoint-url", "http://127.0.0.1:1",
                "--socks", "127.0.0.1:2", "--lang", "en")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(terminal.err()).contains("--faults and --policy work on a practice cloud of this process only");
    }

    @Test
    void editingTheFileSwitchesFaultsWhileTheCloudRuns() throws Exception {
        write(NONE);
        CompletableFuture<Integer> exit = OwnThread.supply(
                () -> terminal.type("practice-cloud", "--faults", file.toString()));
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> terminal.out().contains("\n") || exit.isDone());
        JsonNode cloud = terminal.last();
        try (AwsConnection aws = AwsConnection.to(URI.create(cloud.get("endpoint").asText()), "us-east-1",
                cloud.get("accessKeyId").asText(), cloud.get("secretAccessKey").asText())) {
            assertThat(answer(aws)).isEqualTo("ok");
            write("{\"faults\": [{\"kind\": \"throttling\"}]}");
            Awaitility.await().until(() -> answer(aws).equals("RequestLimitExceeded"));
            write("{\"faults\": [{\"kind\": \"slow\"");
            write("{\"faults\": [{\"kind\": \"missing-permission\"}]}");
            Awaitility.await().until(() -> answer(aws).equals("UnauthorizedOperation"));
            write(NONE);
            Awaitility.await().until(() -> answer(aws).equals("ok"));
        } finally {
            terminal.interrupt();
        }
        assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
    }

    private static String answer(AwsConnection aws) {
        try {
            aws.ec2().describeVpcs();
            return "ok";
        } catch (AwsServiceException refused) {
            return refused.awsErrorDetails().errorCode();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--faults", "--policy"})
    void theWindowTakesThemToo(String option) throws IOException {
        write(option.equals("--faults") ? NO_VPCS : "{\"Version\": \"2012-10-17\", \"Statement\": []}");
        List<String> words = List.of("--home", directory.toString(), option, file.toString());

        assertThat(WindowOptions.isFor(words)).isTrue();
        Trouble trouble = WindowOptions.of(words).trouble();
        terminal.clouds = new CloudOpener(trouble);
        assertThat(run()).isEqualTo(ExitCode.FAILED);
    }
}
