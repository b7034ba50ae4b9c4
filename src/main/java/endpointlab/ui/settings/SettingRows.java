package endpointlab.ui.settings;

import endpointlab.settings.Settings;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabChoices;
import endpointlab.ui.shared.LocalizedChoice;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes the rows of the settings page: name, control, what it is for, and the way back to the default. */
final class SettingRows {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final AppContext context;
    private final Localizer localizer;
    private final Widgets widgets;

    SettingRows(AppContext context) {
        this.context = context;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
    }

    /** A choice of the settings that is kept at once. */
    <T> Node choice(String key, ComboBox<T> choice, Function<Settings, T> value,
                    BiFunction<Settings, T, Settings> with) {
        choice.setValue(value.apply(context.preferences().settings()));
        context.preferences().settingsProperty().addListener((property, before, after) -> {
            if (!value.apply(after).equals(choice.getValue())) {
                choice.setValue(value.apply(after));
            }
        });
        choice.valueProperty().addListener((property, before, after) -> {
            if (after != null) {
                context.preferences().change(was -> with.apply(was, after));
            }
        });
        return row(key, choice, back(key, differs(value),
                () -> context.preferences().change(was -> with.apply(was, value.apply(Settings.DEFAULT)))));
    }

    /** A text of the settings, with the one sentence that says what is wrong with it. */
    VBox text(String key, SettingField field) {
        TextField input = new TextField(field.textProperty().get());
        input.setId(field.name());
        input.getStyleClass().add("mono");
        input.textProperty().bindBidirectional(field.textProperty());
        VBox row = row(key, input, back(key, field.changedProperty(), field::backToDefault));
        Label problem = widgets.label(() -> sentence(field), "field-problem");
        problem.textProperty().bind(localizer.bind(() -> sentence(field), field.findingProperty()));
        problem.setGraphic(widgets.icon("mdmz-report"));
        problem.visibleProperty().bind(field.findingProperty().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setId(field.name() + "-problem");
        row.getChildren().add(problem);
        field.findingProperty().addListener((property, before, after) -> mark(input, field, key));
        localizer.languageProperty().addListener((property, before, after) -> mark(input, field, key));
        mark(input, field, key);
        return row;
    }

    /** A row with a control of its own. */
    VBox row(String key, Control control, Node... beside) {
        Label name = widgets.label(() -> localizer.text(key), "setting-name");
        name.setLabelFor(control);
        control.accessibleTextProperty().unbind();
        control.accessibleTextProperty().bind(name.textProperty());
        FlowPane line = new FlowPane(control);
        line.getChildren().addAll(beside);
        line.getStyleClass().add("setting-line");
        VBox row = new VBox(name, line);
        row.getStyleClass().add("setting");
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }

    Label help(String key) {
        return widgets.label(() -> localizer.text(key), "muted", "help");
    }

    /** A button that shows while there is something to go back from. */
    Button back(String key, ObservableBooleanValue changed, Runnable action) {
        Button back = widgets.button("settings.default", "mdmz-undo", action, "flat", "back-to-default");
        back.accessibleTextProperty().unbind();
        back.accessibleTextProperty().bind(localizer.bind(() ->
                localizer.text("settings.default.spoken", localizer.text(key))));
        back.visibleProperty().bind(changed);
        return back;
    }

    /** Whether a setting differs from its default. */
    ObservableBooleanValue differs(Function<Settings, ?> value) {
        return Bindings.createBooleanBinding(() -> !value.apply(context.preferences().settings())
                .equals(value.apply(Settings.DEFAULT)), context.preferences().settingsProperty());
    }

    private String sentence(SettingField field) {
        return field.findingProperty().get() == null ? ""
                : LabChoices.sentence(localizer, field.findingProperty().get());
    }

    /** Tells a screen reader too. */
    private void mark(TextField input, SettingField field, String key) {
        input.pseudoClassStateChanged(WRONG, field.findingProperty().get() != null);
        input.setAccessibleHelp(sentence(field));
    }

    /** A choice between enum values, worded by {@code prefix} and their word. */
    <E extends Enum<E>> LocalizedChoice<E> words(E[] values, String prefix) {
        return new LocalizedChoice<>(localizer, List.of(values), value -> localizer.text(prefix
                + value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
