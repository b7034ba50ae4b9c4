package endpointlab.ui.wizard;

import java.time.Duration;
import java.util.Locale;

/** Durations as the wizard writes them. */
public final class Times {

    private Times() {
    }

    /** {@code m:ss}, from an hour on {@code h:mm:ss}. */
    public static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
