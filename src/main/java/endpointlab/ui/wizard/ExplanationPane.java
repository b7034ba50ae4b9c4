package endpointlab.ui.wizard;

import endpointlab.ui.shared.LabTexts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.markdown.MarkdownPage;
import endpointlab.ui.shared.markdown.MarkdownView;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ScrollPane;

/** The page that explains the step, with the values that are typed in the form. */
final class ExplanationPane extends ScrollPane {

    private final WizardModel model;
    private final Localizer texts;
    private final LabTexts pages;
    private final MarkdownView view = new MarkdownView();
    private final ReadOnlyObjectWrapper<MarkdownPage> page = new ReadOnlyObjectWrapper<>(this, "page");
    private int shownStep;

    ExplanationPane(WizardModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        this.pages = new LabTexts(model.lab().id());
        getStyleClass().add("explanation");
        setContent(view);
        setFitToWidth(true);
        model.currentStepProperty().addListener((property, before, after) -> show());
        model.observer().stateProperty().addListener((property, before, after) -> {
            if (!before.values().equals(after.values())) {
                show();
            }
        });
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    ReadOnlyObjectProperty<MarkdownPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    int minutes() {
        return ReadingTime.minutes(page.get(), texts.languageProperty().get());
    }

    private void show() {
        int step = model.currentStepProperty().get();
        FieldWords words = new FieldWords(model.lab(), model.form().values(), texts);
        MarkdownPage newPage = pages.step(texts.languageProperty().get(), step, words::word);
        if (newPage.equals(page.get())) {
            return;
        }
        view.show(newPage, texts, container -> Optional.empty());
        page.set(newPage);
        if (step != shownStep) {
            setVvalue(0);
            shownStep = step;
        }
    }
}
