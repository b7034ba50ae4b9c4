package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.Launcher;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.run.Neighbours;
import endpointlab.store.LabHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program as a process of its own, killed by the system ({@code kill -9}) after so many lines of its output,
 * started again, killed again, and at last let be. Four labs are killed five times each; {@code -Dkill.labs=N} kills N
 * labs with each kind of cloud, {@code -Dkill.seed=S} elsewhere.
 */
@Timeout(600)
class KilledProcessTest {

    private static final Logger LOG = LoggerFactory.getLogger("killed-process");
    private static final int LABS = Integer.getInteger("kill.labs", 2);
    private static final int KILLS = 5;
    /** Five starts that print half as many on average come through the making and into the clean-up. */
    private static final int MOST_LINES = 70;

    @TempDir
    Path root;
    private Terminal terminal;
    private final List<Process> children = new ArrayList<>();

    @BeforeEach
    void open() {
        terminal = new Terminal(root.resolve("lab"));
    }

    @AfterEach
    void end() throws InterruptedException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
    }

    static Stream<Long> labs() {
        Random seeds = new Random(Long.getLong("kill.seed", 20));
        return IntStream.range(0, LABS).mapToObj(number -> seeds.nextLong());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void withTheCloudInsideItALabIsGoneOnWith(long seed) throws Exception {
        killAgainAndAgain(new Random(seed), Map.of(), "--seed", "3");

        succeed("run", "--pace", "instant", "--keep", "--json", "--seed", "3");
        String runId = runId();
        assertThat(Neighbours.kinds(added(runId))).isEqualTo(Neighbours.WHOLE_LAB);
        succeed("cleanup", "--json");

        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(added(runId)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void withTheCloudInAnotherProcessItIsGoneOnWithAndNothingElseIsTouched(long seed) throws Exception {
        try (ServedCloud cloud = new ServedCloud(root.resolve("cloud"));
             AwsConnection aws = AwsConnection.to(URI.create(cloud.endpoint()), "us-east-1", cloud.accessKeyId(),
                     cloud.secretAccessKey())) {
            System.setProperty("aws.accessKeyId", cloud.accessKeyId());
            System.setProperty("aws.secretAccessKey", cloud.secretAccessKey());
            String[] there = {"--endpoint-url", cloud.endpoint(), "--socks", cloud.socks()};
            Neighbours neighbours = new Neighbours(aws);
            neighbours.moveIn();
            TreeMap<String, String> others = neighbours.census();
            killAgainAndAgain(new Random(seed), cloud.keys(), there);

            if (seed % 2 == 0) {
                succeed(words(there, "run", "--pace", "instant", "--keep", "--json"));
                assertThat(Neighbours.kinds(Neighbours.without(neighbours.census(), others)))
                        .isEqualTo(Neighbours.WHOLE_LAB);
            }
            succeed(words(there, "cleanup", "--json"));

            assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
            TreeMap<String, String> now = neighbours.census();
            assertThat(Neighbours.touched(others, now)).isEmpty();
            assertThat(Neighbours.without(now, others)).isEmpty();
        }
    }

    private void killAgainAndAgain(Random random, Map<String, String> environment, String... options)
            throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(1 + random.nextInt(MOST_LINES), environment, words(options, "run", "--pace", "instant", "--json"));
        }
    }

    /** Starts the program and kills it when it has printed so many lines; if it prints fewer, when it is done. */
    private void killAfter(int lines, Map<String, String> environment, String... words) throws Exception {
        Process child = start(environment, words);
        try (BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(),
                StandardCharsets.UTF_8))) {
            List<String> printed = new ArrayList<>();
            String line = output.readLine();
            while (line != null && printed.size() < lines - 1) {
                printed.add(line);
                line = output.readLine();
            }
            if (line == null) {
                assertThat(child.waitFor()).as(() -> String.join("\n", printed)).isZero();
            } else {
                child.destroyForcibly().waitFor();
            }
            LOG.info("killed at: {}", line);
        }
    }

    private Process start(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Xshare:auto", "-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--home", root.resolve("lab").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process child = builder.start();
        children.add(child);
        return child;
    }

    private static String[] words(String[] options, String... words) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(options)).toArray(String[]::new);
    }

    private void succeed(String... words) {
        assertThat(terminal.type(words)).as(() -> terminal.out() + terminal.err()).isZero();
    }

    private String runId() {
        succeed("status", "--json");
        JsonNode status = terminal.last();
        return status.get("id").asText();
    }

    /** Ids of all that is in the lab's own cloud beside what a fresh account has. */
    private List<String> added(String runId) {
        CloudOpener opener = new CloudOpener(Trouble.none());
        Path world = new LabHome(root.resolve("lab")).practice(runId);
        try (Cloud cloud = opener.own(world, "us-east-1", 3, Pace.INSTANT);
             Cloud fresh = opener.own(root.resolve("fresh"), "us-east-1", 3, Pace.INSTANT)) {
            return Neighbours.without(new Neighbours(cloud.aws()).census(), new Neighbours(fresh.aws()).census());
        }
    }
}
