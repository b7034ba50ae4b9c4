package endpointlab.ui.presenter;

import endpointlab.lab.LabStep;
import endpointlab.ui.shared.Localizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A dash for each step, group by group: done, the one that is looked at, to come. */
final class GroupProgress extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Map<Integer, Region> dashes = new LinkedHashMap<>();
    private final Map<String, Label> names = new LinkedHashMap<>();
    private final PresenterModel model;

    GroupProgress(PresenterModel model, Localizer localizer) {
        this.model = model;
        getStyleClass().add("group-progress");
        Map<String, HBox> rows = new LinkedHashMap<>();
        for (LabStep step : model.steps()) {
            HBox row = rows.computeIfAbsent(step.group(), group -> group(group, localizer));
            Region dash = new Region();
            dash.getStyleClass().add("dash");
            dashes.put(step.number(), dash);
            row.getChildren().add(dash);
        }
        model.step().addListener((property, before, after) -> show());
        model.doneSteps().addListener((property, before, after) -> show());
        show();
    }

    private HBox group(String group, Localizer localizer) {
        Label name = new Label();
        name.getStyleClass().add("group-name");
        name.textProperty().bind(localizer.bind("presenter.group." + group));
        names.put(group, name);
        HBox row = new HBox();
        row.getStyleClass().add("dashes");
        VBox box = new VBox(name, row);
        box.getStyleClass().add("group");
        getChildren().add(box);
        return row;
    }

    private void show() {
        int current = model.step().get();
        List<Integer> done = model.doneSteps().getValue();
        dashes.forEach((number, dash) -> {
            dash.pseudoClassStateChanged(DONE, done.contains(number));
            dash.pseudoClassStateChanged(CURRENT, number == current);
        });
        String group = model.steps().stream().filter(step -> step.number() == current).map(LabStep::group)
                .findFirst().orElse("");
        names.forEach((name, label) -> label.pseudoClassStateChanged(CURRENT, name.equals(group)));
    }
}
