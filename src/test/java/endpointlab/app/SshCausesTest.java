package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.jcraft.jsch.JSch;
import endpointlab.app.DivertingSocks.Diversion;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Cancellation;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.probe.RemoteShell;
import endpointlab.probe.SocksDialer;
import endpointlab.run.ProbeRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/**
 * Step 16 of one lab, with each thing that can be in the way of its SSH login: each is its own cause, and when it is
 * gone the same command goes on.
 */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SshCausesTest {

    private Path directory;
    private PracticeCloud cloud;
    private AwsConnection aws;
    private DivertingSocks socks;
    private Terminal terminal;

    @BeforeAll
    void makeTheLab(@TempDir Path temporary) throws IOException {
        directory = temporary;
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7, directory.resolve("cloud")));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        System.setProperty("aws.accessKeyId", cloud.credentials().accessKeyId());
        System.setProperty("aws.secretAccessKey", cloud.credentials().secretAccessKey());
        socks = new DivertingSocks(cloud.socks());
        terminal = new Terminal(directory.resolve("home"));
        assertThat(type("run", "--to", "15")).as(terminal.err()).isZero();
    }

    @AfterAll
    void stop() throws IOException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        socks.close();
        aws.close();
        cloud.close();
    }

    @Test
    @Order(1)
    void nobodyAnswers() {
        String acl = aws.ec2().describeNetworkAcls(request -> request.filters(filter -> filter.name("vpc-id")
                .values(id("customer-vpc")))).networkAcls().get(0).networkAclId();
        aws.ec2().createNetworkAclEntry(request -> request.networkAclId(acl).ruleNumber(50).protocol("6")
                .egress(false).ruleAction(RuleAction.DENY).cidrBlock("0.0.0.0/0")
                .portRange(range -> range.from(22).to(22)));

        assertCause("SshTimeout");

        aws.ec2().deleteNetworkAclEntry(request -> request.networkAclId(acl).ruleNumber(50).egress(false));
    }

    @Test
    @Order(1)
    void theServerIsNotUp() {
        socks.ssh = Diversion.REFUSING;

        assertCause("SshRefused");
    }

    @Test
    @Order(1)
    void anotherServerAnswers() throws Exception {
        assertThat(causeBehind(KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256)).get("code").asText())
                .isEqualTo("HostKeyChanged");
    }

    @Test
    @Order(1)
    void aServerWithAnotherTypeOfKeyAnswers() throws Exception {
        assertThat(causeBehind(KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048)).get("code").asText())
                .isEqualTo("HostKeyUnknown");
    }

    @Test
    @Order(1)
    void theKeyFileWasExchanged() throws Exception {
        Path file = keyFile();
        byte[] mine = Files.readAllBytes(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            com.jcraft.jsch.KeyPair.genKeyPair(new JSch(), com.jcraft.jsch.KeyPair.ED25519)
                    .writeOpenSSHv1PrivateKey(out, null);
        }

        assertThat(assertCause("SshOtherKey").get("remedy").asText()).contains(id("customer-instance"));

        Files.write(file, mine);
    }

    @Test
    @Order(1)
    void theKeyFileIsDamaged() throws IOException {
        Path file = keyFile();
        byte[] mine = Files.readAllBytes(file);
        Files.write(file, new byte[mine.length]);

        assertThat(assertCause("KeyFileDamaged").get("message").asText()).contains(file.toString());

        Files.write(file, mine);
    }

    @Test
    @Order(2)
    void whenNothingIsInTheWayItGoesOn() {
        socks.ssh = null;
        assertThat(type("run", "--to", "16", "--json")).as(terminal.out()).isZero();
        assertThat(terminal.events("check")).hasSize(1);
    }

    @Test
    @Order(3)
    void aLostKeyFileCostsTheInstancesAndNothingElse() throws IOException {
        String customer = id("customer-instance");
        String endpoint = id("endpoint");
        Files.delete(keyFile());

        assertThat(type("run", "--to", "16", "--json")).as(terminal.out()).isZero();

        assertThat(id("customer-instance")).isNotEqualTo(customer);
        assertThat(id("endpoint")).isEqualTo(endpoint);
        assertThat(keyFile()).exists();
        assertThat(terminal.events("check")).as("of what was made anew").hasSize(2);
    }

    @Test
    @Order(4)
    void theInstanceForgotTheKey() throws IOException {
        terminateTheCustomersInstance();
        assertThat(type("run", "--to", "15", "--json")).isZero();
        inTheInstance("echo none > ~/.ssh/authorized_keys");

        assertCause("SshAuthFailed");
        assertThat(type("cleanup", "--json")).isZero();
    }

    private void terminateTheCustomersInstance() {
        String instance = id("customer-instance");
        aws.ec2().terminateInstances(request -> request.instanceIds(instance));
    }

    private JsonNode assertCause(String code) {
        assertThat(type("run", "--to", "16", "--json")).isEqualTo(1);
        List<JsonNode> problems = terminal.events("problem");
        assertThat(problems).extracting(problem -> problem.get("code").asText()).containsExactly(code);
        socks.ssh = null;
        return problems.get(0);
    }

    private JsonNode causeBehind(KeyPair hostKey) throws IOException {
        SshServer other = SshServer.setUpDefaultServer();
        other.setHost("127.0.0.1");
        other.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        other.setPublickeyAuthenticator((user, key, session) -> true);
        other.start();
        try {
            socks.ssh = new Diversion(other.getPort());
            assertThat(type("run", "--to", "16", "--json")).isEqualTo(1);
            assertThat(terminal.events("problem")).hasSize(1);
            return terminal.events("problem").get(0);
        } finally {
            socks.ssh = null;
            other.stop(true);
        }
    }

    private void inTheInstance(String command) throws IOException {
        Path key = keyFile();
        String instance = id("customer-instance");
        String address = aws.ec2().describeInstances(request -> request.instanceIds(instance)).reservations().get(0)
                .instances().get(0).publicIpAddress();
        RemoteShell.Output output = new RemoteShell(new SocksDialer(cloud.socks())).run(new ProbeRequest(
                "connectivity", Map.of("instance", instance, "host", address, "user", "ec2-user"), () -> key,
                () -> console(instance), cloud.clock(), new Cancellation()), command);
        assertThat(output.exit()).as(output.stderr()).isZero();
    }

    private String console(String instance) {
        String output = aws.ec2().getConsoleOutput(request -> request.instanceId(instance).latest(true)).output();
        return output == null ? "" : new String(Base64.getMimeDecoder().decode(output), StandardCharsets.UTF_8);
    }

    private Path keyFile() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("home"))) {
            return files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
        }
    }

    private String id(String specId) {
        Terminal status = new Terminal(directory.resolve("home"));
        assertThat(status.type("status", "--json")).isZero();
        for (JsonNode resource : status.last().get("resources")) {
            if (resource.get("id").asText().equals(specId)) {
                return resource.get("awsId").asText();
            }
        }
        throw new AssertionError(specId);
    }

    private int type(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--pace", "instant", "--endpoint-url", cloud.endpoint().toString(), "--socks",
                "127.0.0.1:" + socks.port()));
        return terminal.type(all.toArray(String[]::new));
    }
}
