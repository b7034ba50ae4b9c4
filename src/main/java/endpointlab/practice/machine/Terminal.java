package endpointlab.practice.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's terminal: what is typed, with echo and editing, Ctrl-C, Ctrl-D and the lines typed before. A thread of
 * its own reads what comes in, so that Ctrl-C is heard while a command runs.
 */
final class Terminal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);
    private static final int TYPED_AHEAD = 64 * 1024;
    private static final int CTRL_C = 3;
    private static final int CLOSED = -1;
    private static final byte[] CTRL_C_SHOWN = "^C\n".getBytes(StandardCharsets.UTF_8);

    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
    private final InputStream in;
    private final OutputStream out;
    private final Interruption interruption;
    private final LineEditor editor;
    private boolean closed;

    enum Kind {
        LINE, CANCELLED, END
    }

    /** @param text the line without its end; empty unless it is a line */
    record Input(Kind kind, String text) {
    }

    Terminal(InputStream in, OutputStream out, Interruption interruption, LabScheduler scheduler)
            throws IOException {
        this.in = in;
        this.out = out;
        this.interruption = interruption;
        this.editor = new LineEditor(out);
        try {
            scheduler.workers().execute(this::listen);
        } catch (RejectedExecutionException closing) {
            throw new IOException("the practice cloud is closing", closing);
        }
    }

    private void listen() {
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                hear(next);
            }
        } catch (IOException clientGone) {
            LOG.debug("a terminal has gone", clientGone);
        } finally {
            typed.add(CLOSED);
        }
    }

    private void hear(int next) throws IOException {
        synchronized (typed) {
            if (next != CTRL_C || !interruption.isRunning()) {
                if (typed.size() < TYPED_AHEAD) {
                    typed.add(next);
                }
                return;
            }
        }
        // First, as a terminal of Linux does: the prompt comes as soon as what runs has ended.
        out.write(CTRL_C_SHOWN);
        interruption.interrupt();
    }

    /**
     * Ends the command that has just begun if Ctrl-C was typed between the end of its line and its beginning. As with
     * a terminal of Linux (termios(3), ISIG without NOFLSH), what was typed before the Ctrl-C is forgotten.
     */
    void heedTypedAhead() throws IOException {
        synchronized (typed) {
            if (!typed.contains(CTRL_C)) {
                return;
            }
            while (typed.contains(CTRL_C)) {
                typed.remove();
            }
            interruption.interrupt();
        }
        out.write(CTRL_C_SHOWN);
    }

    /** Reads one line; Ctrl-C gives it up, Ctrl-D on an empty line ends the input. */
    Input readLine(String prompt) throws IOException, InterruptedException {
        if (closed) {
            return new Input(Kind.END, "");
        }
        editor.begin(prompt);
        while (true) {
            int next = typed.take();
            if (next == CLOSED) {
                closed = true;
                return new Input(Kind.END, "");
            }
            switch (editor.type(next)) {
                case LINE -> {
                    return new Input(Kind.LINE, editor.line());
                }
                case CANCELLED -> {
                    return new Input(Kind.CANCELLED, "");
                }
                case END -> {
                    return new Input(Kind.END, "");
                }
                case EDITING -> { }
            }
        }
    }

    /** What programs read as their standard input: whole lines, up to Ctrl-D. */
    InputStream asInput() {
        return new InputStream() {

            private byte[] line = new byte[0];
            private int at;

            @Override
            public int read() throws IOException {
                if (at == line.length && !fill()) {
                    return -1;
                }
                return line[at++] & 255;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                if (at == line.length && !fill()) {
                    return -1;
                }
                int some = Math.min(count, line.length - at);
                System.arraycopy(line, at, bytes, from, some);
                at += some;
                return some;
            }

            private boolean fill() throws IOException {
                try {
                    Input next = readLine("");
                    line = next.kind() == Kind.LINE ? (next.text() + "\n").getBytes(StandardCharsets.UTF_8)
                            : new byte[0];
                    at = 0;
                    return next.kind() == Kind.LINE;
                } catch (InterruptedException ctrlC) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
