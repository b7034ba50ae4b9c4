package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.store.InstanceLock;
import endpointlab.store.LabHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lab in the terminal, against a real practice cloud: lines, exit codes and what is kept between commands. */
@Timeout(120)
class TerminalRunTest {

    private static final String PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n";

    @TempDir
    Path home;
    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(home);
    }

    @Test
    void theWholeLab() {
        int exit = terminal.type("run", "--pace", "instant", "--json");

        assertThat(terminal.events("problem")).isEmpty();
        assertThat(exit).isZero();
        assertThat(terminal.err()).isEmpty();
        assertStepsRunThenDone();
        assertThat(terminal.events("check")).extracting(check -> check.get("step").asInt()).containsExactly(7, 16);
        assertThat(terminal.events("check")).allSatisfy(check -> {
            assertThat(check.get("exit").asInt()).isZero();
            assertThat(check.get("body").asText()).isEqualTo(PAGE);
            assertThat(check.get("expected").asText()).isEqualTo(PAGE);
            assertThat(check.get("command").asText()).startsWith("curl ");
        });
        assertThat(terminal.events("resource")).extracting(event -> event.get("status").asText())
                .contains("creating", "ready", "deleting", "deleted");
        assertThat(terminal.events("resource")).anySatisfy(event -> {
            assertThat(event.get("id").asText()).isEqualTo("service-vpc");
            assertThat(event.get("kind").asText()).isEqualTo("vpc");
            assertThat(event.get("awsId").asText()).startsWith("vpc-");
        });
        JsonNode end = terminal.last();
        assertThat(end.get("event").asText()).isEqualTo("end");
        assertThat(end.get("ok").asBoolean()).isTrue();
        assertThat(end.get("leftover").asInt(-1)).isZero();
        assertThat(end.get("wallMs").asLong()).isPositive();
        assertThat(end.get("criticalPathMs").asLong()).isPositive();
        assertThat(end.get("calls").get("create").asInt()).isGreaterThan(15);
        assertThat(end.get("calls").get("describe").asInt()).isGreaterThan(15);
        assertThat(end.get("calls").get("delete").asInt()).isGreaterThan(15);
    }

    private void assertStepsRunThenDone() {
        for (int number : IntStream.rangeClosed(1, 17).toArray()) {
            List<JsonNode> events = terminal.events("step").stream()
                    .filter(event -> event.get("step").asInt() == number).toList();
            assertThat(events).as("step " + number).extracting(event -> event.get("status").asText())
                    .containsExactly("running", "done");
            assertThat(events.get(1).get("ms").asLong()).isNotNegative();
        }
    }

    @Test
    void stopsWhereAskedGoesOnAndCleansUp() {
        assertThat(terminal.type("run", "--pace", "instant", "--to", "2", "--json", "--seed", "5")).isZero();
        assertThat(terminal.last().get("leftover").isNull()).isTrue();
        assertThat(terminal.events("resource")).extracting(event -> event.get("id").asText())
                .containsOnly("service-vpc", "service-igw", "service-igw-attachment");

        JsonNode status = status();
        assertThat(status.get("mode").asText()).isEqualTo("practice");
        assertThat(status.get("step").asInt()).isEqualTo(2);
        String vpc = awsId(status, "service-vpc");
        assertThat(vpc).startsWith("vpc-");

        assertThat(terminal.type("run", "--to", "3", "--json", "--set", "step-3.cidr=10.0.9.0/24")).isZero();
        assertThat(terminal.events("resource")).extracting(event -> event.get("id").asText())
                .containsOnly("service-subnet");
        JsonNode later = status();
        assertThat(later.get("id")).isEqualTo(status.get("id"));
        assertThat(later.get("step").asInt()).isEqualTo(3);
        assertThat(awsId(later, "service-vpc")).isEqualTo(vpc);

        assertRefusedLater("--set", "step-1.cidr=10.0.0.0/17");
        assertRefusedLater("--seed", "6");
        assertRefusedLater("--region", "eu-west-1");
        assertRefusedLater("--prefix", "taro-");

        assertThat(terminal.type("cleanup", "--json")).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(terminal.type("cleanup", "--json")).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(status().get("resources")).allSatisfy(resource ->
                assertThat(resource.get("status").asText()).isIn("deleted", "not-made"));
    }

    private void assertRefusedLater(String option, String value) {
        assertThat(terminal.type("run", option, value)).isEqualTo(2);
        assertThat(terminal.err().lines()).hasSize(1);
    }

    @Test
    void anInterruptIsACancelThatKeepsWhatWasMade() {
        List<String> seen = new ArrayList<>();
        terminal.afterLine = () -> {
            if (terminal.out().contains("\"ready\"") && seen.isEmpty()) {
                seen.add("first resource");
                terminal.interrupt();
            }
        };

        assertThat(terminal.type("run", "--pace", "20", "--json")).isEqualTo(130);

        assertThat(terminal.last().get("event").asText()).isEqualTo("end");
        assertThat(terminal.last().get("ok").asBoolean()).isFalse();
        assertThat(status().get("resources")).anySatisfy(resource ->
                assertThat(resource.get("status").asText()).isEqualTo("ready"));

        terminal.afterLine = () -> { };
        assertThat(terminal.type("cleanup", "--pace", "instant", "--json")).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
    }

    @Test
    void peopleReadJapaneseWithABar() {
        assertThat(terminal.type("run", "--pace", "instant", "--to", "1")).isZero();

        assertThat(terminal.out()).contains("練習用クラウドで実習を始めます", "手順 1 提供側の VPC を作る：完了",
                "[#-------------------]  1/17", "endpointlab cleanup").doesNotContain("\u001b", "\r");
        assertThat(terminal.outBytes()).isEqualTo(terminal.out().getBytes(StandardCharsets.UTF_8));

        assertThat(terminal.type("status")).isZero();
        assertThat(terminal.out()).contains("手順 1 まで完了", "service-vpc  準備完了  vpc-");

        assertThat(terminal.type("cleanup", "--lang", "en")).isZero();
        assertThat(terminal.out()).contains("nothing is left");
    }

    /** What was done before the app was closed counts, too. */
    @Test
    void theBarOfAResumedRunGoesOnWhereItStood() {
        assertThat(terminal.type("run", "--pace", "instant", "--to", "4")).isZero();
        assertThat(terminal.type("run", "--to", "5")).isZero();

        assertThat(terminal.out()).contains("  5/17 手順 5").doesNotContain("  1/17 手順 5");
    }

    @Test
    void somebodyAtTheTerminalSeesWhatIsWaitedFor() {
        terminal.interactive = true;

        assertThat(terminal.type("run", "--pace", "10", "--to", "1")).isZero();

        assertThat(terminal.out()).contains("\r\u001b[K").endsWith("\n");
    }

    @Test
    void withoutALabThereIsNothingToShowOrClean() {
        assertThat(terminal.type("status")).isZero();
        assertThat(terminal.out()).contains("実習はまだありません");
        assertThat(status().get("id").isNull()).isTrue();
        assertThat(terminal.type("cleanup")).isZero();
        assertThat(terminal.out()).contains("削除する実習はありません");
        assertThat(terminal.type("cleanup", "--json")).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aLabThatAnotherProcessWorksOnIsLeftAlone() {
        assertThat(terminal.type("run", "--pace", "instant", "--to", "1")).isZero();
        String runId = status().get("id").asText();

        try (InstanceLock other = InstanceLock.acquire(new LabHome(home), runId, "endpointlab run")) {
            assertThat(terminal.type("cleanup", "--json")).isEqualTo(1);
            assertThat(other).isNotNull();
        }

        assertThat(terminal.events("problem")).extracting(event -> event.get("code").asText())
                .containsExactly("LabInUse");
        assertThat(terminal.last().get("event").asText()).isEqualTo("end");
        assertThat(terminal.type("cleanup", "--json")).isZero();
    }

    @Test
    void aDamagedStateIsToldAndKept() throws Exception {
        Path file = home.resolve("labs/ab12cd34/lab.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{ half", StandardCharsets.UTF_8);

        assertThat(terminal.type("run", "--to", "1", "--pace", "instant")).isEqualTo(1);

        assertThat(terminal.err()).contains("壊れている", "lab.damaged-1.json");
        assertThat(file.resolveSibling("lab.damaged-1.json")).hasContent("{ half");
        assertThat(terminal.type("run", "--to", "1", "--pace", "instant")).isZero();
    }

    @Test
    void noSecretReachesStateOrOutput() throws Exception {
        assertThat(terminal.type("run", "--pace", "instant", "--to", "6", "--json")).isZero();

        String runId = status().get("id").asText();
        assertThat(terminal.out()).doesNotContain("PRIVATE KEY");
        assertThat(Files.readString(home.resolve("labs/" + runId + "/lab.json"), StandardCharsets.UTF_8))
                .doesNotContain("PRIVATE KEY");
        assertThat(terminal.type("cleanup")).isZero();
    }

    private JsonNode status() {
        assertThat(terminal.type("status", "--json")).isZero();
        return terminal.last();
    }

    private static String awsId(JsonNode status, String resource) {
        for (JsonNode each : status.get("resources")) {
            if (each.get("id").asText().equals(resource)) {
                return each.get("awsId").asText();
            }
        }
        throw new AssertionError("no resource " + resource);
    }
}
