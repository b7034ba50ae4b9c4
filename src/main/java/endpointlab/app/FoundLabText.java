package endpointlab.app;

import endpointlab.i18n.Messages;
import java.time.Duration;
import java.util.Locale;

/** A line about a lab that a sweep found, for people. */
final class FoundLabText {

    private final Messages texts;

    FoundLabText(Messages texts) {
        this.texts = texts;
    }

    String line(FoundLab lab) {
        String owner = lab.owner().map(known -> known.isEmpty() ? texts.text("terminal.sweep.no-owner") : known)
                .orElseGet(() -> texts.text("terminal.sweep.owner-unknown"));
        String cost = lab.perHour().isPresent()
                ? texts.text("terminal.leftover.cost", String.format(Locale.ROOT, "%.4f",
                        lab.perHour().getAsDouble()))
                : texts.text("terminal.sweep.cost-unknown");
        return texts.text(lab.chosen() ? "terminal.sweep.chosen" : "terminal.sweep.kept", lab.runId(), owner,
                lab.age().map(this::age).orElseGet(() -> texts.text("terminal.sweep.age-unknown")),
                String.valueOf(lab.parts().size()), cost, lab.region(), lab.accountId());
    }

    private String age(Duration age) {
        return age.toDays() > 0
                ? texts.text("terminal.sweep.age-days", String.valueOf(age.toDays()),
                        String.valueOf(age.toHoursPart()))
                : texts.text("terminal.sweep.age-hours", String.valueOf(age.toHours()),
                        String.valueOf(age.toMinutesPart()));
    }
}
