package endpointlab.probe;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.probe.ConnectFailure.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens connections through a SOCKS5 proxy (RFC 1928), which also resolves the names. Java's own SOCKS client tells
 * why a connection failed only in the words of a message; this one reads the reply code.
 */
public final class SocksDialer implements Dialer {

    /** Longer than Linux tries to connect (127 s), so that it is the proxy that says so. */
    private static final Duration REPLY_PATIENCE = Duration.ofSeconds(180);
    private static final int PROXY_CONNECT_MILLIS = 10_000;
    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final InetSocketAddress proxy;
    private final Supplier<Optional<String>> address;

    /** @param proxy where the SOCKS server listens */
    public SocksDialer(InetSocketAddress proxy) {
        this(proxy, Optional::empty);
    }

    /** @param address the public address that the client has behind the proxy now */
    public SocksDialer(InetSocketAddress proxy, Supplier<Optional<String>> address) {
        this.proxy = proxy;
        this.address = address;
    }

    @Override
    public Optional<String> address() {
        return address.get();
    }

    @Override
    public Socket open(String host, int port, LabClock clock, Cancellation cancellation) throws ConnectFailure {
        Socket socket = new Socket(Proxy.NO_PROXY);
        boolean open = false;
        try (Cancellation.Registration registration = cancellation.onCancel(() -> Sockets.close(socket))) {
            connectToProxy(socket);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Guards.millis(clock, REPLY_PATIENCE));
            converse(socket, host, port);
            socket.setSoTimeout(0);
            open = true;
            return socket;
        } catch (SocketTimeoutException silent) {
            throw new ConnectFailure(Kind.TIMED_OUT, host + ":" + port + " did not answer", silent);
        } catch (ConnectFailure failure) {
            throw failure;
        } catch (IOException broken) {
            cancellation.throwIfCancelled();
            throw new ConnectFailure(Kind.NO_NETWORK, "the practice internet at " + proxy + " does not work", broken);
        } finally {
            if (!open) {
                Sockets.close(socket);
            }
        }
    }

    private void connectToProxy(Socket socket) throws ConnectFailure {
        try {
            socket.connect(proxy, PROXY_CONNECT_MILLIS);
        } catch (IOException unreachable) {
            throw new ConnectFailure(Kind.NO_NETWORK, "the practice internet at " + proxy + " does not answer",
                    unreachable);
        }
    }

    private static void converse(Socket socket, String host, int port) throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        out.write(new byte[] {VERSION, 1, 0});
        out.flush();
        if (in.readUnsignedByte() != VERSION || in.readUnsignedByte() != 0) {
            throw new IOException("the proxy wants a password or speaks no SOCKS5");
        }
        out.write(request(host, port));
        out.flush();
        int version = in.readUnsignedByte();
        int reply = in.readUnsignedByte();
        in.readUnsignedByte();
        in.readFully(new byte[boundAddressLength(in) + 2]);
        if (version != VERSION) {
            throw new IOException("the proxy speaks no SOCKS5");
        }
        checkReply(reply, host, port);
    }

    private static byte[] request(String host, int port) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        if (name.length == 0 || name.length > 255) {
            throw new IllegalArgumentException("not a host: " + host);
        }
        return ByteBuffer.allocate(name.length + 7).put(new byte[] {VERSION, CONNECT, 0, NAME, (byte) name.length})
                .put(name).putShort((short) port).array();
    }

    private static int boundAddressLength(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case IPV4 -> 4;
            case NAME -> in.readUnsignedByte();
            case IPV6 -> 16;
            default -> throw new IOException("the proxy speaks no SOCKS5");
        };
    }

    private static void checkReply(int reply, String host, int port) throws ConnectFailure {
        String to = host + ":" + port;
        switch (reply) {
            case 0 -> { }
            case 4 -> throw new ConnectFailure(Kind.UNRESOLVABLE, host + " has no address", null);
            case 5 -> throw new ConnectFailure(Kind.REFUSED, to + " refused", null);
            case 3, 6 -> throw new ConnectFailure(Kind.TIMED_OUT, to + " did not answer", null);
            default -> throw new ConnectFailure(Kind.NO_NETWORK, "the proxy answered " + reply, null);
        }
    }
}
