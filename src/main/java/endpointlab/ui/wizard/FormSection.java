package endpointlab.ui.wizard;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form of a step, or of one of its parts under a head of its own that can run it. */
final class FormSection extends VBox {

    private static final double GLYPH = 15;
    private static final double TWO_COLUMNS_EM = 30;

    private final WizardModel model;
    private final Localizer texts;
    private final String part;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label lock = Labels.plain("form-lock");
    private final Button run;
    private final GridPane grid = new GridPane();
    private final List<FieldBox> fields = new ArrayList<>();
    private final Map<String, TextField> fixed = new LinkedHashMap<>();
    private final List<Node> cells = new ArrayList<>();
    private int columns;

    /** @param part id of the sub-step; {@code null} for a step without parts */
    FormSection(WizardModel model, Localizer texts, String part) {
        this.model = model;
        this.texts = texts;
        this.part = part;
        getStyleClass().add("form-section");
        EmIcon.set(lock, "mdal-lock", 1.15);
        run = Labels.button(texts, "wizard.run-part", "mdmz-play_arrow", "small", "run-part");
        run.setOnAction(event -> model.runSubstep(part));
        HBox head = new HBox();
        head.getStyleClass().add("section-head");
        if (part != null) {
            Labels.scale(glyph, lock);
            Label number = Labels.plain("section-number");
            number.setText(part);
            head.getChildren().addAll(glyph, number, Labels.bound(texts, "wizard.substep." + part, "section-name"));
        }
        head.getChildren().addAll(Labels.spring(), lock);
        if (part != null) {
            head.getChildren().add(run);
        }
        grid.getStyleClass().add("form-grid");
        grid.widthProperty().addListener((property, before, after) -> arrange());
        getChildren().addAll(head, grid);
    }

    String part() {
        return part;
    }

    void add(FieldBox field) {
        fields.add(field);
        cells.add(field);
        arrange();
    }

    void show(StepSummary step, Actions actions, Map<String, String> fixedValues) {
        step.substeps().stream().filter(one -> one.id().equals(part)).findFirst()
                .ifPresent(one -> glyph.setStatus(one.status()));
        Action action = actions.substeps().getOrDefault(part == null ? "" : part, Action.no(""));
        Labels.shown(run, action.enabled());
        fields.forEach(FieldBox::show);
        String reason = fields.stream().map(FieldBox::lockedReason).filter(text -> !text.isEmpty()).findFirst()
                .orElse("");
        Labels.shown(lock, !reason.isEmpty() && step.status() != ResourceStatus.NOT_MADE);
        lock.setText(reason.isEmpty() ? "" : texts.text(reason));
        showFixed(fixedValues);
    }

    private void showFixed(Map<String, String> values) {
        values.forEach((name, value) -> {
            TextField field = fixed.computeIfAbsent(name, this::addFixed);
            String text = value.equals("internet-facing") ? texts.text("wizard.literal.internet-facing") : value;
            if (!text.equals(field.getText())) {
                field.setText(text);
            }
        });
    }

    private TextField addFixed(String name) {
        TextField field = new TextField();
        field.setEditable(false);
        field.getStyleClass().addAll("mono", "locked");
        Label label = Labels.bound(texts, "wizard.input." + name, "field-label");
        label.setLabelFor(field);
        field.accessibleTextProperty().bind(label.textProperty());
        HBox head = new HBox(label);
        head.getStyleClass().add("field-head");
        VBox box = new VBox(head, field);
        box.getStyleClass().add("field-box");
        cells.add(box);
        columns = 0;
        arrange();
        return field;
    }

    /** Two columns where there is room; what is large takes both. */
    private void arrange() {
        double em = lock.getFont().getSize();
        int wanted = grid.getWidth() >= TWO_COLUMNS_EM * em ? 2 : 1;
        if (wanted == columns && grid.getChildren().size() == cells.size()) {
            return;
        }
        columns = wanted;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        int column = 0;
        int row = 0;
        for (Node cell : cells) {
            boolean wide = cell instanceof FieldBox field && field.wide();
            if (column > 0 && (wide || column >= columns)) {
                column = 0;
                row++;
            }
            grid.add(cell, column, row, wide ? columns : 1, 1);
            column += wide ? columns : 1;
        }
    }
}
