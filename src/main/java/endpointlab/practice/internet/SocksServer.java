package endpointlab.practice.internet;

import endpointlab.clock.LabClock;
import endpointlab.ip.Ipv4;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the practice internet for SSH, curl and browsers: a SOCKS5 proxy (RFC 1928) on 127.0.0.1, without
 * authentication, for CONNECT to IPv4 addresses and names. Whoever connects through it is taken for the learner's
 * laptop, with one public address.
 *
 * <p>How a connection fails, as in AWS: refused is reply 5, a name without address is reply 4. Where nobody answers
 * the proxy stays silent as well, until Linux would give up ({@link DataPlane#LINUX_CONNECT_TIMEOUT}, lab time);
 * then comes reply 6 ("TTL expired"), the one code of RFC 1928 that nothing else here uses.
 */
public final class SocksServer implements AutoCloseable {

    /** The learner's laptop, from the block that RFC 5737 sets apart for documentation. */
    public static final String DEFAULT_CLIENT_ADDRESS = "203.0.113.10";

    private static final Logger LOG = LoggerFactory.getLogger(SocksServer.class);
    private static final int MOST_THREADS = 1024;

    private final DataPlane plane;
    private final LabClock clock;
    private final ServerSocket server;
    private final ExecutorService threads;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile String clientAddress = DEFAULT_CLIENT_ADDRESS;

    private SocksServer(DataPlane plane, LabClock clock, ServerSocket server) {
        this.plane = plane;
        this.clock = clock;
        this.server = server;
        this.threads = new ThreadPoolExecutor(1, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                DaemonThreads.named("practice-internet"));
    }

    /**
     * @param port port on 127.0.0.1, 0 for any free one
     * @throws IOException if the port is taken
     */
    public static SocksServer start(DataPlane plane, LabClock clock, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 128);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        SocksServer socks = new SocksServer(plane, clock, server);
        socks.threads.execute(socks::acceptAll);
        return socks;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The public address that new connections come from. */
    public String clientAddress() {
        return clientAddress;
    }

    /** @throws IllegalArgumentException if it is no IPv4 address */
    public void setClientAddress(String publicIp) {
        clientAddress = Ipv4.format(Ipv4.parse(publicIp));
    }

    /** Number of clients connected now. */
    public int clientCount() {
        return clients.size();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                serve(client);
            } catch (IOException failed) {
                if (!server.isClosed()) {
                    LOG.warn("a connection to the practice internet could not be accepted", failed);
                }
            }
        }
    }

    private void serve(Socket client) {
        try {
            threads.execute(() -> converse(client));
        } catch (RejectedExecutionException tooMany) {
            LOG.warn("the practice internet has too many connections");
            end(client);
        }
    }

    private void converse(Socket client) {
        try {
            new SocksConversation(client, plane, clock, threads).run(clientAddress);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RejectedExecutionException broken) {
            LOG.debug("a conversation with a client of the practice internet broke off", broken);
        } finally {
            end(client);
        }
    }

    private void end(Socket client) {
        clients.remove(client);
        try {
            client.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("closing a client of the practice internet", alreadyBroken);
        }
    }

    /** Ends every connection and closes the port; returns when nothing runs any more. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("closing the practice internet", alreadyBroken);
        }
        threads.shutdownNow();
        clients.forEach(this::end);
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("connections of the practice internet did not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
