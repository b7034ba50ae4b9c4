package endpointlab.app;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way into a practice internet on which somebody sits who can answer SSH connections in place of the instance. */
final class DivertingSocks implements AutoCloseable {

    private static final int SSH = 22;
    private static final int REFUSED = 5;

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final InetSocketAddress real;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    /** Answers SSH; {@code null} for the instance itself. */
    volatile Diversion ssh;

    /** @param port on this computer; 0 refuses */
    record Diversion(int port) {

        static final Diversion REFUSING = new Diversion(0);
    }

    DivertingSocks(InetSocketAddress real) throws IOException {
        this.real = real;
        daemon(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                daemon(() -> converse(client));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            client.getOutputStream().write(new byte[] {5, 0});
            in.readFully(new byte[4]);
            byte[] name = new byte[in.readUnsignedByte()];
            in.readFully(name);
            int port = in.readUnsignedShort();
            Diversion now = ssh;
            if (port != SSH || now == null) {
                pump(client, asked(new String(name, StandardCharsets.US_ASCII), port));
            } else if (now.port() == 0) {
                client.getOutputStream().write(reply(REFUSED));
            } else {
                Socket other = new Socket(InetAddress.getLoopbackAddress(), now.port());
                open.add(other);
                client.getOutputStream().write(reply(0));
                pump(client, other);
            }
        } catch (IOException broken) {
            close(client);
        }
    }

    /** A connection on which the request has been sent and nothing of the reply was read. */
    private Socket asked(String name, int port) throws IOException {
        Socket socket = new Socket(real.getAddress(), real.getPort());
        open.add(socket);
        socket.getOutputStream().write(new byte[] {5, 1, 0});
        socket.getInputStream().readNBytes(2);
        socket.getOutputStream().write(ByteBuffer.allocate(name.length() + 7)
                .put(new byte[] {5, 1, 0, 3, (byte) name.length()}).put(name.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) port).array());
        return socket;
    }

    private static byte[] reply(int code) {
        return new byte[] {5, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0};
    }

    private static void pump(Socket one, Socket other) {
        daemon(() -> copy(one, other));
        copy(other, one);
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            close(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "diverting-socks");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(DivertingSocks::close);
    }
}
