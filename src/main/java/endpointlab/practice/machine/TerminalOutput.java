package endpointlab.practice.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A terminal's output: a line feed also moves to the start of the line, and what is written is shown at once. */
final class TerminalOutput extends OutputStream {

    private final OutputStream channel;

    TerminalOutput(OutputStream channel) {
        this.channel = channel;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(count + 16);
        byte before = 0;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n' && before != '\r') {
                raw.write('\r');
            }
            raw.write(bytes[i]);
            before = bytes[i];
        }
        channel.write(raw.toByteArray());
        channel.flush();
    }

    @Override
    public void flush() throws IOException {
        channel.flush();
    }
}
