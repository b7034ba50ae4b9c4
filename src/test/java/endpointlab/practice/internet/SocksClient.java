package endpointlab.practice.internet;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A plain SOCKS5 client (RFC 1928) that tells the reply code. */
public final class SocksClient implements AutoCloseable {

    public static final int SUCCEEDED = 0;
    public static final int UNRESOLVABLE = 4;
    public static final int REFUSED = 5;
    public static final int TIMED_OUT = 6;

    private final Socket socket = new Socket(Proxy.NO_PROXY);

    public SocksClient(int proxyPort) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", proxyPort), 5_000);
        socket.setSoTimeout(20_000);
    }

    public Socket socket() {
        return socket;
    }

    void send(int... unsignedBytes) throws IOException {
        byte[] bytes = new byte[unsignedBytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) unsignedBytes[i];
        }
        socket.getOutputStream().write(bytes);
    }

    /** What the proxy sends, up to {@code count} bytes; fewer if it closes the connection. */
    byte[] receive(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    void greet() throws IOException {
        send(5, 1, 0);
        byte[] chosen = receive(2);
        if (chosen.length != 2 || chosen[0] != 5 || chosen[1] != 0) {
            throw new IOException("not a SOCKS5 proxy without authentication");
        }
    }

    /** Asks for a connection to a name or address as a name, and gives the reply code. */
    public int connect(String host, int port) throws IOException {
        greet();
        request(host, port);
        return reply();
    }

    void request(String host, int port) throws IOException {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        send(5, 1, 0, 3, name.length);
        socket.getOutputStream().write(name);
        send(port >> 8, port & 255);
    }

    int reply() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] reply = new byte[10];
        in.readFully(reply);
        if (reply[0] != 5 || reply[3] != 1) {
            throw new EOFException("not a reply");
        }
        return reply[1];
    }

    /** Body of the page at {@code path}, over the connection that is open. */
    public String get(String host, String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
