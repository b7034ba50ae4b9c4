package endpointlab.ui.wizard;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import java.time.Instant;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What happened since the lab was opened, event by event. Knows no language. */
final class LogModel {

    private static final int KEPT = 1_000;

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final WizardModel model;

    /**
     * One event.
     *
     * @param at     wall time
     * @param key    of what it is about: a step, a kind of resource or a wait
     * @param word   key of the state it went to; empty if the key says all
     * @param detail id or error code; empty if none
     */
    record Entry(Instant at, String key, String word, String detail) {
    }

    LogModel(WizardModel model) {
        this.model = model;
        model.observer().stateProperty().addListener((property, before, after) -> compare(before, after));
        model.activityProperty().addListener((property, before, after) -> {
            boolean another = before == null || before.awaited() == null || after.awaited() == null
                    || !before.awaited().what().equals(after.awaited().what());
            if (after.awaited() != null && another) {
                add(after.awaited().what(), "", after.awaited().awsState());
            }
        });
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    private void compare(LabState before, LabState after) {
        for (ResourceSpec spec : model.lab().resources()) {
            ResourceState was = before.resource(spec.id());
            ResourceState is = after.resource(spec.id());
            if (was.status() != is.status()) {
                String detail = is.problem() != null ? is.problem().code() : is.awsId() == null ? "" : is.awsId();
                add("kind." + spec.kind(), "status." + is.status().word(), detail);
            }
        }
        after.steps().forEach((number, step) -> {
            StepState was = before.steps().getOrDefault(number, StepState.OPEN);
            if (was.status() != step.status()) {
                add("wizard.step." + number, "wizard.state." + step.status().word(),
                        step.problem() == null ? "" : step.problem().code());
            }
        });
    }

    private void add(String key, String word, String detail) {
        if (entries.size() >= KEPT) {
            entries.remove(0);
        }
        entries.add(new Entry(Instant.now(), key, word, detail));
    }
}
