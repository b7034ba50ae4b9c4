package endpointlab.practice.machine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A machine's serial console; keeps the last 64 KB, as EC2 does. Lines end with CR LF. Safe for use by any thread. */
final class Console {

    private static final int KEPT_BYTES = 64 * 1024;

    private final StringBuilder text;
    private long changes;

    Console(String text) {
        this.text = new StringBuilder(text);
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized long changes() {
        return changes;
    }

    synchronized void line(String line) {
        text.append(line).append("\r\n");
        changes++;
        dropOldest();
    }

    /** A line with the seconds since the kernel started before it, as the kernel prints it. */
    void stamped(double uptime, String line) {
        line(String.format(Locale.ROOT, "[%12.6f] %s", uptime, line));
    }

    private void dropOldest() {
        if (text.length() < KEPT_BYTES / 4) {
            return;
        }
        int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        while (bytes > KEPT_BYTES) {
            int end = text.indexOf("\n") + 1;
            int cut = end > 0 && end < text.length() ? end : Math.max(1, text.length() - KEPT_BYTES / 4);
            bytes -= text.substring(0, cut).getBytes(StandardCharsets.UTF_8).length;
            text.delete(0, cut);
        }
    }

    /** Takes the output of a program and passes it on line by line. */
    abstract static class Lines extends OutputStream {

        private static final int LONGEST = 4096;

        private final ByteArrayOutputStream open = new ByteArrayOutputStream();

        abstract void line(String line);

        @Override
        public void write(int oneByte) {
            if (oneByte == '\n' || open.size() >= LONGEST) {
                finish();
            }
            if (oneByte != '\n') {
                open.write(oneByte);
            }
        }

        /** Passes on what stands after the last line's end. */
        void finish() {
            line(open.toString(StandardCharsets.UTF_8));
            open.reset();
        }

        @Override
        public void close() {
            if (open.size() > 0) {
                finish();
            }
        }
    }
}
