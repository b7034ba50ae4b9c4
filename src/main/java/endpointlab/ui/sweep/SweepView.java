package endpointlab.ui.sweep;

import endpointlab.lab.Identity;
import endpointlab.ui.shared.AccountDesk.OpenAccount;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.ConfirmOverlay;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Notice;
import endpointlab.ui.shared.PageScroll;
import endpointlab.ui.shared.Widgets;
import endpointlab.ui.sweep.SweepViewModel.Phase;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The labs that are left in an account: which, how old, what they cost, and the clean-up of the chosen ones. */
public final class SweepView extends StackPane {

    private static final int MOST_DAYS = 365;

    private final SweepViewModel model = new SweepViewModel();
    private final Localizer texts;
    private final Widgets widgets;
    private final BooleanProperty masked;
    private final ConfirmOverlay question;
    private final Button back;
    private final BooleanBinding busy = model.phaseProperty().isNotEqualTo(Phase.FOUND);
    private final BooleanBinding cleaning = model.phaseProperty().isEqualTo(Phase.CLEANING);
    private final BooleanBinding nothingFound = Bindings.isEmpty(model.rows());
    private final BooleanBinding nothingShown = Bindings.isEmpty(model.shown());
    private final ObjectProperty<Identity> where = new SimpleObjectProperty<>(this, "where");
    private final VBox rows = new VBox();

    /**
     * @param masked whether account and user are hidden
     * @param onBack goes back to the account
     */
    public SweepView(AppContext context, BooleanProperty masked, Runnable onBack) {
        this.texts = context.localizer();
        this.widgets = new Widgets(texts, context.appearance());
        this.masked = masked;
        this.question = new ConfirmOverlay(texts);
        this.back = widgets.button("sweep.back", "mdal-arrow_back", onBack);
        back.setId("sweep-back");
        back.disableProperty().bind(cleaning);
        rows.getStyleClass().add("sweep-rows");
        getStyleClass().add("sweep-page");
        getStylesheets().add(SweepView.class.getResource("/endpointlab/ui/sweep/sweep.css").toExternalForm());
        PageScroll page = new PageScroll(context.appearance(), head(),
                Notice.place(widgets, texts, model.problemProperty()), looking(), nothingLeft(), filters(), list(),
                actions());
        page.disableProperty().bind(question.visibleProperty());
        getChildren().setAll(page, question);
        model.shown().addListener((ListChangeListener<SweepRow>) change -> show());
        masked.addListener((property, before, after) -> show());
    }

    /** What the page shows. */
    public SweepViewModel model() {
        return model;
    }

    /** Whether clean-up is under way, which is not to be left by mistake. */
    public BooleanBinding cleaningProperty() {
        return cleaning;
    }

    /**
     * Looks for the labs in an account.
     *
     * @param identity whose it is
     */
    public void open(OpenAccount account, Identity identity) {
        where.set(identity);
        model.open(account);
        back.requestFocus();
    }

    private Node head() {
        Label place = widgets.label(() -> "", "sweep-place");
        place.textProperty().bind(texts.bind(() -> {
            Identity identity = where.get();
            if (identity == null) {
                return "";
            }
            Identity shown = masked.get() ? identity.masked() : identity;
            return texts.text("account.id", shown.accountId(), shown.arn(), shown.region());
        }, where, masked));
        VBox head = new VBox(back, widgets.heading("sweep.title", "page-heading"), place,
                widgets.label("sweep.text", "muted"));
        head.getStyleClass().add("section");
        return head;
    }

