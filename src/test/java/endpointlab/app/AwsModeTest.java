package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** AWS mode in the terminal: an account is entered, confirmed, worked in and gone on with. */
@Timeout(180)
class AwsModeTest {

    @TempDir
    Path directory;
    private ServedCloud account;
    private Terminal terminal;

    @BeforeEach
    void serve() {
        account = new ServedCloud(directory.resolve("account"), "--seed", "3");
        terminal = new Terminal(directory.resolve("home"));
        terminal.environment = account.keys();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void theWholeLabInAnAccount() throws Exception {
        assertThat(aws("--yes", "--keep", "--json")).isZero();

        JsonNode identity = terminal.events("identity").get(0);
        assertThat(identity.get("account").asText()).matches("[0-9]{12}");
        assertThat(identity.get("arn").asText()).contains(":user/");
        assertThat(identity.get("region").asText()).isEqualTo("us-east-1");
        assertThat(terminal.events("check")).hasSize(2);
        assertThat(everythingIn(directory.resolve("home"))).contains(identity.get("account").asText())
                .doesNotContain(account.secretAccessKey(), account.accessKeyId());

        JsonNode spending = terminal.events("spending").get(0);
        assertThat(spending.get("perHour").decimalValue()).isEqualTo("0.0701");
        assertThat(spending.get("soFar").asDouble()).isGreaterThan(0.0225 + 0.01);
        assertThat(spending.get("items")).extracting(item -> item.get("item").asText() + " " + item.get("count"))
                .containsExactly("load-balancer 1", "endpoint 1", "instances 2", "public-ipv4 3", "volumes 2");
        assertThat(terminal.type("status", "--lang", "en")).isZero();
        assertThat(terminal.out()).contains("USD 0.0701 an hour now", "EC2 instances ×2: USD 0.0208 an hour",
                "https://aws.amazon.com/privatelink/pricing/");
        assertThat(terminal.type("status", "--json")).isZero();
        assertThat(terminal.last().get("spending").get("perHour").asDouble()).isEqualTo(0.0701);
        foundByTheNextPreflight(terminal.last().get("id").asText());
        assertThat(terminal.type("cleanup", "--json")).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        JsonNode spent = terminal.events("spending").get(0);
        assertThat(spent.get("perHour").asDouble()).isZero();
        assertThat(spent.get("soFar").asDouble()).isGreaterThan(0.03);
    }

    private void foundByTheNextPreflight(String runId) {
        Terminal other = new Terminal(directory.resolve("other-home"));
        other.environment = account.keys();
        assertThat(other.type("preflight", "--mode", "aws", "--region", "us-east-1", "--endpoint-url",
                account.endpoint(), "--lang", "en")).isEqualTo(1);
        assertThat(other.out()).contains("run " + runId, "endpointlab sweep --mode aws")
                .contains("The name \"MyNetwork-LB\" is taken");
    }

    @Test
    void nothingIsMadeUntilSomebodySaysYes() {
        assertThat(aws("--to", "1")).isEqualTo(2);
        assertThat(terminal.out()).contains("AWS アカウント").contains("us-east-1");
        assertThat(terminal.err()).contains("--yes");
        assertThat(directory.resolve("home")).doesNotExist();

        terminal.interactive = true;
        terminal.in = typed("n\n");
        assertThat(aws("--to", "1")).isEqualTo(2);
        assertThat(directory.resolve("home")).doesNotExist();

        terminal.in = typed("y\n");
        assertThat(aws("--to", "1", "--mask")).isZero();
        assertThat(terminal.out()).contains("••••-••••-").doesNotContain(":user/");
        terminal.interactive = false;
        assertThat(terminal.type("cleanup")).isZero();
    }

    @Test
    void aLabIsGoneOnWithOnlyInItsOwnAccountRegionAndMode() {
        assertThat(aws("--yes", "--to", "1")).isZero();
        assertThat(terminal.type("run", "--mode", "practice", "--to", "2")).isEqualTo(2);
        assertThat(terminal.type("run", "--mode", "aws", "--region", "eu-west-1", "--to", "2")).isEqualTo(2);

        try (ServedCloud other = new ServedCloud(directory.resolve("other"), "--seed", "4")) {
            terminal.environment = other.keys();
            assertThat(terminal.type("run", "--to", "2", "--json", "--endpoint-url", other.endpoint(), "--socks",
                    other.socks())).isEqualTo(1);
            assertThat(terminal.events("problem")).extracting(problem -> problem.get("code").asText())
                    .containsExactly("OtherAccount");
            assertThat(terminal.last().get("calls").get("create").asInt()).isZero();
        }

        terminal.environment = account.keys();
        assertThat(terminal.type("run", "--to", "2", "--json")).isZero();
        assertThat(terminal.type("cleanup")).isZero();
    }

    @Test
    void theRegionComesFromTheOptionTheEnvironmentOrTheProfile() throws Exception {
        Path config = Files.writeString(directory.resolve("config"), "[profile lab]\nregion = us-east-1\n"
                + "aws_access_key_id = " + account.accessKeyId() + "\naws_secret_access_key = "
                + account.secretAccessKey() + "\n", StandardCharsets.UTF_8);
        terminal.environment = Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_ENDPOINT_URL", account.endpoint());

        assertThat(terminal.type("run", "--mode", "aws", "--profile", "lab", "--to", "1")).isEqualTo(2);
        assertThat(terminal.out()).contains("us-east-1");

        assertThat(terminal.type("run", "--mode", "aws", "--profile", "other", "--region", "us-east-1", "--json"))
                .isEqualTo(1);
        assertThat(terminal.events("problem").get(0).get("code").asText()).isEqualTo("ProfileNotFound");

        terminal.environment = Map.of("AWS_CONFIG_FILE", directory.resolve("none").toString());
        assertThat(terminal.type("run", "--mode", "aws", "--yes")).isEqualTo(2);
        assertThat(terminal.err()).contains("--region");
    }

    private int aws(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--mode", "aws", "--region", "us-east-1", "--pace",
                "instant", "--endpoint-url", account.endpoint(), "--socks", account.socks()));
        words.addAll(Arrays.asList(more));
        return terminal.type(words.toArray(String[]::new));
    }

    private static ByteArrayInputStream typed(String line) {
        return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String everythingIn(Path home) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
