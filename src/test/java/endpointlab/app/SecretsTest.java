package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.store.LabHome;
import java.io.IOException;
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

/** No credential and no private key is in anything that a terminal shows, exports, saves or logs. */
@Timeout(180)
class SecretsTest {

    @TempDir
    Path directory;
    private LabHome home;
    private Terminal terminal;
    private SecretHunt hunt;

    @BeforeEach
    void begin() {
        hunt = new SecretHunt();
        home = new LabHome(directory.resolve("home"));
        terminal = new Terminal(home.root());
        terminal.clouds = hunt.clouds();
    }

    @AfterEach
    void end() {
        hunt.close();
    }

    @Test
    void inPracticeMode() throws Exception {
        type("run", "--pace", "instant", "--keep", "--json");
        tellEverything();
        type("cleanup");

        hunt.assertNoneSeen();
    }

    @Test
    void inAnAccountWithTemporaryCredentials() throws Exception {
        try (ServedCloud account = new ServedCloud(directory.resolve("account"));
             SessionGate gate = new SessionGate(account)) {
            hunt.secret(SessionGate.SECRET);
            hunt.secret(SessionGate.TOKEN);
            hunt.secret(SessionGate.KEY);
            hunt.secret(account.secretAccessKey());
            terminal.environment = Map.of("AWS_CONFIG_FILE", profile().toString(), "AWS_SHARED_CREDENTIALS_FILE",
                    directory.resolve("none").toString());
            String[] there = {"run", "--mode", "aws", "--profile", "lab", "--region", "us-east-1", "--pace", "instant",
                    "--endpoint-url", gate.endpoint(), "--socks", account.socks(), "--keep", "--json", "--yes"};
            type(there);
            tellEverything();

            gate.refuses = true;
            for (String format : List.of("--json", "--lang=en")) {
                assertThat(terminal.type("run", format)).isEqualTo(1);
                assertThat(terminal.out() + terminal.err()).contains("SignatureDoesNotMatch");
                hunt.see("refused " + format, terminal.out() + terminal.err());
            }
            gate.refuses = false;
            type("cleanup", "--json");

            assertThat(hunt.log()).contains("SignatureDoesNotMatch");
            hunt.assertNoneSeen();
        }
    }

    private Path profile() throws IOException {
        return Files.writeString(directory.resolve("config"), "[profile lab]\nregion = us-east-1\n"
                + "aws_access_key_id = " + SessionGate.KEY + "\naws_secret_access_key = " + SessionGate.SECRET
                + "\naws_session_token = " + SessionGate.TOKEN + "\n", StandardCharsets.UTF_8);
    }

    private void tellEverything() throws IOException {
        type("status");
        type("status", "--json");
        for (String form : List.of("cli", "cloudformation", "report", "iam-policy")) {
            type("export", form);
            type("export", form, "--lang", "en", "--mask");
        }
        hunt.see(home);
    }

    private void type(String... words) {
        List<String> command = new ArrayList<>(Arrays.asList(words));
        assertThat(terminal.type(words)).as(() -> command + terminal.out() + terminal.err()).isZero();
        hunt.see(String.join(" ", command), terminal.out() + terminal.err());
    }
}
