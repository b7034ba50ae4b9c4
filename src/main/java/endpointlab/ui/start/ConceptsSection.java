package endpointlab.ui.start;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.ConceptPages;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to read before: the concept pages, with a mark on those that were read. */
final class ConceptsSection extends VBox {

    private final AppContext context;
    private final Localizer localizer;
    private final Widgets widgets;

    ConceptsSection(AppContext context) {
        this.context = context;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        Columns cards = new Columns(11.5, 0.8, context.appearance().textSizeProperty());
        for (int number = 1; number <= ConceptPages.COUNT; number++) {
            cards.getChildren().add(card(number));
        }
        getStyleClass().add("section");
        getChildren().setAll(head(), cards);
    }

    private Node head() {
        Label read = widgets.shortLabel(this::readWords, "muted");
        read.textProperty().bind(localizer.bind(this::readWords, context.preferences().settingsProperty()));
        HBox head = new HBox(widgets.heading("start.concepts", "section-title"), Widgets.spring(), read);
        head.getStyleClass().add("section-head");
        return head;
    }

    private String readWords() {
        return localizer.text("start.concepts.read", ConceptPages.COUNT, read().size());
    }

    private Set<Integer> read() {
        return context.preferences().settings().conceptsRead();
    }

    private Node card(int number) {
        Label badge = new Label(String.valueOf(number));
        badge.getStyleClass().add("number-badge");
        badge.setMinWidth(Label.USE_PREF_SIZE);
        Label title = widgets.label(() -> title(number));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        FontIcon mark = widgets.icon("mdal-check", "read-mark");
        HBox content = new HBox(badge, title, mark);
        content.getStyleClass().add("concept-content");
        Button card = new Button();
        card.setGraphic(content);
        card.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().add("concept-card");
        card.setOnAction(event -> context.navigator().showConcept(number));
        card.accessibleTextProperty().bind(localizer.bind(() -> localizer.text(read().contains(number)
                ? "start.concept.spoken-read" : "start.concept.spoken", number, title(number)),
                context.preferences().settingsProperty()));
        mark.managedProperty().bind(mark.visibleProperty());
        Runnable marks = () -> mark.setVisible(read().contains(number));
        context.preferences().settingsProperty().addListener((property, before, after) -> marks.run());
        marks.run();
        content.prefWidthProperty().bind(card.widthProperty().subtract(16));
        return card;
    }

    private String title(int number) {
        return context.texts().concept(localizer.languageProperty().get(), number, key -> "").title();
    }
}
