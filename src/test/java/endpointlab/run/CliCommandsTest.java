package endpointlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.Needs;
import endpointlab.lab.ResourceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands shown to the learner are told from the requests that are sent. */
class CliCommandsTest {

    @TempDir
    Path directory;

    private PracticeLab practice;
    private LabSession session;

    @BeforeEach
    void start() throws IOException {
        practice = new PracticeLab(directory);
        session = practice.open();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void beforeTheRunUnknownIdsAreNamedAndNothingIsCalled() {
        assertThat(last("service-vpc")).startsWith("aws ec2 create-vpc").contains("--cidr-block 10.0.0.0/16")
                .contains("Key=Name,Value=Service_Network").contains("--region us-east-1").doesNotContain("$");
        assertThat(last("service-subnet")).contains("--vpc-id \"$SERVICE_VPC_ID\"");
        assertThat(last("endpoint")).contains("--service-name \"$ENDPOINT_SERVICE_SERVICE_NAME\"")
                .contains("--vpc-endpoint-type Interface").contains("--no-private-dns-enabled")
                .doesNotContain("client-token");
        assertThat(last("load-balancer")).startsWith("aws elbv2 create-load-balancer").contains("--type network");
        assertThat(practice.calls).isEmpty();
        assertThat(practice.lab.resources()).allSatisfy(spec ->
                assertThat(session.cliCommands(spec.id())).as(spec.id()).isNotEmpty());
    }

    @Test
    void userDataIsWrittenToAFileFirst() {
        assertThat(session.cliCommands("web-server")).hasSize(2).first().asString()
                .startsWith("cat > user-data.sh <<'END_OF_USER_DATA'\n#!/bin/bash\n").contains("Hangyuzs Server 1");
        assertThat(last("web-server")).contains("--user-data file://user-data.sh").contains("--count 1");
    }

    @Test
    void afterTheRunTheRealIdsStandThereAndEveryCallCanBeRead() {
        PracticeLab.done(session.runAll());
        assertThat(practice.lab.resources()).allSatisfy(spec ->
                assertThat(session.cliCommands(spec.id())).as(spec.id()).noneMatch(command ->
                        command.startsWith("aws") && command.contains("$")));
        CallSummary created = practice.calls.stream().filter(call -> call.action().equals("CreateVpc")).findFirst()
                .orElseThrow();
        CallExchange exchange = session.exchange(created).orElseThrow();
        assertThat(exchange.request()).contains("aws ec2 create-vpc").contains("CidrBlock: ");
        assertThat(exchange.response()).contains("VpcId: vpc-").contains("State: ");
        assertThat(practice.calls).allSatisfy(call -> assertThat(session.exchange(call).orElseThrow().request())
                .doesNotContain("PRIVATE KEY").doesNotContain(TestCloud.CREDENTIALS.secretAccessKey()));
    }

    @Test
    void theRealAwsCliUnderstandsThem() throws Exception {
        Needs.program("aws", "our commands aren't judged by the AWS CLI");
        Map<String, ResourceSpec> oneOfEachKind = new LinkedHashMap<>();
        practice.lab.resources().forEach(spec -> oneOfEachKind.put(spec.kind(), spec));
        StringBuilder script = new StringBuilder("set -e\necho 'ssh-ed25519 AAAA' > public-key.pub\n");
        for (ResourceSpec spec : oneOfEachKind.values()) {
            List<String> commands = session.cliCommands(spec.id());
            commands.subList(0, commands.size() - 1).forEach(command -> script.append(command).append('\n'));
            // Some sample answers of the CLI don't pass its own rules; they only come after our words were accepted.
            script.append(commands.get(commands.size() - 1)).append(" --generate-cli-skeleton output > answer.json ")
                    .append("2> refused.txt || grep -qE '^Invalid value for parameter [A-Z][A-Za-z]+s.0.' refused.txt ")
                    .append("|| { cat refused.txt; exit 1; }\n");
        }
        Path file = Files.writeString(directory.resolve("commands.sh"), script.toString(), StandardCharsets.UTF_8);
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(directory.resolve("output.txt").toFile());
        bash.environment().put("PYTHONUTF8", "1");
        Process process = bash.start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(directory.resolve("output.txt"),
                StandardCharsets.UTF_8)).isZero();
    }

    private String last(String specId) {
        List<String> commands = session.cliCommands(specId);
        return commands.get(commands.size() - 1);
    }
}
