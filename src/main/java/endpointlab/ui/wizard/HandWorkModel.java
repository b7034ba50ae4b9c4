package endpointlab.ui.wizard;

import endpointlab.run.WorkFound;
import endpointlab.ui.shared.FxThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the learner made by hand for the step that is shown: looked for, and taken over when confirmed. */
final class HandWorkModel {

    private final WizardModel wizard;
    private final SessionCommands commands;
    private final ObservableList<WorkFound> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper adopted = new ReadOnlyBooleanWrapper(this, "adopted");
    private int step;

    HandWorkModel(WizardModel wizard, SessionCommands commands) {
        this.wizard = wizard;
        this.commands = commands;
        wizard.currentStepProperty().addListener((property, before, after) -> dismiss());
    }

    /** What was found for each resource of the step; empty if nobody looked. */
    ObservableList<WorkFound> found() {
        return found;
    }

    /** Whether it has been taken over. */
    ReadOnlyBooleanProperty adoptedProperty() {
        return adopted.getReadOnlyProperty();
    }

    /** Looks for what was made for the step that is shown; changes nothing in the cloud. */
    void check() {
        dismiss();
        int number = wizard.currentStepProperty().get();
        List<WorkFound> all = Collections.synchronizedList(new ArrayList<>());
        wizard.run(() -> commands.checkWork(number, all::add), () -> FxThread.run(() -> {
            if (wizard.currentStepProperty().get() == number) {
                step = number;
                found.setAll(all);
            }
        }));
    }

    /** Whether something was found that isn't the lab's yet, and all that was found fits. */
    boolean canAdopt() {
        return !adopted.get() && found.stream().allMatch(WorkFound::fits)
                && found.stream().anyMatch(one -> one.verdict() == WorkFound.Verdict.FOUND);
    }

    /** Takes over what was found, with the lab's tags. */
    void adopt() {
        if (!canAdopt()) {
            return;
        }
        Map<String, String> confirmed = found.stream().collect(Collectors.toMap(one -> one.spec().id(),
                one -> one.candidates().get(0).awsId()));
        int number = step;
        wizard.run(() -> commands.adoptWork(number, confirmed), () -> adopted.set(!found.isEmpty()));
    }

    /** Forgets what was found. */
    void dismiss() {
        adopted.set(false);
        found.clear();
    }
}
