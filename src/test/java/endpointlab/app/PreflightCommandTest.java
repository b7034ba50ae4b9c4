package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The preflight in the terminal: by itself, and before a lab is begun in AWS. */
@Timeout(120)
class PreflightCommandTest {

    @TempDir
    Path directory;
    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(directory.resolve("home"));
    }

    @Test
    void aGoodAccount() {
        assertThat(terminal.type("preflight", "--json")).isZero();

        assertThat(terminal.events("preflight")).extracting(line -> line.get("verdict").asText())
                .contains("ok").doesNotContain("warning", "stop");
        JsonNode end = terminal.events("preflight-end").get(0);
        assertThat(end.get("verdict").asText()).isEqualTo("unknown");
        assertThat(end.get("zone").asText()).isEqualTo("us-east-1a");
        assertThat(terminal.last().get("ok").asBoolean()).isTrue();
        assertThat(directory.resolve("home")).doesNotExist();

        assertThat(terminal.type("preflight", "--lang", "en")).isZero();
        assertThat(terminal.out()).contains("[ OK ] VPCs: 1 exist, 2 will be made; the quota is 5.")
                .contains("USD 0.070 an hour", "The lab can be begun");
    }

    @Test
    void aBadAccountAndWhatToDoAboutIt() throws Exception {
        Path faults = Files.writeString(directory.resolve("faults.json"), ("{'faults': [{'kind': 'no-load-balancers'}, "
                + "{'kind': 'unsupported-instance-type', 'zone': 'us-east-1a'}]}").replace('\'', '"'),
                StandardCharsets.UTF_8);

        assertThat(terminal.type("preflight", "--faults", faults.toString(), "--students", "5")).isEqualTo(1);

        assertThat(terminal.out()).contains("[停止] VPC は 1 個あり、10 個作ると 11 個になって、上限 5 個を超えます。")
                .contains("[停止] このアカウントでは、まだロードバランサーを作れません。", "AWS サポート")
                .contains("[注意] us-east-1a では t3.micro か VPC エンドポイントを使えない").contains("[停止] の行を直してください");
    }

    @Test
    void aLabIsNotBegunWhereItWouldFailWhateverIsSaid() throws Exception {
        Path faults = directory.resolve("faults.json");
        Files.writeString(faults, "{\"faults\": [{\"kind\": \"no-load-balancers\"}]}");
        try (ServedCloud account = new ServedCloud(directory.resolve("account"), "--faults", faults.toString())) {
            terminal.environment = account.keys();

            assertThat(run(account, "--yes", "--json")).isEqualTo(1);

            assertThat(terminal.events("problem")).extracting(problem -> problem.get("code").asText())
                    .containsExactly("PreflightStops");
            assertThat(terminal.events("preflight")).extracting(line -> line.get("topic").asText())
                    .contains("load-balancer", "cost");
            assertThat(directory.resolve("home").resolve("labs")).doesNotExist();
        }
    }

    @Test
    void theLabLiesInAZoneThatHasAllAndLetsInWhoIsAllowed() throws Exception {
        Path faults = directory.resolve("faults.json");
        Files.writeString(faults, "{\"faults\": [{\"kind\": \"unsupported-instance-type\", \"zone\": \"us-east-1a\"}]}");
        try (ServedCloud account = new ServedCloud(directory.resolve("account"), "--faults", faults.toString())) {
            terminal.environment = account.keys();
            terminal.clouds = new CloudOpener(Trouble.none(), () -> "198.51.100.7");

            assertThat(run(account, "--yes", "--to", "3", "--ssh-source", "my-address", "--mask", "--json")).isZero();

            assertThat(terminal.out()).contains("us-east-1b").doesNotContain(":user/");
            assertThat(terminal.type("export", "cloudformation")).isZero();
            assertThat(terminal.out()).contains("us-east-1b", "198.51.100.7/32").doesNotContain("us-east-1a");
            assertThat(terminal.type("cleanup")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"--students, 0, --students is \"0\"", "--vpc-quota, many, --vpc-quota is \"many\"",
        "--ssh-source, home, --ssh-source can't be \"home\"", "--mode, cloud, cloud", "--prefix, a_b, a_b"})
    void badInputIsNamed(String option, String value, String sentence) {
        assertThat(terminal.type("preflight", option, value, "--lang", "en")).isEqualTo(2);

        assertThat(terminal.err()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"--ssh-source, my-address", "--vpc-quota, 9"})
    void whatCountsOnlyInAwsIsRefusedInPractice(String option, String value) {
        assertThat(terminal.type("run", option, value, "--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).contains(option + " counts only when a lab is begun in AWS mode");
    }

    private int run(ServedCloud account, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--mode", "aws", "--region", "us-east-1", "--pace",
                "instant", "--endpoint-url", account.endpoint(), "--socks", account.socks()));
        words.addAll(Arrays.asList(more));
        return terminal.type(words.toArray(String[]::new));
    }
}
