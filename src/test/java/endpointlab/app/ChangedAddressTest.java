package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** SSH was limited to the learner's address, which has changed since. */
@Timeout(120)
class ChangedAddressTest {

    private static final String RULES =
            "step-14.sg-rules=tcp/22/203.0.113.10/32,tcp/80/0.0.0.0/0,tcp/443/0.0.0.0/0";

    @TempDir
    Path directory;

    @Test
    void step16SaysSoAndTheRuleIsChangedWhenAskedTo() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.type("run", "--pace", "instant", "--to", "15", "--set", RULES, "--set",
                "step-6.sg-rules=tcp/22/0.0.0.0/0,tcp/80/0.0.0.0/0")).as(terminal.err()).isZero();

        assertThat(terminal.type("run", "--to", "16", "--set", "laptop-address=198.51.100.7", "--json")).isEqualTo(1);
        JsonNode problem = terminal.events("problem").get(0);
        assertThat(problem.get("code").asText()).isEqualTo("SshFromElsewhere");
        assertThat(problem.get("message").asText()).contains("203.0.113.10/32", "198.51.100.7");
        assertThat(problem.get("remedy").asText()).contains("--ssh-from 198.51.100.7");

        assertThat(terminal.type("run", "--to", "16", "--set", "laptop-address=198.51.100.7", "--ssh-from",
                "198.51.100.7", "--json")).as(terminal.out()).isZero();
        assertThat(terminal.events("check")).hasSize(1);
        assertThat(terminal.last().get("calls").get("create").asInt()).as("one rule").isEqualTo(1);

        assertThat(terminal.type("run", "--to", "16", "--ssh-from", "198.51.100.7", "--json")).isZero();
        assertThat(terminal.last().get("calls").get("create").asInt()).as("it is there already").isZero();
        assertThat(terminal.type("cleanup")).isZero();
    }

    @Test
    void whereTheAddressIsNotKnownItIsNamedAsPossible() throws Exception {
        try (PracticeCloud cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7,
                directory.resolve("cloud")));
                AwsConnection aws = AwsConnection.to(cloud.endpoint(), cloud.region(),
                        cloud.credentials().accessKeyId(), cloud.credentials().secretAccessKey())) {
            System.setProperty("aws.accessKeyId", cloud.credentials().accessKeyId());
            System.setProperty("aws.secretAccessKey", cloud.credentials().secretAccessKey());
            Terminal terminal = new Terminal(directory.resolve("home"));
            assertThat(type(terminal, cloud, "run", "--to", "15", "--set", RULES)).isZero();
            cloud.setLaptopAddress("198.51.100.7");

            assertThat(type(terminal, cloud, "run", "--to", "16", "--json")).isEqualTo(1);
            assertThat(terminal.events("problem").get(0).get("code").asText()).isEqualTo("SshOnlyFrom");
            assertThat(type(terminal, cloud, "run", "--to", "16", "--set", "laptop-address=198.51.100.7"))
                    .isEqualTo(2);
            assertThat(terminal.err()).contains("laptop-address");
            assertThat(type(terminal, cloud, "run", "--to", "16", "--ssh-from", "198.51.100.7")).isZero();

            assertThat(aws.ec2().describeSecurityGroups().securityGroups()).filteredOn(ChangedAddressTest::isTheLabs)
                    .flatExtracting(SecurityGroup::ipPermissions).filteredOn(rule -> rule.fromPort() == 22)
                    .flatExtracting(rule -> rule.ipRanges()).extracting(range -> range.cidrIp())
                    .containsExactlyInAnyOrder("0.0.0.0/0", "198.51.100.7/32");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private static boolean isTheLabs(SecurityGroup group) {
        return group.tags().stream().anyMatch(tag -> tag.key().equals("LabRun"));
    }

    private static int type(Terminal terminal, PracticeCloud cloud, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--pace", "instant", "--endpoint-url", cloud.endpoint().toString(), "--socks",
                "127.0.0.1:" + cloud.socks().getPort()));
        return terminal.type(all.toArray(String[]::new));
    }
}
