package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Many hostile inputs of one kind. {@code -Dhostile.count=N} makes all campaigns together send about N,
 * {@code -Dhostile.seed=S} others than usual; a failure says which input of which seed it was.
 */
public final class Campaign {

    /** All campaigns of the default suite together. */
    private static final int USUAL = 12_000;
    private static final int MOST_FAILURES = 20;
    /** No input may hold an answer up longer, in wall time; generous, since the machine may be busy. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final String name;
    private final int count;
    private final long seed = Long.getLong("hostile.seed", 4);

    /** @param usually how many inputs in the default suite */
    public Campaign(String name, int usually) {
        this.name = name;
        this.count = Math.max(1, (int) ((long) usually * Integer.getInteger("hostile.count", USUAL) / USUAL));
    }

    public int count() {
        return count;
    }

    /** Draws an input. */
    @FunctionalInterface
    public interface Draw<T> {

        T input(Chance chance) throws Exception;
    }

    /** Sends an input and judges the answer. */
    @FunctionalInterface
    public interface Trial<T> {

        void send(T input) throws Exception;
    }

    public <T> void run(Draw<T> draw, Trial<T> trial) throws Exception {
        run(0, count, draw, trial);
    }

    /** The inputs from one number to before another; goes on after a failure, to tell several at once. */
    public <T> void run(int from, int to, Draw<T> draw, Trial<T> trial) throws Exception {
        List<String> failures = new ArrayList<>();
        long begun = System.nanoTime();
        long longest = 0;
        int slowest = from;
        try (Watch watch = Watch.start(); Alarm alarm = new Alarm()) {
            for (int number = from; number < to && failures.size() < MOST_FAILURES; number++) {
                T input = draw.input(new Chance(seed * 1_000_003 + number));
                long started = System.nanoTime();
                failure(input, trial, watch, alarm).map((name + " " + number + " of seed " + seed)::concat)
                        .ifPresent(failures::add);
                long took = System.nanoTime() - started;
                slowest = took > longest ? number : slowest;
                longest = Math.max(took, longest);
            }
        }
        LoggerFactory.getLogger(Campaign.class).info("{}: {} inputs of seed {} took {} ms, the slowest, {}, {} ms", name,
                to - from, seed, millisSince(begun), slowest, longest / 1_000_000);
        assertThat(failures).as(() -> String.join("\n\n", failures)).isEmpty();
    }

    private static long millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }

    private static <T> Optional<String> failure(T input, Trial<T> trial, Watch watch, Alarm alarm) {
        long started = System.nanoTime();
        String wrong = "";
        try {
            alarm.within(LONGEST, () -> trial.send(input));
        } catch (AssertionError | StackOverflowError | Exception failure) {
            wrong = Watch.told(failure);
        }
        List<String> complaints = watch.complaints();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return complaints.isEmpty() && wrong.isEmpty() && took.compareTo(LONGEST) < 0 ? Optional.empty()
                : Optional.of(" after " + took.toMillis() + " ms: " + shown(input) + "\n  " + wrong + "\n  heard "
                        + complaints);
    }

    private static String shown(Object sent) {
        String text = sent instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : sent.toString();
        StringBuilder shown = new StringBuilder();
        text.chars().limit(1_000).forEach(c -> shown.append(c < 32 || c > 126
                ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
        return shown.toString();
    }
}
