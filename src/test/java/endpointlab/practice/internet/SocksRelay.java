package endpointlab.practice.internet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A local port whose connections go through the SOCKS proxy to one destination, for programs that know no SOCKS. */
public final class SocksRelay implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("relay"));
    private final ServerSocket server;

    private SocksRelay(ServerSocket server) {
        this.server = server;
    }

    public static SocksRelay to(int proxyPort, String host, int port) throws IOException {
        SocksRelay relay = new SocksRelay(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        relay.threads.execute(() -> relay.acceptAll(proxyPort, host, port));
        return relay;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void acceptAll(int proxyPort, String host, int port) {
        while (!server.isClosed()) {
            try {
                Socket local = server.accept();
                SocksClient remote = new SocksClient(proxyPort);
                remote.socket().setSoTimeout(0);
                if (remote.connect(host, port) != SocksClient.SUCCEEDED) {
                    local.close();
                }
                threads.execute(() -> bridge(local, remote));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void bridge(Socket local, SocksClient remote) {
        try (local; remote) {
            new Bridge(local, remote.socket(), threads).run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