    private Node looking() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("loading-sign");
        HBox row = new HBox(turning, widgets.label("sweep.looking", "muted"));
        row.getStyleClass().add("sweep-progress");
        return shownWhile(row, model.phaseProperty().isEqualTo(Phase.LOOKING));
    }

    private Node nothingLeft() {
        Label nothing = widgets.label("sweep.none", "sweep-none");
        nothing.setGraphic(widgets.icon("mdal-check_circle"));
        return shownWhile(nothing, model.phaseProperty().isEqualTo(Phase.FOUND).and(nothingFound));
    }

    private Node filters() {
        TextField owner = new TextField();
        owner.setId("sweep-owner");
        owner.textProperty().bindBidirectional(model.ownerProperty());
        owner.accessibleTextProperty().bind(texts.bind("sweep.owner-filter"));
        Spinner<Integer> days = new Spinner<>(0, MOST_DAYS, 0);
        days.setId("sweep-days");
        days.setEditable(true);
        days.getEditor().setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("[0-9]{0,3}") ? change : null));
        days.getEditor().textProperty().addListener((property, before, after) ->
                model.daysProperty().set(after.isEmpty() ? 0 : Integer.parseInt(after)));
        days.accessibleTextProperty().bind(texts.bind("sweep.days-filter"));
        Button all = widgets.button("sweep.all", "", () -> model.chooseAll(true));
        all.setId("sweep-all");
        Button none = widgets.button("sweep.no-one", "", () -> model.chooseAll(false));
        FlowPane row = new FlowPane(labelled("sweep.owner-filter", owner), labelled("sweep.days-filter", days), all,
                none);
        row.getStyleClass().add("sweep-filters");
        row.disableProperty().bind(busy);
        return shownWhile(row, nothingFound.not());
    }

    private Node list() {
        Label filteredOut = widgets.label("sweep.filtered-out", "muted");
        shownWhile(filteredOut, nothingShown);
        VBox list = new VBox(SweepRowPane.heads(widgets), rows, filteredOut);
        list.getStyleClass().addAll("card", "sweep-list");
        return shownWhile(list, nothingFound.not());
    }

    private void show() {
        rows.getChildren().setAll(model.shown().stream().map(row -> new SweepRowPane(row, texts, widgets, masked.get(),
                busy)).toList());
    }

    private Node actions() {
        Label note = widgets.label("sweep.note", "muted");
        shownWhile(note, nothingFound.not());
        Button again = widgets.button("sweep.again", "mdmz-refresh", model::look);
        again.setId("sweep-again");
        again.disableProperty().bind(model.phaseProperty().isEqualTo(Phase.LOOKING).or(cleaning));
        Button clean = widgets.button(() -> "", "mdoal-delete_sweep", this::ask, "danger", "big-button");
        clean.setId("sweep-clean-up");
        clean.textProperty().bind(texts.bind(() -> texts.text("sweep.clean-up",
                String.valueOf(model.chosenProperty().get())), model.chosenProperty()));
        clean.disableProperty().bind(busy.or(model.chosenProperty().isEqualTo(0)));
        shownWhile(clean, cleaning.not().and(nothingFound.not()));
        Button stop = widgets.button(() -> "", "mdmz-stop", model::cancel, "big-button");
        stop.setId("sweep-cancel");
        stop.textProperty().bind(texts.bind(() -> texts.text(model.stoppingProperty().get() ? "sweep.cancelling"
                : "sweep.cancel"), model.stoppingProperty()));
        stop.disableProperty().bind(model.stoppingProperty());
        shownWhile(stop, cleaning);
        HBox buttons = new HBox(again, clean, stop);
        buttons.getStyleClass().add("sweep-buttons");
        VBox part = new VBox(note, buttons);
        part.getStyleClass().add("section");
        return part;
    }

    private void ask() {
        question.ask("sweep.ask", "sweep.ask.text", "sweep.ask.yes", "sweep.ask.no", model::cleanUp);
    }

    private Node labelled(String key, Node control) {
        Label label = widgets.shortLabel(() -> texts.text(key), "muted");
        label.setLabelFor(control);
        HBox pair = new HBox(label, control);
        pair.getStyleClass().add("labelled");
        return pair;
    }

    private static Node shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
