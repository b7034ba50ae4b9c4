package endpointlab.ui.start;

import endpointlab.ui.shared.Texts;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as people say it. */
final class Ago {

    private Ago() {
    }

    static String text(Texts texts, Instant then, Instant now) {
        Duration ago = Duration.between(then, now);
        if (ago.toMinutes() < 1) {
            return texts.text("start.ago.now");
        }
        if (ago.toHours() < 1) {
            return texts.text("start.ago.minutes", ago.toMinutes());
        }
        if (ago.toDays() < 1) {
            return texts.text("start.ago.hours", ago.toHours());
        }
        return texts.text("start.ago.days", ago.toDays());
    }
}
