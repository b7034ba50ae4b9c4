package endpointlab.practice.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.KeyPair;
import endpointlab.clock.Pace;
import endpointlab.network.LabIds;
import endpointlab.network.LabNetwork;
import endpointlab.practice.machine.PracticeNet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy alone: a bare server socket stands for the process on the instance. */
class SocksServerTest {

    private static final int PORT = 80;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PracticeNet net;
    private ServerSocket process;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        net = PracticeNet.open(directory, Pace.INSTANT, PracticeNet.newKey(KeyPair.ED25519));
        process = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        net.plane.listeners().open(LabIds.WEB, PORT, process.getLocalPort());
    }

    @AfterEach
    void close() throws Exception {
        process.close();
        net.close();
        threads.shutdownNow();
    }

    private SocksClient client() throws IOException {
        return new SocksClient(net.socks.port());
    }

    @Test
    void carriesBytesBothWaysAndLetsEitherSideFinishFirst() throws Exception {
        try (SocksClient client = client()) {
            assertThat(client.connect(LabIds.NLB_NAME, PORT)).isEqualTo(SocksClient.SUCCEEDED);
            Socket server = process.accept();
            client.socket().getOutputStream().write("question".getBytes(StandardCharsets.UTF_8));
            client.socket().shutdownOutput();
            assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("question");
            server.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
            server.close();
            assertThat(new String(client.socket().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("answer");
        }
        await().untilAsserted(() -> assertThat(net.socks.clientCount()).isZero());
    }

    @Test
    void announcesTheAddressThatTheInstanceWouldSee() throws Exception {
        net.socks.setClientAddress("198.51.100.99");
        try (SocksClient client = client()) {
            client.connect(LabIds.WEB_PUBLIC_IP, PORT);
            Socket server = process.accept();
            assertThat(net.plane.announcements().from(server.getRemoteSocketAddress())).hasValueSatisfying(caller -> {
                assertThat(caller.address()).isEqualTo("198.51.100.99");
                assertThat(caller.instanceId()).isEqualTo(LabIds.WEB);
            });
            client.close();
            server.close();
            await().untilAsserted(() -> assertThat(
                    net.plane.announcements().from(server.getRemoteSocketAddress())).isEmpty());
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> net.socks.setClientAddress("here")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void repliesAsAwsWould() throws Exception {
        try (SocksClient client = client()) {
            assertThat(client.connect("no-such-name.elb.us-east-1.amazonaws.com", 80))
                    .isEqualTo(SocksClient.UNRESOLVABLE);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect(LabIds.WEB_PUBLIC_IP, 22)).isEqualTo(SocksClient.REFUSED);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect("example.com", 80)).isEqualTo(SocksClient.TIMED_OUT);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect(LabIds.WEB_IP, 80)).isEqualTo(SocksClient.TIMED_OUT);
        }
    }

    @Test
    void staysSilentAsLongAsLinuxWouldWait() throws Exception {
        net.network = new LabNetwork().ingress(LabIds.WEB_SG);
        try (SocksClient client = client()) {
            Instant asked = net.clock.now();
            assertThat(client.connect(LabIds.WEB_PUBLIC_IP, 80)).isEqualTo(SocksClient.TIMED_OUT);
            assertThat(Duration.between(asked, net.clock.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(127));
        }
    }

    @Test
    void aRuleAddedWhileNobodyAnswersLetsTheNextSynThrough(@TempDir Path directory) throws Exception {
        try (PracticeNet slow = PracticeNet.open(directory, new Pace("10", 10),
                PracticeNet.newKey(KeyPair.ED25519))) {
            slow.network = new LabNetwork().ingress(LabIds.WEB_SG);
            slow.plane.listeners().open(LabIds.WEB, PORT, process.getLocalPort());
            try (SocksClient client = new SocksClient(slow.socks.port())) {
                CompletableFuture<Integer> reply = CompletableFuture.supplyAsync(() -> {
                    try {
                        return client.connect(LabIds.WEB_PUBLIC_IP, 80);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                }, threads);
                await().until(() -> slow.socks.clientCount() == 1);
                slow.network = new LabNetwork();
                assertThat(reply.get(15, TimeUnit.SECONDS)).isEqualTo(SocksClient.SUCCEEDED);
            }
        }
    }

    @Test
    void noticesAClientThatLeavesWhileItWaits(@TempDir Path directory) throws Exception {
        try (PracticeNet slow = PracticeNet.open(directory, Pace.AWS,
                PracticeNet.newKey(KeyPair.ED25519))) {
            slow.network = new LabNetwork().ingress(LabIds.WEB_SG);
            SocksClient client = new SocksClient(slow.socks.port());
            client.greet();
            client.request(LabIds.WEB_PUBLIC_IP, 80);
            await().until(() -> slow.socks.clientCount() == 1);
            client.close();
            await().atMost(Duration.ofSeconds(5)).until(() -> slow.socks.clientCount() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9})
    void refusesOtherCommands(int command) throws Exception {
        try (SocksClient client = client()) {
            client.greet();
            client.send(5, command, 0, 1, 10, 0, 1, 10, 0, 80);
            assertThat(client.reply()).isEqualTo(7);
        }
    }

    @Test
    void refusesAddressesThatItDoesNotCarry() throws Exception {
        try (SocksClient client = client()) {
            client.greet();
            client.send(5, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 80);
            assertThat(client.reply()).isEqualTo(8);
        }
        try (SocksClient client = client()) {
            client.greet();
            client.send(5, 1, 0, 9, 0, 80);
            assertThat(client.reply()).isEqualTo(8);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect(LabIds.WEB_PUBLIC_IP, 0)).isEqualTo(1);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect("", 80)).isEqualTo(SocksClient.UNRESOLVABLE);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect("x".repeat(255), 80)).isEqualTo(SocksClient.UNRESOLVABLE);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect("127.0.0.1", process.getLocalPort())).isNotEqualTo(SocksClient.SUCCEEDED);
        }
        try (SocksClient client = client()) {
            assertThat(client.connect("localhost", process.getLocalPort())).isNotEqualTo(SocksClient.SUCCEEDED);
        }
    }

    @Test
    void wantsSocks5WithoutAuthentication() throws Exception {
        try (SocksClient client = client()) {
            client.send(5, 2, 1, 2);
            assertThat(client.receive(2)).containsExactly(5, 0xFF);
            assertThat(client.receive(1)).isEmpty();
        }
        try (SocksClient client = client()) {
            client.send(5, 0);
            assertThat(client.receive(2)).containsExactly(5, 0xFF);
        }
        for (String other : List.of("GET / HTTP/1.1\r\n\r\n", "\u0004\u0001")) {
            try (SocksClient client = client()) {
                client.socket().getOutputStream().write(other.getBytes(StandardCharsets.UTF_8));
                assertThat(closedOrReset(client)).isTrue();
            }
        }
    }

    /** A server that closes without reading all that was sent makes the kernel reset the connection. */
    private static boolean closedOrReset(SocksClient client) throws IOException {
        try {
            return client.receive(1).length == 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void greetingInPiecesIsUnderstood() throws Exception {
        try (SocksClient client = client()) {
            client.send(5);
            client.send(1);
            client.send(0);
            assertThat(client.receive(2)).containsExactly(5, 0);
            for (int piece : new int[] {5, 1, 0, 1, 203, 0, 113, 10, 0}) {
                client.send(piece);
            }
            client.send(80);
            assertThat(client.reply()).isEqualTo(SocksClient.SUCCEEDED);
        }
    }

    @Test
    void manyConnectionsAtOnceArriveWholeAndLeaveNothing() throws Exception {
        int connections = 60;
        byte[] load = new byte[200_000];
        new Random(1).nextBytes(load);
        threads.execute(this::echoAll);
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> echoed(load), threads));
        }
        for (CompletableFuture<byte[]> answer : answers) {
            assertThat(Arrays.equals(answer.get(60, TimeUnit.SECONDS), load)).isTrue();
        }
        await().untilAsserted(() -> assertThat(net.socks.clientCount()).isZero());
    }

    private void echoAll() {
        while (!process.isClosed()) {
            try {
                Socket socket = process.accept();
                threads.execute(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] echoed(byte[] load) {
        try (SocksClient client = client()) {
            client.connect(LabIds.NLB_NAME, PORT);
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.receive(load.length);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }, threads);
            client.socket().getOutputStream().write(load);
            client.socket().shutdownOutput();
            return answer.join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void closingEndsEveryConnection() throws Exception {
        try (SocksClient client = client()) {
            client.connect(LabIds.WEB_PUBLIC_IP, PORT);
            net.socks.close();
            assertThat(closedOrReset(client)).isTrue();
            assertThatThrownBy(this::client).isInstanceOf(IOException.class);
        }
    }

    @Test
    void terminatingTheInstanceEndsItsConnections() throws Exception {
        try (SocksClient client = client()) {
            client.connect(LabIds.WEB_PUBLIC_IP, PORT);
            net.plane.cut(LabIds.WEB);
            assertThat(closedOrReset(client)).isTrue();
        }
    }
}
