package endpointlab.practice.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The body of a request. Closing its content reads what was left of it, so that a client that is still sending gets
 * to see the answer, and ends the connection if the next request can't be told from it.
 */
final class RequestBody extends HttpEntityWrapper {

    private static final int MOST_DISCARDED = 8 << 20;

    private final InputStream content;

    RequestBody(HttpEntity received) throws IOException {
        super(received);
        this.content = new Content(received.getContent());
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    private static final class Content extends FilterInputStream {

        private boolean broken;

        Content(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException failed) {
                broken = true;
                throw failed;
            }
        }

        /** @throws ConnectionClosedException if the connection is of no use any more */
        @Override
        public void close() throws IOException {
            if (broken || !readsToTheEnd()) {
                throw new ConnectionClosedException("more of a request than is worth reading");
            }
        }

        private boolean readsToTheEnd() throws IOException {
            byte[] buffer = new byte[8192];
            int discarded = 0;
            while (discarded < MOST_DISCARDED) {
                int count = read(buffer, 0, buffer.length);
                if (count < 0) {
                    return true;
                }
                discarded += count;
            }
            return false;
        }
    }
}
