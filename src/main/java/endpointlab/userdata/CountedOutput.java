package endpointlab.userdata;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on what a program writes, as far as the script's limits go. */
final class CountedOutput extends FilterOutputStream {

    private final Limits limits;

    CountedOutput(OutputStream out, Limits limits) {
        super(out);
        this.limits = limits;
    }

    @Override
    public void write(int oneByte) throws IOException {
        limits.move(1);
        out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        limits.move(count);
        out.write(bytes, from, count);
    }
}
