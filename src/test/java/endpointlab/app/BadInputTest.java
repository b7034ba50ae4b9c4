package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.aws.AwsAccess;
import endpointlab.aws.AwsMachine;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be done is refused in one sentence, before a cloud is opened or anything is written. */
class BadInputTest {

    @TempDir
    Path directory;
    private Path home;
    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        home = directory.resolve("home");
        terminal = new Terminal(home);
        terminal.clouds = new NoClouds();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "run --mode aws",
        "run --mode aws --region moon",
        "run --mode aws --region us-east-1 --pace 20",
        "run --mode aws --region us-east-1 --socks 127.0.0.1:1",
        "run --mode aws --region us-east-1 --endpoint-url nonsense",
        "run --mode aws --region us-east-1 --set step-3.cidr=10.9.9.0/24",
        "run --mode moon",
        "run --pace slow",
        "run --pace 0",
        "run --pace -1",
        "run --pace NaN",
        "run --pace",
        "run --to 0",
        "run --to 18",
        "run --to two",
        "run --to 3 --to 4",
        "run --seed x",
        "run --seed -1",
        "run --seed 99999999999999999999",
        "run --region us-moon-1",
        "run --prefix my_",
        "run --prefix internal-",
        "run --lang fr",
        "run --set step-3.cidr",
        "run --set =10.0.9.0/24",
        "run --set step-3.cird=10.0.9.0/24",
        "run --set step-3.cidr=10.9.9.0/24",
        "run --set step-7.health-interval=4",
        "run --set step-6.user-data=@no-such-file",
        "run --set step-6.user-data=dnf",
        "run --set step-11.az=us-east-1b",
        "run --endpoint-url http://127.0.0.1:1",
        "run --socks 127.0.0.1:1",
        "run --endpoint-url nonsense --socks 127.0.0.1:1",
        "run --endpoint-url ftp://127.0.0.1 --socks 127.0.0.1:1",
        "run --endpoint-url http://127.0.0.1:1 --socks 127.0.0.1",
        "run --endpoint-url http://127.0.0.1:1 --socks 127.0.0.1:70000",
        "run --faults no-such-file",
        "run --policy no-such-file",
        "practice-cloud --faults no-such-file",
        "cleanup --policy no-such-file",
        "run --no-such-option",
        "run surplus",
        "practice-cloud --port 70000",
        "practice-cloud --port x",
        "practice-cloud --socks-port -1",
        "practice-cloud --region nowhere",
        "practice-cloud --seed x",
        "status --endpoint-url 127.0.0.1:1",
        "status --no-such-option",
        "cleanup --socks 127.0.0.1:1",
        "cleanup --pace never",
        "sweep",
        "sweep --older-than 1 --dry-run",
        "sweep --older-than d --dry-run",
        "sweep --older-than -1d --dry-run",
        "sweep --region nowhere --dry-run",
        "sweep --socks 127.0.0.1:1 --dry-run",
        "sweep --pace never --dry-run",
        "run --ssh-from here",
        "run --ssh-from 10.0.0.1",
        "run --set laptop-address=192.168.1.5",
        "connect",
        "connect 10.1.1.5",
        "connect 10.1.1.5 22",
        "connect 10.1.1.5 22 --socks nowhere",
        "connect 10.1.1.5 port --socks 127.0.0.1:1",
        "no-such-command",
        "--no-such-option",
        "--lang en",
    })
    void isRefusedInOneSentence(String line) {
        int exit = terminal.type(line.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines()).singleElement().satisfies(sentence -> assertThat(sentence)
                .doesNotContain("Exception", "endpointlab.").endsWith(line.contains("--lang en") ? "." : "。"));
        assertThat(home).doesNotExist();
    }

    @Test
    void speaksEnglishIfAsked() {
        assertThat(terminal.type("run", "--set", "step-3.cird=x", "--lang", "en")).isEqualTo(2);

        assertThat(terminal.err()).isEqualTo("There is no field step-3.cird; if you meant step-3.cidr, write that.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --mode aws", "run --set step-3.cidr=1", "run --no-such-option", "cleanup --socks x"})
    void aProgramReadsAProblemAndTheEnd(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.add("--json");

        assertThat(terminal.type(words.toArray(String[]::new))).isEqualTo(2);

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.events()).extracting(event -> event.get("event").asText())
                .containsExactly("problem", "end");
        JsonNode end = terminal.last();
        assertThat(end.get("ok").asBoolean()).isFalse();
        assertThat(end.get("leftover").isNull()).isTrue();
    }

    @Test
    void everyBadValueGetsItsSentence() {
        assertThat(terminal.type("run", "--set", "step-1.cidr=x", "--set", "step-7.listener-port=x")).isEqualTo(2);

        assertThat(terminal.err().lines()).hasSize(2);
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("sjis.sh"), new byte[] {'#', '!', (byte) 0x83, (byte) 0x65});

        assertThat(terminal.type("run", "--set", "step-6.user-data=@" + file)).isEqualTo(2);

        assertThat(terminal.err()).contains("UTF-8", file.toString());
    }

    @Test
    void helpIsNoMistake() {
        assertThat(terminal.type("--help")).isZero();
        assertThat(terminal.out()).contains("使い方", "practice-cloud", "130");
        assertThat(terminal.type("run", "-h", "--lang", "en")).isZero();
        assertThat(terminal.out()).startsWith("Usage:");
    }

    /** Nobody may be asked. */
    private static final class NoClouds implements Clouds {

        @Override
        public Clouds with(Trouble trouble) {
            return this;
        }

        @Override
        public Cloud own(Path directory, String region, long seed, Pace pace) {
            throw new AssertionError("a cloud was opened");
        }

        @Override
        public Cloud at(CloudAddress address, String region, Optional<String> profile, Pace pace) {
            throw new AssertionError("a cloud was opened");
        }

        @Override
        public Cloud account(AwsAccess access, Optional<InetSocketAddress> socks, Pace pace, AwsMachine machine,
                             MfaPrompt prompt) {
            throw new AssertionError("a cloud was opened");
        }

        @Override
        public ServedCloud serve(Path directory, String region, long seed, Pace pace, int port, int socksPort) {
            throw new AssertionError("a cloud was opened");
        }
    }
}
