package endpointlab.ui.concepts;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.ConceptPages;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.PageHeader;
import endpointlab.ui.shared.PageScroll;
import endpointlab.ui.shared.Widgets;
import endpointlab.ui.shared.markdown.MarkdownPage;
import endpointlab.ui.shared.markdown.MarkdownView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * The concept pages. What is drawn on them is made once, so that switching the language keeps the slider and the
 * Region where they are.
 */
public final class ConceptView extends BorderPane {

    private static final double WIDE_EMS = 78;
    private static final double AT_THE_END = 0.98;

    private final AppContext context;
    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;
    private final MarkdownView text = new MarkdownView();
    private final Map<String, Node> drawn = new HashMap<>();
    private final Label title;
    private final Label key;
    private final Button previous;
    private final Button next;
    private final Pane list;
    private final Pane row;
    private final PageScroll scroll;
    private boolean endSeen;

    public ConceptView(AppContext context) {
        this.context = context;
        this.model = new ConceptViewModel(context);
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        ConceptContents contents = new ConceptContents(context, model, this::leaveFor);
        this.list = contents.list();
        this.row = contents.row();
        this.title = widgets.label(() -> page().title(), "concept-title");
        title.textProperty().bind(localizer.bind(() -> page().title(), model.numberProperty()));
        this.key = widgets.label(() -> page().key(), "concept-key");
        key.textProperty().bind(localizer.bind(() -> page().key(), model.numberProperty()));
        this.previous = widgets.button(() -> "", "mdal-chevron_left", this::goBack);
        this.next = widgets.button(() -> "", "mdal-chevron_right", this::goOn, "accent");
        this.scroll = new PageScroll(context.appearance(), row, title, key, text);
        getStyleClass().addAll("page", "concept-page");
        getStylesheets().addAll(
                ConceptView.class.getResource("/endpointlab/ui/shared/page.css").toExternalForm(),
                ConceptView.class.getResource("/endpointlab/ui/concepts/concepts.css").toExternalForm());
        PageHeader header = new PageHeader(context);
        header.lead(widgets.button("concepts.back", "mdal-arrow_back", this::close, "flat"));
        setTop(header);
        setCenter(scroll);
        setBottom(footer());
        watch();
        show();
    }

    ConceptViewModel model() {
        return model;
    }

    /** Opens a page, from its beginning. */
    public void open(int number) {
        model.open(number);
        scroll.setVvalue(0);
        endSeen = false;
        next.requestFocus();
    }

    private void watch() {
        model.numberProperty().addListener((property, before, after) -> show());
        localizer.languageProperty().addListener((property, before, after) -> show());
        widthProperty().addListener((property, before, after) -> fit());
        context.appearance().textSizeProperty().addListener((property, before, after) -> fit());
        scroll.vvalueProperty().addListener((property, before, after) ->
                endSeen = endSeen || after.doubleValue() >= AT_THE_END);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
                event.consume();
                goOn();
            } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
                event.consume();
                goBack();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    private Node footer() {
        previous.textProperty().unbind();
        previous.textProperty().bind(localizer.bind(() -> model.hasPrevious()
                ? localizer.text("concepts.previous", titleOf(-1)) : "", model.numberProperty()));
        previous.visibleProperty().bind(model.numberProperty().greaterThan(1));
        previous.setMinWidth(0);
        previous.setId("previous");
        next.textProperty().unbind();
        next.textProperty().bind(localizer.bind(() -> model.hasNext()
                ? localizer.text("concepts.next", titleOf(1)) : localizer.text("concepts.done"),
                model.numberProperty()));
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setMinWidth(0);
        next.setId("next");
        Label progress = widgets.shortLabel(() -> "", "muted");
        progress.textProperty().bind(localizer.bind(() -> localizer.text("concepts.progress",
                model.numberProperty().get(), ConceptPages.COUNT), model.numberProperty()));
        HBox footer = new HBox(previous, Widgets.spring(), progress, Widgets.spring(), next);
        footer.getStyleClass().add("concept-footer");
        return footer;
    }

    private String titleOf(int offset) {
        return model.page(model.numberProperty().get() + offset).title();
    }

    private MarkdownPage page() {
        return model.page(model.numberProperty().get());
    }

    private void show() {
        text.show(page(), localizer, container -> Optional.ofNullable(drawn.computeIfAbsent(container, this::draw)));
    }

    private Node draw(String container) {
        return switch (container) {
            case "kinds" -> new KindsView(context);
            case "prices" -> new PricesView(context, model);
            case "cost-chart" -> new CostChartView(context, model);
            case "diagram" -> new WholeView(context, model);
            default -> null;
        };
    }

    private void fit() {
        double ems = getWidth() / context.appearance().em();
        boolean wide = ems >= WIDE_EMS;
        setLeft(wide ? list : null);
        row.setVisible(!wide);
        row.setManaged(!wide);
    }

    private void goOn() {
        model.markRead();
        if (model.hasNext()) {
            open(model.numberProperty().get() + 1);
        } else {
            context.navigator().showStart();
        }
    }

    private void goBack() {
        if (model.hasPrevious()) {
            leaveFor(model.numberProperty().get() - 1);
        }
    }

    private void leaveFor(int number) {
        markIfSeen();
        open(number);
    }

    private void close() {
        markIfSeen();
        context.navigator().showStart();
    }

    /** A page counts as read when its end was on the screen. */
    private void markIfSeen() {
        double content = scroll.getContent().getBoundsInLocal().getHeight();
        if (endSeen || content <= scroll.getViewportBounds().getHeight()) {
            model.markRead();
        }
    }
}
