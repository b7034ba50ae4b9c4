package endpointlab.ui.wizard;

import endpointlab.lab.CheckSpec;
import endpointlab.lab.ResourceSpec;
import endpointlab.run.CallSummary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/** The SDK calls of the step that is shown. */
final class StepCalls {

    private final WizardModel model;
    private final ReadOnlyObjectWrapper<List<CallRow>> rows =
            new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");

    StepCalls(WizardModel model) {
        this.model = model;
        model.observer().calls().addListener((ListChangeListener<CallSummary>) change -> refresh());
        model.currentStepProperty().addListener((property, before, after) -> refresh());
        refresh();
    }

    ReadOnlyObjectProperty<List<CallRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Polls counted singly. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void refresh() {
        int step = model.currentStepProperty().get();
        Set<String> subjects = Stream.concat(
                model.lab().resources().stream().filter(spec -> spec.step() == step || isLast(step))
                        .map(ResourceSpec::id),
                model.lab().checks().stream().filter(check -> check.step() == step).map(CheckSpec::id))
                .collect(Collectors.toSet());
        List<CallSummary> calls = model.observer().calls().stream()
                .filter(call -> call.kind().equals("delete") == isLast(step) || call.poll()).toList();
        rows.set(CallRow.fold(calls, subjects));
        count.set(rows.get().stream().mapToInt(CallRow::count).sum());
    }

    private boolean isLast(int step) {
        return step == model.lab().steps().size();
    }
}
