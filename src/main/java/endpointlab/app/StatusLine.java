package endpointlab.app;

import endpointlab.clock.LabClock;
import endpointlab.i18n.Messages;
import endpointlab.run.WaitInfo;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The last line of the terminal, drawn again and again: what is being waited for, since when, and how long it usually
 * takes. Where nobody looks (output into a file) it is never drawn.
 */
final class StatusLine implements AutoCloseable {

    private static final long REDRAW_MILLIS = 250;
    private static final int BAR = 10;
    /** A longer line would wrap and could not be drawn again; narrower terminals than this are rare. */
    private static final int COLUMNS = 79;
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean interactive;
    private final Messages texts;
    private final Map<String, WaitInfo> waits = new LinkedHashMap<>();
    private final ScheduledExecutorService redraw;
    private LabClock clock;
    private boolean drawn;

    StatusLine(PrintStream out, boolean interactive, Messages texts) {
        this.out = out;
        this.interactive = interactive;
        this.texts = texts;
        this.redraw = interactive ? Executors.newSingleThreadScheduledExecutor(StatusLine::thread) : null;
    }

    /** Starts drawing. */
    synchronized void start(LabClock labClock) {
        clock = labClock;
        if (interactive) {
            redraw.scheduleWithFixedDelay(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void waiting(WaitInfo wait) {
        waits.put(wait.id(), wait);
        draw();
    }

    synchronized void waitEnded(String id) {
        waits.remove(id);
        draw();
    }

    /** Prints a whole line above the status line. */
    synchronized void print(String text) {
        clear();
        out.print(text + "\n");
        out.flush();
        draw();
    }

    /** Takes the status line away until it is drawn again. */
    synchronized void clear() {
        if (drawn) {
            out.print(BACK_AND_CLEAR);
            out.flush();
            drawn = false;
        }
    }

    synchronized void draw() {
        if (!interactive || clock == null || waits.isEmpty()) {
            clear();
            return;
        }
        WaitInfo longest = waits.values().stream().max((a, b) -> left(a).compareTo(left(b))).orElseThrow();
        String text = bar(longest) + texts.text(waits.size() > 1 ? "terminal.waiting.more" : "terminal.waiting",
                texts.text(longest.what()), seconds(elapsed(longest)), seconds(longest.usual()),
                String.valueOf(waits.size() - 1));
        out.print(BACK_AND_CLEAR + DisplayWidth.cut(text, COLUMNS));
        out.flush();
        drawn = true;
    }

    @Override
    public synchronized void close() {
        clear();
        waits.clear();
        if (redraw != null) {
            redraw.shutdownNow();
        }
    }

    private String bar(WaitInfo wait) {
        if (wait.usual().isZero()) {
            return "";
        }
        long filled = Math.min(BAR, elapsed(wait).toMillis() * BAR / Math.max(1, wait.usual().toMillis()));
        return "[" + "=".repeat((int) filled) + " ".repeat(BAR - (int) filled) + "] ";
    }

    private Duration elapsed(WaitInfo wait) {
        Duration elapsed = Duration.between(wait.since(), clock.now());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private Duration left(WaitInfo wait) {
        return wait.usual().minus(elapsed(wait));
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "status-line");
        thread.setDaemon(true);
        return thread;
    }
}
