package endpointlab.ui.wizard;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.LabStep;
import endpointlab.lab.Regions;
import endpointlab.ui.shared.Localizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The values of the step as a form, part by part. A form is built once and kept, with all that was typed. */
final class FormPane extends ScrollPane {

    private final WizardModel model;
    private final Localizer texts;
    private final FixedValues fixed;
    private final FieldEditors editors;
    private final ObservableBooleanValue onScreen;
    private final VBox holder = new VBox();
    private final Map<Integer, VBox> forms = new LinkedHashMap<>();
    private final Map<Integer, List<FormSection>> sections = new LinkedHashMap<>();
    private int shownStep;

    /** @param onScreen while it isn't, nothing is built nor brought up to date */
    FormPane(WizardModel model, Localizer texts, ObservableBooleanValue onScreen) {
        this.model = model;
        this.onScreen = onScreen;
        this.texts = texts;
        this.fixed = new FixedValues(model.lab());
        this.editors = new FieldEditors(texts, Regions.load().zones(model.state().region()));
        getStyleClass().add("form");
        setFitToWidth(true);
        model.currentStepProperty().addListener((property, before, after) -> show());
        model.progressProperty().addListener((property, before, after) -> refresh());
        model.actionsProperty().addListener((property, before, after) -> refresh());
        texts.languageProperty().addListener((property, before, after) -> refresh());
        onScreen.addListener((property, before, after) -> show());
        setContent(holder);
        show();
    }

    private void show() {
        if (!onScreen.get()) {
            return;
        }
        int step = model.currentStepProperty().get();
        VBox form = form(step);
        forms.values().forEach(each -> Labels.shown(each, each == form));
        if (step != shownStep) {
            setVvalue(0);
            shownStep = step;
        }
        refresh();
    }

    /** Forms that aren't shown stay where they are, hidden: to put one back would style it anew. */
    private VBox form(int step) {
        return forms.computeIfAbsent(step, number -> {
            VBox built = build(number);
            holder.getChildren().add(built);
            return built;
        });
    }

    /** Builds a step's form before it is asked for. */
    void prepare(int step) {
        Labels.shown(form(step), step == shownStep);
    }

    private VBox build(int number) {
        LabStep step = model.lab().steps().get(number - 1);
        VBox box = new VBox();
        box.getStyleClass().add("form-content");
        List<FormSection> made = new ArrayList<>();
        if (step.substeps().isEmpty()) {
            made.add(section(step, null));
        } else {
            step.substeps().forEach(part -> made.add(section(step, part.id())));
        }
        if (step.fields().isEmpty()) {
            box.getChildren().add(Labels.bound(texts, "wizard.form.empty", "form-empty"));
        }
        box.getChildren().addAll(made);
        sections.put(number, made);
        return box;
    }

    private FormSection section(LabStep step, String part) {
        FormSection section = new FormSection(model, texts, part);
        for (FieldSpec spec : step.fields()) {
            if (Objects.equals(spec.substep(), part)) {
                section.add(new FieldBox(model.form().field(spec.key()), texts, editors));
            }
        }
        return section;
    }

    private void refresh() {
        if (!onScreen.get()) {
            return;
        }
        int step = model.currentStepProperty().get();
        Progress progress = model.progressProperty().get();
        for (FormSection section : sections.getOrDefault(step, List.of())) {
            section.show(progress.step(step), model.actionsProperty().get(),
                    fixed.of(step, section.part(), model.state(), model.form().values()));
        }
    }
}
