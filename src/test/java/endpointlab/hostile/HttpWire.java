package endpointlab.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes to an HTTP server on loopback and reads what comes back, one answer a request, kept alive or not. */
public final class HttpWire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    public HttpWire(int port) {
        this.port = port;
    }

    /** @param head status line and headers, with their last line end */
    public record Answer(int status, String head, String body) {

        private boolean closes() {
            return header("connection").filter("close"::equalsIgnoreCase).isPresent() || head.startsWith("HTTP/1.0");
        }

        Optional<String> header(String name) {
            return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst();
        }
    }

    /** A well-formed request over a connection that may have served others before. */
    public Answer exchange(byte[] request) throws IOException {
        boolean used = socket != null;
        try {
            return exchangeOnce(request);
        } catch (EOFException | SocketException closedWhenIdle) {
            close();
            if (!used) {
                throw closedWhenIdle;
            }
            return exchangeOnce(request);
        }
    }

    private Answer exchangeOnce(byte[] request) throws IOException {
        open();
        socket.getOutputStream().write(request);
        Answer answer = read(in);
        if (answer.closes()) {
            close();
        }
        return answer;
    }

    /** Any bytes, over a connection of their own whose sending side is closed after them; empty for no answer. */
    public static Optional<Answer> shout(int port, byte[] bytes) throws IOException {
        return shout(new Socket("127.0.0.1", port), bytes);
    }

    /** As {@link #shout(int, byte[])}, over a connection that is open; it is closed then. */
    public static Optional<Answer> shout(Socket socket, byte[] bytes) throws IOException {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return Optional.of(read(new BufferedInputStream(socket.getInputStream())));
        } catch (EOFException | SocketException refused) {
            return Optional.empty();
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    static Answer read(InputStream in) throws IOException {
        String head = head(in);
        int status = Integer.parseInt(head.substring(9, 12));
        Answer bare = new Answer(status, head, "");
        Optional<String> length = bare.header("content-length");
        byte[] body = status == 204 || status == 304 ? new byte[0]
                : length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
        return new Answer(status, head, new String(body, StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no whole answer: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
