package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.Needs;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code export cli}, run by bash: with the real AWS CLI, and with one that a test plays. */
@Timeout(900)
class CliExportTest {

    private static final String PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n";
    /** A minute where there is nothing else to do; the AWS CLI starts a Python for each of some hundred calls. */
    private static final int LONGEST_SECONDS = 400;
    private static final String ALL = "aws curl ssh ssh-keygen";

    @TempDir
    Path directory;

    /** What a script printed and how it ended. */
    private record Ran(int exit, String out, String err) {
    }

    @Test
    void theRealAwsCliCarriesItOutUnderTheExportedPolicyThoughKilledOnceAndLeavesNothing() throws Exception {
        for (String program : ALL.split(" ")) {
            Needs.program(program, "the exported script isn't run");
        }
        Path script = export("--lang", "en");
        Terminal terminal = new Terminal(directory.resolve("home"));
        assertThat(terminal.type("export", "iam-policy")).isZero();
        try (PracticeCloud cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7,
                directory.resolve("cloud")));
             AwsConnection aws = AwsConnection.to(cloud.endpoint(), "us-east-1", cloud.credentials().accessKeyId(),
                     cloud.credentials().secretAccessKey())) {
            cloud.enforce(Policy.parse(terminal.out(), "the exported policy"));
            Map<String, String> surroundings = surroundings(cloud);
            // The answer of one call is lost, and its id with it.
            Path killer = program("aws", """
                    #!/bin/bash
                    PATH=${PATH#*:}
                    aws "$@" || exit
                    case " $* " in
                        *' create-subnet '*)
                            [ -f "${0%/*}/killed" ] || { touch "${0%/*}/killed"; kill -9 $PPID; } ;;
                    esac
                    """);
            assertThat(run(script, with(surroundings, "PATH", killer + ":" + System.getenv("PATH"))).out()).isEmpty();
            assertThat(aws.ec2().describeSubnets(request -> request.filters(filter -> filter.name("tag:LabResource")
                    .values("service-subnet"))).subnets()).hasSize(1);

            Ran made = run(script, surroundings);

            assertThat(made.err()).contains("Step 16").contains("Done.");
            assertThat(made.out()).isEqualTo(PAGE);
            assertThat(made.exit()).isZero();
            assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(3);
            assertThat(aws.ec2().describeSubnets(request -> request.filters(filter -> filter.name("tag:LabResource")
                    .values("service-subnet"))).subnets()).hasSize(1);

            Ran cleaned = run(script, surroundings, "cleanup");

            assertThat(cleaned.err()).contains("Everything is deleted");
            assertThat(cleaned.exit()).isZero();
            assertNothingLeft(aws);
            assertThat(directory.resolve("work")).doesNotExist();
        }
    }

    private static void assertNothingLeft(AwsConnection aws) {
        assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(1);
        assertThat(aws.ec2().describeInternetGateways().internetGateways()).hasSize(1);
        assertThat(aws.ec2().describeSecurityGroups().securityGroups()).hasSize(1);
        assertThat(aws.ec2().describeRouteTables().routeTables()).hasSize(1);
        assertThat(aws.ec2().describeNetworkInterfaces().networkInterfaces()).isEmpty();
        assertThat(aws.ec2().describeKeyPairs().keyPairs()).isEmpty();
        assertThat(aws.ec2().describeVolumes().volumes()).isEmpty();
        assertThat(aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations()).isEmpty();
        assertThat(aws.elb().describeLoadBalancers().loadBalancers()).isEmpty();
        assertThat(aws.elb().describeTargetGroups().targetGroups()).isEmpty();
    }

    /** What the learner wrote reaches AWS as it is, and the shell never runs any of it. */
    @Test
    void hostileValuesAreWordsAndAnErrorIsOneSentence() throws Exception {
        String name = "$(touch run1) `touch run2` $RUN \"quoted\" ' 'single' \\ ; touch run3 #";
        String userData = "#!/bin/bash\nEND_OF_USER_DATA\ntouch run4\nEND_OF_USER_DATA_\n$(touch run5)\n";
        Path file = Files.writeString(directory.resolve("user-data"), userData, StandardCharsets.UTF_8);
        assertThat(new Terminal(directory.resolve("home")).type("run", "--pace", "instant", "--to", "1", "--set",
                "step-1.name=" + name, "--set", "step-6.user-data=@" + file)).isZero();
        Path script = export("--lang", "en");
        Path played = program("aws", """
                #!/bin/bash
                printf '%s\\n' "$@" --- >> "$CALLS"
                case " $* " in
                    *' create-internet-gateway '*)
                        printf '\\nAn error occurred (InternetGatewayLimitExceeded) when calling: no more\\n' >&2
                        exit 255 ;;
                    *' wait '*) ;;
                    *) echo vpc-1 ;;
                esac
                """);
        for (String other : List.of("ssh", "ssh-keygen", "curl")) {
            program(other, "#!/bin/bash\n");
        }

        Ran ran = run(script, Map.of("PATH", played + ":" + System.getenv("PATH"), "CALLS",
                directory.resolve("calls").toString(), "ENDPOINTLAB_DIR", directory.resolve("work").toString()));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines().toList()).endsWith("Step 2 can't go on: An error occurred "
                + "(InternetGatewayLimitExceeded) when calling: no more", "It stopped half way. bash " + script
                + " goes on from there, bash " + script + " cleanup deletes all of it.");
        String calls = Files.readString(directory.resolve("calls"), StandardCharsets.UTF_8);
        JsonNode tags = Terminal.parse(calls.lines().filter(line -> line.startsWith("[{\"ResourceType\":\"vpc\""))
                .findFirst().orElseThrow());
        assertThat(tags.findValuesAsText("Value")).contains(name);
        assertThat(Files.readString(script, StandardCharsets.UTF_8))
                .contains("<<'END_OF_USER_DATA__'\n" + userData + "END_OF_USER_DATA__\n");
        try (var files = Files.walk(directory)) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(each -> each.startsWith("run"));
        }
    }

    /** Debian 12 has an AWS CLI of 2022, whose create-route-table knows no token yet. */
    @Test
    void onlyTheOldestOptionsAreUsed() throws Exception {
        String script = Files.readString(export(), StandardCharsets.UTF_8).replace("\\\n", "");

        assertThat(script.lines().filter(line -> line.contains("--client-token"))).hasSize(4).allMatch(line ->
                line.contains("run-instances") || line.contains("create-vpc-endpoint"));
        assertThat(script).contains("aws ec2 create-route-table");
    }

    @Test
    void bashAndShellcheckFindNothing() throws Exception {
        Path script = export();
        assertThat(start(List.of("bash", "-n", script.toString()), Map.of()).err()).isEmpty();
        Needs.program("shellcheck", "the exported script isn't judged by it");
        Ran checked = start(List.of("shellcheck", script.toString()), Map.of());
        assertThat(checked.out()).isEmpty();
        assertThat(checked.exit()).isZero();
    }

    @Test
    void anUnknownFormOrArgumentIsOneSentence() throws Exception {
        Terminal terminal = new Terminal(directory.resolve("home"));
        assertThat(terminal.type("export", "pdf", "--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo(
                "export can't write \"pdf\"; write cli, cloudformation, report or iam-policy.\n");
        Path script = export("--lang", "en");
        assertThat(run(script, Map.of(), "clean")).isEqualTo(
                new Ran(2, "", "Usage: bash " + script + " [cleanup]\n"));
        assertThat(run(script, Map.of("ENDPOINTLAB_DIR", "/nowhere"), "cleanup")).isEqualTo(
                new Ran(1, "", "/nowhere has no record of a run, so there is nothing to delete.\n"));
    }

    private Path export(String... more) throws IOException {
        Terminal terminal = new Terminal(directory.resolve("home"));
        String[] words = new String[more.length + 2];
        words[0] = "export";
        words[1] = "cli";
        System.arraycopy(more, 0, words, 2, more.length);
        assertThat(terminal.type(words)).isZero();
        assertThat(terminal.err()).isEmpty();
        return Files.write(directory.resolve("lab.sh"), terminal.outBytes());
    }

    private Map<String, String> surroundings(PracticeCloud cloud) {
        String socks = cloud.socks().getHostString() + ":" + cloud.socks().getPort();
        String connect = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                + System.getProperty("java.class.path") + " endpointlab.Launcher connect %h %p --socks " + socks;
        return Map.of("AWS_ENDPOINT_URL", cloud.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", cloud.credentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", cloud.credentials().secretAccessKey(),
                "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "ENDPOINTLAB_DIR", directory.resolve("work").toString(), "ENDPOINTLAB_POLL_SECONDS", "1",
                "ENDPOINTLAB_SSH_OPTIONS", "-o 'ProxyCommand=" + connect + "'",
                "ENDPOINTLAB_CURL_OPTIONS", "--socks5-hostname " + socks);
    }

    private static Map<String, String> with(Map<String, String> surroundings, String name, String value) {
        Map<String, String> changed = new HashMap<>(surroundings);
        changed.put(name, value);
        return changed;
    }

    /** @return the folder that it lies in */
    private Path program(String name, String text) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("bin"));
        Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private Ran run(Path script, Map<String, String> surroundings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        return start(command, surroundings);
    }

    private Ran start(List<String> command, Map<String, String> surroundings) throws Exception {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(surroundings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as(() -> "ended in time: " + read(err)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
