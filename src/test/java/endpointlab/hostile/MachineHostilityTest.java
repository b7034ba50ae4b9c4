package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.Session;
import endpointlab.network.LabIds;
import endpointlab.practice.internet.SocksClient;
import endpointlab.practice.machine.PracticeNet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The practice internet's proxy and the machines behind it under bytes that no client sends. */
@Timeout(3600)
class MachineHostilityTest {

    private static final Duration LONGEST_COMMAND = Duration.ofMillis(400);

    @TempDir
    Path directory;
    private Footprint before;
    private PracticeNet net;

    @BeforeEach
    void open() throws IOException {
        before = Footprint.now();
        net = PracticeNet.booted(directory);
    }

    /** Whatever was sent, both machines serve on, and nothing is left when the cloud is closed. */
    @AfterEach
    void stillThere() throws Exception {
        assertThat(net.onCustomer("echo still there").out()).isEqualTo("still there\n");
        try (SocksClient client = new SocksClient(net.socks.port())) {
            assertThat(client.connect(LabIds.WEB_PUBLIC_IP, 80)).isZero();
            assertThat(client.get(LabIds.WEB_PUBLIC_IP, "/")).isEqualTo(PracticeNet.PAGE);
        }
        net.close();
        before.awaitNoMoreThreadsOrSockets();
    }

    @Test
    void socks() throws Exception {
        List<Long> heaps = new ArrayList<>();
        Campaign campaign = new Campaign("SOCKS", 3_400);
        for (int half = 0; half < 2; half++) {
            campaign.run(half * campaign.count() / 2, (half + 1) * campaign.count() / 2, SocksBytes::draw, bytes ->
                    SocksBytes.assertAnswer(talk(new Socket("127.0.0.1", net.socks.port()), bytes)));
            heaps.add(Footprint.heap());
        }
        Footprint.assertFlat(heaps);
    }

    @Test
    void sshBytes() throws Exception {
        List<Long> heaps = new ArrayList<>();
        Campaign campaign = new Campaign("SSH bytes", 80);
        for (int half = 0; half < 2; half++) {
            campaign.run(half * campaign.count() / 2, (half + 1) * campaign.count() / 2, SshBytes::draw, bytes -> {
                byte[] answer = talk(connected(LabIds.CUSTOMER_PUBLIC_IP, 22), bytes);
                assertThat(new String(answer, StandardCharsets.ISO_8859_1)).startsWith("SSH-2.0-OpenSSH")
                        .doesNotContain("Exception:", "\tat ");
            });
            heaps.add(Footprint.heap());
        }
        Footprint.assertFlat(heaps);
    }

    @Test
    void commands() throws Exception {
        Session session = net.ssh(LabIds.CUSTOMER_PUBLIC_IP);
        try {
            new Campaign("command", 80).run(ScriptLines::draw, command -> {
                ChannelExec channel = (ChannelExec) session.openChannel("exec");
                channel.setCommand(command.getBytes(StandardCharsets.UTF_8));
                converse(channel, new byte[0]);
            });
        } finally {
            session.disconnect();
        }
    }

    @Test
    void typedAndPipedIn() throws Exception {
        Session session = net.ssh(LabIds.CUSTOMER_PUBLIC_IP);
        try {
            new Campaign("typed", 30).run(Typed::draw, typed -> {
                ChannelShell channel = (ChannelShell) session.openChannel("shell");
                channel.setPty(typed.terminal());
                converse(channel, typed.bytes());
            });
        } finally {
            session.disconnect();
        }
    }

    /**
     * What is typed into a login shell.
     *
     * @param terminal whether it has one
     */
    private record Typed(boolean terminal, byte[] bytes) {

        static Typed draw(Chance chance) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int left = 1 + chance.below(5); left > 0; left--) {
                bytes.writeBytes(chance.once(4) ? chance.bytes(200)
                        : ScriptLines.draw(chance).getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(chance.from(List.of("\n", "\r", "\r\n", "\u0003", "\u0004", "\u001b[A", "\u001b[",
                        "\u001b[" + "1".repeat(5_000), "\u0015", "\b".repeat(50), "\\\n", "'", "\u007f", "\n\n"))
                        .getBytes(StandardCharsets.UTF_8));
            }
            return new Typed(chance.once(2), bytes.toByteArray());
        }

        @Override
        public String toString() {
            return (terminal ? "terminal " : "pipe ") + new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends, reads until the other side ends or a little longer than usual, and leaves without a word. */
    private static void converse(Channel channel, byte[] input) throws Exception {
        InputStream out = channel.getInputStream();
        OutputStream in = channel.getOutputStream();
        channel.connect(15_000);
        in.write(input);
        in.flush();
        in.close();
        long end = System.nanoTime() + LONGEST_COMMAND.toNanos();
        byte[] buffer = new byte[16_384];
        StringBuilder said = new StringBuilder();
        while (System.nanoTime() < end && !(channel.isClosed() && out.available() == 0)) {
            int count = out.available() > 0 ? out.read(buffer) : 0;
            said.append(new String(buffer, 0, Math.max(0, count), StandardCharsets.ISO_8859_1));
            if (count == 0) {
                LockSupport.parkNanos(500_000);
            }
        }
        channel.disconnect();
        assertThat(said.toString()).doesNotContain("java.lang", "Exception:", "\tat ");
    }

    @Test
    void httpRequests() throws Exception {
        Campaign campaign = new Campaign("HTTP to a machine", 100);
        List<Long> heaps = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            campaign.run(half * campaign.count() / 2, (half + 1) * campaign.count() / 2, PageRequests::draw, bytes -> {
                Optional<HttpWire.Answer> answer = HttpWire.shout(connected(LabIds.WEB_PUBLIC_IP, 80), bytes);
                answer.ifPresent(PageRequests::check);
            });
            heaps.add(Footprint.heap());
        }
        Footprint.assertFlat(heaps);
    }

    /** Open for as long as the caller wants, through the proxy. */
    private Socket connected(String host, int port) throws IOException {
        SocksClient client = new SocksClient(net.socks.port());
        assertThat(client.connect(host, port)).isZero();
        return client.socket();
    }

    /** Sends, says that this was all, and reads what comes. */
    private static byte[] talk(Socket socket, byte[] bytes) throws IOException {
        try (socket) {
            socket.setSoTimeout(15_000);
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(read);
            } catch (SocketException reset) {
                assertThat(reset).hasMessageMatching("(?i).*(reset|broken pipe).*");
            }
            return read.toByteArray();
        }
    }
}
