package endpointlab.ui.wizard;

import atlantafx.base.controls.ToggleSwitch;
import endpointlab.ui.shared.Localizer;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Makes the control that fits a field's type. Each writes what is typed into the field's model at once. */
final class FieldEditors {

    private static final List<String> TYPES = List.of("t3.micro", "t2.micro", "t3.small", "t3.medium", "t4g.micro");
    private static final int ROWS = 6;

    private final Localizer texts;
    private final List<String> zones;

    /** @param zones of the lab's Region */
    FieldEditors(Localizer texts, List<String> zones) {
        this.texts = texts;
        this.zones = zones;
    }

    /**
     * A control for a field.
     *
     * @param main   takes the focus and speaks for the field
     * @param locked is told whether the value may be changed
     */
    record Editor(Node node, Node main, Consumer<Boolean> locked) {
    }

    Editor editor(FieldModel field) {
        return switch (field.spec().type()) {
            case BOOLEAN -> toggle(field);
            case AVAILABILITY_ZONE -> combo(field, zones, zones.isEmpty());
            case INSTANCE_TYPE -> combo(field, TYPES, true);
            case USER_DATA -> area(field);
            case SECURITY_GROUP_RULES -> rules(field);
            case PORT -> number(field, "TCP", 1);
            case HEALTH_INTERVAL -> number(field, "", 5);
            default -> text(field);
        };
    }

    private static Editor text(FieldModel field) {
        TextField control = textField(field);
        return new Editor(control, control, locked -> control.setEditable(!locked));
    }

    private static TextField textField(FieldModel field) {
        TextField control = new TextField();
        control.getStyleClass().add("mono");
        control.textProperty().bindBidirectional(field.textProperty());
        return control;
    }

    private Editor number(FieldModel field, String before, int step) {
        TextField control = textField(field);
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setOnKeyPressed(event -> {
            int by = event.getCode() == KeyCode.UP ? step : event.getCode() == KeyCode.DOWN ? -step : 0;
            if (by != 0 && control.isEditable() && control.getText().matches("[0-9]{1,5}")) {
                control.setText(String.valueOf(Math.max(0, Integer.parseInt(control.getText()) + by)));
                event.consume();
            }
        });
        Label unit = before.isEmpty() ? Labels.bound(texts, "wizard.form.seconds", "field-unit")
                : Labels.plain("field-unit");
        if (!before.isEmpty()) {
            unit.setText(before);
        }
        unit.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = before.isEmpty() ? new HBox(control, unit) : new HBox(unit, control);
        box.getStyleClass().add("number-editor");
        return new Editor(box, control, locked -> control.setEditable(!locked));
    }

    private static Editor combo(FieldModel field, List<String> choices, boolean editable) {
        ComboBox<String> control = new ComboBox<>();
        control.getStyleClass().add("mono");
        control.getItems().setAll(choices);
        control.setEditable(editable);
        control.setMaxWidth(Double.MAX_VALUE);
        if (editable) {
            control.getEditor().textProperty().bindBidirectional(field.textProperty());
        }
        control.setValue(field.textProperty().get());
        field.textProperty().addListener((property, before, after) -> control.setValue(after));
        control.valueProperty().addListener((property, before, after) -> {
            if (after != null) {
                field.textProperty().set(after);
            }
        });
        return new Editor(control, control, control::setDisable);
    }

    private Editor toggle(FieldModel field) {
        ToggleSwitch control = new ToggleSwitch();
        control.setSelected(field.textProperty().get().equals("true"));
        control.selectedProperty().addListener((property, before, after) ->
                field.textProperty().set(String.valueOf(after)));
        Label word = Labels.plain("toggle-word");
        Runnable say = () -> {
            boolean on = field.textProperty().get().equals("true");
            control.setSelected(on);
            word.setText(texts.text("field." + field.spec().key() + "." + on));
        };
        field.textProperty().addListener((property, before, after) -> say.run());
        texts.languageProperty().addListener((property, before, after) -> say.run());
        say.run();
        HBox box = new HBox(control, word);
        box.getStyleClass().add("toggle-editor");
        return new Editor(box, control, control::setDisable);
    }

    private static Editor area(FieldModel field) {
        TextArea control = new TextArea();
        control.getStyleClass().add("mono");
        control.setPrefRowCount(ROWS);
        control.textProperty().bindBidirectional(field.textProperty());
        return new Editor(control, control, locked -> control.setEditable(!locked));
    }

    private Editor rules(FieldModel field) {
        RulesEditor control = new RulesEditor(field.textProperty(), texts);
        return new Editor(control, control, control::setLocked);
    }
}
