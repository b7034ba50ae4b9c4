package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.OwnThread;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConnectCommandTest {

    @TempDir
    Path home;

    @Test
    void bytesGoThroughBothWaysUntilTheOtherSideEnds() throws Exception {
        byte[] sent = new byte[100_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        Terminal terminal = new Terminal(home);
        terminal.in = new ByteArrayInputStream(sent);
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = OwnThread.supply(() -> echo(proxy, sent.length));

            int exit = terminal.type("connect", "10.1.1.5", "22", "--socks", "127.0.0.1:" + proxy.getLocalPort());

            assertThat(exit).isZero();
            assertThat(received.get()).isEqualTo(sent);
            assertThat(terminal.outBytes()).isEqualTo(sent);
            assertThat(terminal.err()).isEmpty();
        }
    }

    /** Plays proxy and server at once: says yes, sends back what comes, ends when it has seen the end. */
    private static byte[] echo(ServerSocket proxy, int length) {
        try (Socket client = proxy.accept()) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            in.readNBytes(3);
            out.write(new byte[] {5, 0});
            in.readNBytes(5 + "10.1.1.5".length() + 2);
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            byte[] all = in.readAllBytes();
            assertThat(all).hasSize(length);
            out.write(all);
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
