package endpointlab.probe;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Gives JSch a socket that a {@link Dialer} opened. */
final class DialerProxy implements Proxy {

    private final Socket socket;

    private DialerProxy(Socket socket) {
        this.socket = socket;
    }

    /** Opens the connection at once, so that a failure comes typed and not wrapped by JSch. */
    static DialerProxy open(Dialer dialer, String host, int port, LabClock clock, Cancellation cancellation)
            throws ConnectFailure {
        return new DialerProxy(dialer.open(host, port, clock, cancellation));
    }

    @Override
    public void connect(SocketFactory factory, String host, int port, int timeout) throws IOException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public InputStream getInputStream() {
        try {
            return socket.getInputStream();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        try {
            return socket.getOutputStream();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public Socket getSocket() {
        return socket;
    }

    @Override
    public void close() {
        Sockets.close(socket);
    }
}
