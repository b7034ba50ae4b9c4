package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.OwnThread;
import endpointlab.aws.AwsConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A practice cloud as a process of its own, and a lab in it. */
@Timeout(120)
class PracticeCloudCommandTest {

    @TempDir
    Path directory;
    private Terminal server;
    private Terminal terminal;
    private CompletableFuture<Integer> serving;
    private JsonNode cloud;

    @BeforeEach
    void serve() {
        server = new Terminal(directory.resolve("cloud"));
        terminal = new Terminal(directory.resolve("lab"));
        serving = OwnThread.supply(() -> server.type("practice-cloud", "--pace", "instant"));
        await().until(() -> server.out().endsWith("\n"));
        cloud = Terminal.parse(server.out().strip());
        System.setProperty("aws.accessKeyId", cloud.get("accessKeyId").asText());
        System.setProperty("aws.secretAccessKey", cloud.get("secretAccessKey").asText());
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        server.interrupt();
        assertThat(serving).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(0);
    }

    @Test
    void saysInOneLineHowToReachIt() {
        assertThat(server.out().lines()).hasSize(1);
        assertThat(cloud.get("endpoint").asText()).matches("http://127\\.0\\.0\\.1:[0-9]+");
        assertThat(cloud.get("socks").asText()).matches("127\\.0\\.0\\.1:[0-9]+");
        assertThat(cloud.get("region").asText()).isEqualTo("us-east-1");
    }

    @Test
    void aLabRunsInItAndIsFoundThereAgain() {
        assertThat(type("run", "--pace", "instant", "--keep", "--json")).isZero();
        assertThat(terminal.events("check")).hasSize(2);
        assertThat(terminal.last().get("criticalPathMs").isNull()).isTrue();
        assertThat(terminal.last().get("leftover").isNull()).isTrue();

        assertThat(terminal.type("cleanup", "--json")).isZero();

        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
    }

    @Test
    void whatOthersPutIntoTheVpcIsLeftAloneAndReported() {
        assertThat(type("run", "--pace", "instant", "--to", "1", "--json")).isZero();
        String vpc = terminal.events("resource").stream().map(event -> event.path("awsId").asText())
                .filter(id -> id.startsWith("vpc-")).findFirst().orElseThrow();
        try (AwsConnection aws = AwsConnection.to(URI.create(cloud.get("endpoint").asText()), "us-east-1",
                cloud.get("accessKeyId").asText(), cloud.get("secretAccessKey").asText())) {
            String foreign = aws.ec2().createSecurityGroup(request -> request.groupName("not-the-labs")
                    .description("of somebody else").vpcId(vpc)).groupId();

            assertThat(type("cleanup", "--json")).isEqualTo(3);

            assertThat(terminal.last().get("leftover").asInt()).isPositive();
            assertThat(terminal.events("problem")).anySatisfy(event ->
                    assertThat(event.get("message").asText()).contains(foreign));
            aws.ec2().deleteSecurityGroup(request -> request.groupId(foreign));
        }
        assertThat(type("cleanup", "--json")).isZero();
    }

    @Test
    void connectTellsWhyThereIsNoWay() throws Exception {
        String socks = cloud.get("socks").asText();

        assertThat(terminal.type("connect", "no-such-name.elb.us-east-1.amazonaws.com", "22", "--socks", socks))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("名前を解決できません");
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String nobody = "127.0.0.1:" + gone.getLocalPort();
            gone.close();
            assertThat(terminal.type("connect", "198.51.100.1", "22", "--socks", nobody)).isEqualTo(1);
            assertThat(terminal.err()).contains("練習用クラウドにつながりません");
        }
    }

    @Test
    void theSameHomeServesOneCloudAtATime() {
        Terminal second = new Terminal(directory.resolve("cloud"));

        assertThat(second.type("practice-cloud")).isEqualTo(1);
        assertThat(second.err()).contains("practice-cloud");
    }

    private int type(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--endpoint-url", cloud.get("endpoint").asText(), "--socks", cloud.get("socks").asText()));
        return terminal.type(all.toArray(String[]::new));
    }
}
