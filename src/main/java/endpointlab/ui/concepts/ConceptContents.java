package endpointlab.ui.concepts;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.ConceptPages;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of the concept pages with the one that is open and those that were read. */
final class ConceptContents {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final AppContext context;
    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;
    private final IntConsumer open;

    ConceptContents(AppContext context, ConceptViewModel model, IntConsumer open) {
        this.context = context;
        this.model = model;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        this.open = open;
    }

    /** With titles, one below the other. */
    Pane list() {
        VBox list = new VBox(widgets.heading("concepts.contents", "contents-title"));
        list.getStyleClass().add("contents");
        for (int number = 1; number <= ConceptPages.COUNT; number++) {
            list.getChildren().add(entry(number, true));
        }
        return list;
    }

    /** Numbers only, in a row, for narrow windows. */
    Pane row() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("contents-row");
        for (int number = 1; number <= ConceptPages.COUNT; number++) {
            row.getChildren().add(entry(number, false));
        }
        return row;
    }

    private Node entry(int number, boolean withTitle) {
        Label badge = new Label(String.valueOf(number));
        badge.getStyleClass().add("number-badge");
        badge.setMinWidth(Label.USE_PREF_SIZE);
        FontIcon mark = widgets.icon("mdal-check", "read-mark");
        HBox content = new HBox(badge);
        content.getStyleClass().add("contents-entry");
        if (withTitle) {
            Label title = widgets.label(() -> model.page(number).title());
            title.setWrapText(false);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            content.getChildren().add(title);
        }
        content.getChildren().add(mark);
        Button button = new Button();
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "contents-button");
        button.setOnAction(event -> open.accept(number));
        button.accessibleTextProperty().bind(localizer.bind(() -> localizer.text(model.isRead(number)
                        ? "start.concept.spoken-read" : "start.concept.spoken", number, model.page(number).title()),
                context.preferences().settingsProperty()));
        Runnable show = () -> {
            mark.setVisible(model.isRead(number));
            button.pseudoClassStateChanged(CURRENT, model.numberProperty().get() == number);
        };
        model.numberProperty().addListener((property, before, after) -> show.run());
        context.preferences().settingsProperty().addListener((property, before, after) -> show.run());
        show.run();
        if (withTitle) {
            content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        }
        return button;
    }
}
