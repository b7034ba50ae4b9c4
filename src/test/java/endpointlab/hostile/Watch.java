package endpointlab.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Hears what hostile input must never bring about: an error in the log, a warning with a stack trace, a word on
 * standard error, a thread that dies of an exception.
 */
final class Watch implements AutoCloseable {

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final PrintStream standardError = System.err;
    private final Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Ear ear = new Ear();

    private Watch() {
    }

    static Watch start() {
        Watch watch = new Watch();
        watch.ear.setContext(watch.root.getLoggerContext());
        watch.ear.start();
        watch.root.addAppender(watch.ear);
        System.setErr(new PrintStream(watch.written, true, StandardCharsets.UTF_8));
        Thread.setDefaultUncaughtExceptionHandler((thread, death) ->
                watch.complaints.add(thread.getName() + " died: " + told(death)));
        return watch;
    }

    /** What was heard since it was asked last. */
    List<String> complaints() {
        List<String> heard = new ArrayList<>();
        for (String one = complaints.poll(); one != null; one = complaints.poll()) {
            heard.add(one);
        }
        synchronized (written) {
            if (written.size() > 0) {
                heard.add("standard error: " + written.toString(StandardCharsets.UTF_8));
                written.reset();
            }
        }
        return heard;
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        System.setErr(standardError);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        List<String> last = complaints();
        if (!last.isEmpty()) {
            throw new AssertionError(last.toString());
        }
    }

    static String told(Throwable death) {
        StringBuilder told = new StringBuilder(death.toString());
        for (int i = 0; i < Math.min(12, death.getStackTrace().length); i++) {
            told.append("\n    at ").append(death.getStackTrace()[i]);
        }
        return death.getCause() == null ? told.toString() : told + "\n  by " + told(death.getCause());
    }

    private final class Ear extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            boolean thrown = event.getThrowableProxy() instanceof ch.qos.logback.classic.spi.ThrowableProxy;
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)
                    || event.getLevel().isGreaterOrEqual(Level.WARN) && thrown) {
                complaints.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                        + (thrown ? " " + told(((ch.qos.logback.classic.spi.ThrowableProxy) event.getThrowableProxy())
                        .getThrowable()) : ""));
            }
        }
    }
}
