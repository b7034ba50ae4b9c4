package endpointlab.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.aws.AwsMachine;
import endpointlab.i18n.Messages;
import endpointlab.store.LabHome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at a terminal, for the tests: types commands, reads what is printed, presses Ctrl-C. */
final class Terminal {

    private final Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Runnable> interruptible = new CopyOnWriteArrayList<>();
    private volatile boolean interrupted;
    boolean interactive;
    InputStream in = new ByteArrayInputStream(new byte[0]);
    Map<String, String> environment = Map.of();
    Clouds clouds = new CloudOpener(Trouble.none());
    Runnable afterLine = () -> { };

    Terminal(Path home) {
        this.home = home;
    }

    /** Runs a command; what the one before printed is forgotten. */
    int type(String... words) {
        out.reset();
        err.reset();
        interrupted = false;
        return new TerminalFront(new Surroundings(in, new PrintStream(new Watched(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8), interactive, Messages::in,
                () -> new LabHome(home), file -> { }, this::listen, clouds,
                AwsMachine.with(environment))).run(words);
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        interrupted = true;
        interruptible.forEach(Runnable::run);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    byte[] outBytes() {
        return out.toByteArray();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Everything printed, one JSON object per line. */
    List<JsonNode> events() {
        return out().lines().map(Terminal::parse).toList();
    }

    List<JsonNode> events(String name) {
        return events().stream().filter(event -> event.path("event").asText().equals(name)).toList();
    }

    JsonNode last() {
        List<JsonNode> events = events();
        return events.get(events.size() - 1);
    }

    static JsonNode parse(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException noJson) {
            throw new UncheckedIOException(line, noJson);
        }
    }

    private Interrupts.Registration listen(Runnable action) {
        interruptible.add(action);
        if (interrupted) {
            action.run();
        }
        return () -> interruptible.remove(action);
    }

    /** Calls {@link #afterLine} whenever something was flushed. */
    private final class Watched extends OutputStream {

        @Override
        public synchronized void write(int value) {
            out.write(value);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() {
            afterLine.run();
        }
    }
}
