package endpointlab.ui.wizard;

import endpointlab.ui.shared.LabTexts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Slices;
import endpointlab.ui.shared.markdown.MarkdownPage;
import endpointlab.ui.shared.markdown.MarkdownView;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page that explains the step, with the values that are typed in the form. */
final class ExplanationPane extends ScrollPane {

    /** More than the room for the page shows of it. */
    private static final int FIRST_PARTS = 6;

    private final WizardModel model;
    private final Localizer texts;
    private final LabTexts sources;
    private final Slices slices;
    private final VBox holder = new VBox();
    private final Map<Integer, Shown> pages = new HashMap<>();
    private final ReadOnlyObjectWrapper<MarkdownPage> page = new ReadOnlyObjectWrapper<>(this, "page");
    private int shownStep;

    /**
     * A page and how it is drawn.
     *
     * @param rest draws what isn't drawn yet, part by part
     */
    private record Shown(MarkdownPage page, MarkdownView view, Iterator<Runnable> rest) {

        /** Draws what is missing of the first {@code parts}. */
        void draw(int parts) {
            while (view.getChildren().size() < parts && rest.hasNext()) {
                rest.next().run();
            }
        }
    }

    ExplanationPane(WizardModel model, Localizer texts, Slices slices) {
        this.model = model;
        this.texts = texts;
        this.sources = new LabTexts(model.lab().id());
        getStyleClass().add("explanation");
        this.slices = slices;
        setContent(holder);
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
        boolean turned = step != shownStep;
        shownStep = step;
        Shown shown = shown(step);
        shown.draw(turned ? FIRST_PARTS : Integer.MAX_VALUE);
        slices.first(shown.rest());
        pages.forEach((number, each) -> Labels.shown(each.view(), number == step));
        page.set(shown.page());
        if (turned) {
            setVvalue(0);
        }
    }

    /** Draws a step's page before it is asked for. */
    void prepare(int step) {
        Shown shown = shown(step);
        Labels.shown(shown.view(), step == shownStep);
        slices.last(shown.rest());
    }

    /** Pages that aren't shown stay where they are, hidden: to put one back would style it anew. */
    private Shown shown(int step) {
        FieldWords words = new FieldWords(model.lab(), model.form().values(), texts);
        MarkdownPage wanted = sources.step(texts.languageProperty().get(), step, words::word);
        Shown before = pages.get(step);
        if (before != null && before.page().equals(wanted)) {
            return before;
        }
        MarkdownView view = before == null ? new MarkdownView() : before.view();
        if (before == null) {
            holder.getChildren().add(view);
        }
        Shown shown = new Shown(wanted, view, view.show(wanted, texts, container -> Optional.empty(), 0));
        pages.put(step, shown);
        return shown;
    }
}
