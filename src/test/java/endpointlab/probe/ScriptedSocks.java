package endpointlab.probe;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A SOCKS5 server of the tests that answers every request with one reply code, or not at all. */
final class ScriptedSocks implements Closeable {

    static final int SILENT = -1;
    static final int HANG_UP = -2;

    private final ServerSocket server;
    private final int reply;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    ScriptedSocks(int reply) throws IOException {
        this.reply = reply;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-socks");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                converse(client);
            } catch (IOException ended) {
                continue;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        in.readUnsignedByte();
        in.skipBytes(in.readUnsignedByte());
        client.getOutputStream().write(new byte[] {5, 0});
        in.skipBytes(3);
        int type = in.readUnsignedByte();
        byte[] name = new byte[type == 3 ? in.readUnsignedByte() : 4];
        in.readFully(name);
        requests.add(new String(name, StandardCharsets.US_ASCII) + ":" + in.readUnsignedShort());
        if (reply == HANG_UP) {
            client.close();
        } else if (reply != SILENT) {
            client.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
            client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
