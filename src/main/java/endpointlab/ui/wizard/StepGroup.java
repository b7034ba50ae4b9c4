package endpointlab.ui.wizard;

import endpointlab.ui.shared.Localizer;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A group of steps that can be folded away; its head counts what is done. */
final class StepGroup extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Label count = Labels.plain("group-count");
    private final Label arrow = Labels.symbol("mdal-expand_more", 1.2, "group-arrow");
    private final Button head = new Button();
    private final VBox rows = new VBox();
    private final List<StepRow> steps = new ArrayList<>();
    private final Label name;
    private boolean open = true;

    /** @param toggled is run when the learner folds or unfolds it */
    StepGroup(Localizer texts, String letter, String nameKey, Runnable toggled) {
        getStyleClass().add("step-group");
        Label sign = Labels.plain("group-letter");
        sign.setText(letter);
        Label name = Labels.bound(texts, nameKey, "group-name");
        HBox line = new HBox(sign, name, Labels.spring(), count, arrow);
        line.getStyleClass().add("group-line");
        head.setGraphic(line);
        head.getStyleClass().addAll("flat", "group-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.accessibleTextProperty().bind(name.textProperty());
        line.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> head.getWidth()
                - head.getInsets().getLeft() - head.getInsets().getRight(), head.widthProperty(),
                head.insetsProperty()));
        count.setMinWidth(USE_PREF_SIZE);
        this.name = name;
        head.setOnAction(event -> {
            setOpen(!open);
            toggled.run();
        });
        getChildren().addAll(head, rows);
    }

    /** Only the letter. */
    void setRail(boolean rail) {
        Labels.shown(name, !rail);
        Labels.shown(count, !rail);
        Labels.shown(arrow, !rail);
        steps.forEach(step -> step.setRail(rail));
    }

    void add(StepRow row, VBox parts) {
        steps.add(row);
        rows.getChildren().addAll(row, parts);
    }

    List<StepRow> visibleSteps() {
        return open ? steps : List.of();
    }

    void count(int done, int all) {
        count.setText(done + "/" + all);
    }

    boolean isOpen() {
        return open;
    }

    void setOpen(boolean value) {
        open = value;
        Labels.shown(rows, value);
        Labels.icon(arrow, value ? "mdal-expand_more" : "mdal-chevron_right");
        pseudoClassStateChanged(OPEN, value);
    }
}
