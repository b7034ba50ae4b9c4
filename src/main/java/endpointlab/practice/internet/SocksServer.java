package endpointlab.practice.internet;

import endpointlab.clock.LabClock;
import endpointlab.ip.Ipv4;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;

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

    private final DataPlane plane;
    private final LabClock clock;
    private final LoopbackListener listener;
    private volatile String clientAddress = DEFAULT_CLIENT_ADDRESS;

    private SocksServer(DataPlane plane, LabClock clock, int port) throws IOException {
        this.plane = plane;
        this.clock = clock;
        this.listener = LoopbackListener.start("practice-internet", port, this::converse);
    }

    /**
     * @param port port on 127.0.0.1, 0 for any free one
     * @throws IOException if the port is taken
     */
    public static SocksServer start(DataPlane plane, LabClock clock, int port) throws IOException {
        return new SocksServer(plane, clock, port);
    }

    private void converse(Socket client, ExecutorService threads) throws IOException, InterruptedException {
        new SocksConversation(client, plane, clock, threads).run(clientAddress);
    }

    public int port() {
        return listener.port();
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
        return listener.clientCount();
    }

    /** Ends every connection and closes the port; returns when nothing runs any more. */
    @Override
    public void close() {
        listener.close();
    }
}
