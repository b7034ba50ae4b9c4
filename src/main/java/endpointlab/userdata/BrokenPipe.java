package endpointlab.userdata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** More was written than a reader takes; the writer ends, as by SIGPIPE. */
final class BrokenPipe extends IOException {

    private static final int MOST_BYTES = 1024 * 1024;

    private BrokenPipe() {
        super("Broken pipe");
    }

    /** Keeps what is written to it, up to a megabyte. */
    static final class Buffer extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (kept.size() + count > MOST_BYTES) {
                throw new BrokenPipe();
            }
            kept.write(bytes, from, count);
        }

        int size() {
            return kept.size();
        }

        byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
