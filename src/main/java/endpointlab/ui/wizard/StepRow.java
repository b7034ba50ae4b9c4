package endpointlab.ui.wizard;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line of the step list: sign, number, name, time. Also stands for a sub-step. */
final class StepRow extends HBox {

    static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");
    private static final double GLYPH = 16;
    private static final double SMALL_GLYPH = 13;

    private final Localizer texts;
    private final String nameKey;
    private final Label number = Labels.plain("step-number");
    private final Label name = Labels.plain("step-name");
    private final Label time = Labels.plain("step-time");
    private final StateGlyph glyph;
    private final Runnable chosen;
    private ResourceStatus status = ResourceStatus.NOT_MADE;

    StepRow(Localizer texts, String numberText, String nameKey, boolean part, Runnable chosen) {
        this.texts = texts;
        this.nameKey = nameKey;
        this.chosen = chosen;
        this.glyph = new StateGlyph(part ? SMALL_GLYPH : GLYPH);
        getStyleClass().add(part ? "substep-row" : "step-row");
        number.setText(numberText);
        number.setMinWidth(USE_PREF_SIZE);
        time.setMinWidth(USE_PREF_SIZE);
        name.textProperty().bind(texts.bind(nameKey));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Labels.scale(glyph, number);
        getChildren().addAll(glyph, number, name, time);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(!part);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(name.textProperty());
        Tooltip.install(this, tip);
        setOnMouseClicked(event -> chosen.run());
    }

    void choose() {
        chosen.run();
    }

    /** Only sign and number. */
    void setRail(boolean rail) {
        Labels.shown(name, !rail);
        Labels.shown(time, !rail);
    }

    void show(ResourceStatus newStatus, String word, String shown, boolean measured, boolean current) {
        pseudoClassStateChanged(StateGlyph.pseudoClass(status), false);
        status = newStatus;
        pseudoClassStateChanged(StateGlyph.pseudoClass(status), true);
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(MEASURED, measured);
        glyph.setStatus(newStatus);
        time.setText(shown);
        setAccessibleText(number.getText() + " " + texts.text(nameKey) + ", " + word + ", " + shown);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            chosen.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
