package endpointlab.ui.wizard;

import java.time.Duration;

/** Durations as the wizard writes them. */
public final class Times {

    private Times() {
    }

    /** {@code m:ss}, from an hour on {@code h:mm:ss}. */
    public static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600 ? seconds / 60 + ":" + two(seconds % 60)
                : seconds / 3600 + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
