package endpointlab.practice.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * A connection that breaks when its client lets too much time pass: before a request begins, or from then until the
 * request is here, however steadily it trickles in.
 */
final class ApiConnection extends DefaultBHttpServerConnection {

    private final Duration patience;
    private boolean begun;
    private long since;

    /** @param patience wall time for either */
    ApiConnection(Socket socket, Http1Config limits, Duration patience) throws IOException {
        super(null, limits);
        this.patience = patience;
        bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket connected) throws IOException {
                return new ImpatientStream(connected);
            }
        });
    }

    /** @throws SocketTimeoutException if it doesn't come in time */
    @Override
    public ClassicHttpRequest receiveRequestHeader() throws HttpException, IOException {
        begun = false;
        since = System.nanoTime();
        return super.receiveRequestHeader();
    }

    private int millisLeft() throws SocketTimeoutException {
        long left = patience.minusNanos(System.nanoTime() - since).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the request takes too long");
        }
        return (int) left;
    }

    private final class ImpatientStream extends InputStream {

        private final Socket socket;
        private final InputStream in;

        ImpatientStream(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setSoTimeout(millisLeft());
            int count = in.read(bytes, offset, length);
            if (!begun) {
                begun = true;
                since = System.nanoTime();
            }
            return count;
        }
    }
}
