package endpointlab.ui.wizard;

import endpointlab.lab.FieldType;
import endpointlab.lab.Finding;
import endpointlab.ui.shared.Localizer;
import java.util.EnumSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field with its label, what is wrong with it, and the way back to the lab's value. */
final class FieldBox extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final Set<FieldType> WIDE = EnumSet.of(FieldType.USER_DATA, FieldType.SECURITY_GROUP_RULES,
            FieldType.AMI);
    private static final Set<FieldType> LONG = EnumSet.of(FieldType.USER_DATA, FieldType.SECURITY_GROUP_RULES);

    private final FieldModel field;
    private final Localizer texts;
    private final FieldEditors.Editor editor;
    private final Label chip;
    private final Button reset;
    private final Label message = Labels.plain("field-message");

    FieldBox(FieldModel field, Localizer texts, FieldEditors editors) {
        this.field = field;
        this.texts = texts;
        this.editor = editors.editor(field);
        getStyleClass().add("field-box");
        Label label = Labels.bound(texts, "field." + field.spec().key(), "field-label");
        label.setTooltip(new Tooltip(field.spec().key()));
        label.setLabelFor(editor.main());
        editor.main().accessibleTextProperty().bind(label.textProperty());
        chip = Labels.bound(texts, "wizard.form.edited", "edited-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        reset = Labels.icon(texts, "wizard.form.reset", "mdmz-undo", "reset-button");
        reset.setOnAction(event -> field.reset());
        HBox head = new HBox(label, chip, Labels.spring(), reset);
        head.getStyleClass().add("field-head");
        HBox.setHgrow(editor.node(), Priority.ALWAYS);
        message.setWrapText(true);
        getChildren().addAll(head, editor.node(), message);
        field.findingProperty().addListener((property, before, after) -> show());
        field.editedProperty().addListener((property, before, after) -> show());
        field.lockedProperty().addListener((property, before, after) -> show());
        field.usedProperty().addListener((property, before, after) -> show());
        show();
    }

    boolean wide() {
        return WIDE.contains(field.spec().type());
    }

    String lockedReason() {
        return field.lockedProperty().get();
    }

    void show() {
        boolean locked = !field.lockedProperty().get().isEmpty();
        Finding finding = locked ? null : field.findingProperty().get();
        boolean edited = field.editedProperty().get();
        pseudoClassStateChanged(INVALID, finding != null);
        pseudoClassStateChanged(EDITED, edited);
        pseudoClassStateChanged(LOCKED, locked);
        editor.locked().accept(locked);
        Labels.shown(chip, edited);
        Labels.shown(reset, edited && !locked);
        String text = finding != null ? sentence(finding) : hint(edited);
        message.setText(text);
        Labels.shown(message, !text.isEmpty());
        editor.main().setAccessibleHelp(text);
    }

    /** The field's name in the learner's words instead of its key. */
    private String sentence(Finding finding) {
        Object[] arguments = finding.arguments().stream()
                .map(argument -> texts.has("field." + argument) ? texts.text("field." + argument) : argument)
                .toArray();
        return texts.text(finding.text(), arguments);
    }

    private String hint(boolean edited) {
        boolean isLong = LONG.contains(field.spec().type());
        String used = field.usedProperty().get();
        if (!isLong && !used.equals(field.textProperty().get())) {
            return texts.text("wizard.form.used", used);
        }
        return edited && !isLong ? texts.text("wizard.form.lab-value", field.labValue()) : "";
    }
}
