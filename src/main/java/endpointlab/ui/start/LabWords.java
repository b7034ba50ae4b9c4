package endpointlab.ui.start;

import endpointlab.lab.LabState;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import java.time.Instant;
import java.util.stream.Collectors;

/** What the start page says of a lab, in the language chosen now. */
final class LabWords {

    private final Localizer texts;

    LabWords(Localizer texts) {
        this.texts = texts;
    }

    String mode(LabState state) {
        return texts.text("start.mode." + state.mode());
    }

    /** Prefix, if any, and run id: what tells two labs apart. */
    String name(LabState state) {
        return state.prefix().isEmpty() ? state.runId() : state.prefix() + " · " + state.runId();
    }

    String headline(LabOverview lab) {
        return texts.text("start.next", lab.nextStep(), texts.text("step." + lab.nextStep() + ".title"));
    }

    String situation(LabOverview lab) {
        return switch (lab.situation()) {
            case FAILED -> texts.text("start.situation.failed", lab.nextStep());
            case DRIFTED -> texts.text("start.situation.drifted");
            case ASKS_FOR_ACCEPTANCE -> texts.text("start.situation.asks-for-acceptance");
            case NOTHING_MADE -> texts.text("start.situation.nothing-made");
            case ONLY_CLEAN_UP -> texts.text("start.situation.only-clean-up", lab.standing());
            case UNDER_WAY -> texts.text("start.situation.under-way", lab.nextStep() - 1, lab.standing());
        };
    }

    /** What still runs and what that costs. */
    String running(LabOverview lab) {
        String what = lab.running().isEmpty() ? texts.text("start.running.nothing")
                : texts.text("start.running", lab.running().entrySet().stream()
                        .map(kind -> texts.text("start.running." + kind.getKey(), kind.getValue()))
                        .collect(Collectors.joining(texts.text("start.and"))));
        return what + texts.text("start.space") + cost(lab);
    }

    private String cost(LabOverview lab) {
        boolean practice = lab.state().mode().equals("practice");
        if (lab.perHour().isEmpty()) {
            return texts.text(practice ? "start.cost.practice-unknown" : "start.cost.unknown", lab.state().region());
        }
        String dollars = Money.perHour(lab.perHour().getAsDouble());
        return texts.text(practice ? "start.cost.practice" : "start.cost.aws", dollars);
    }

    String progress(LabOverview lab) {
        return texts.text("start.progress", lab.doneCount(), lab.done().size());
    }

    String left(LabOverview lab, Instant now) {
        return texts.text("start.left", Ago.text(texts, lab.state().changedAt(), now));
    }

    String ended(LabOverview lab, Instant now) {
        return texts.text("start.ended", Ago.text(texts, lab.state().changedAt(), now));
    }
}
