package endpointlab.ui.start;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.shared.LabDesk.LabSummary;
import endpointlab.ui.shared.Notice;
import endpointlab.ui.shared.PageHeader;
import endpointlab.ui.shared.PageScroll;
import endpointlab.ui.shared.Slices;
import endpointlab.ui.shared.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first page: labs to go on with, a new lab, the concept pages, finished labs. */
public final class StartView extends BorderPane {

    private final AppContext context;
    private final StartViewModel model;
    private final Widgets widgets;
    private final VBox labs = new VBox();
    private final VBox finished = new VBox();
    private final Slices slices = new Slices();
    private final List<Runnable> rest = new ArrayList<>();
    private boolean focusWanted;
    private Button wantedMost;

    public StartView(AppContext context, LabDesk desk) {
        this.context = context;
        this.model = new StartViewModel(context, desk);
        this.widgets = new Widgets(context.localizer(), context.appearance());
        labs.getStyleClass().add("section");
        finished.getStyleClass().add("section");
        getStyleClass().addAll("page", "start-page");
        getStylesheets().add(StartView.class.getResource("/endpointlab/ui/start/start.css").toExternalForm());
        setTop(new PageHeader(context));
        VBox saved = Notice.place(widgets, context.localizer(), context.preferences().problemProperty());
        VBox failed = Notice.place(widgets, context.localizer(), model.problemProperty());
        StackPane newLab = later(() -> new NewLabSection(context, model));
        StackPane concepts = later(() -> new ConceptsSection(context));
        setCenter(new PageScroll(context.appearance(), saved, failed, labs, newLab, concepts, finished));
        model.phaseProperty().addListener((property, before, after) -> show());
        show();
    }

    /** Room for what isn't needed for the first press of Enter: it is built once that can be pressed. */
    private StackPane later(Supplier<Node> part) {
        StackPane room = new StackPane();
        rest.add(() -> room.getChildren().setAll(part.get()));
        return room;
    }

    private void buildRest() {
        slices.last(List.copyOf(rest).iterator());
        rest.clear();
    }

    StartViewModel model() {
        return model;
    }

    /** Looks again at the labs on this computer and puts the focus where Enter does what is wanted most. */
    public void refresh() {
        focusWanted = true;
        model.load();
    }

    private void show() {
        finished.getChildren().clear();
        wantedMost = null;
        switch (model.phaseProperty().get()) {
            case LOADING -> labs.getChildren().setAll(loading());
            case FAILED -> labs.getChildren().setAll(widgets.button("start.retry", "mdmz-refresh", this::refresh));
            case READY -> showLabs();
        }
        if (focusWanted && wantedMost != null) {
            focusWanted = false;
            focus(wantedMost);
        }
        if (model.phaseProperty().get() != StartViewModel.Phase.LOADING) {
            buildRest();
        }
    }

    /** A scroll pane has no skin before its first frame, and what is in it no scene; so it couldn't take the focus. */
    private static void focus(Button button) {
        if (button.getScene() != null) {
            button.requestFocus();
        } else {
            button.sceneProperty().addListener(new ChangeListener<>() {

                @Override
                public void changed(ObservableValue<? extends Scene> property, Scene before, Scene after) {
                    button.sceneProperty().removeListener(this);
                    FxThread.later(button::requestFocus);
                }
            });
        }
    }

    private void showLabs() {
        labs.getChildren().clear();
        model.damaged().forEach(lab -> labs.getChildren().add(damaged(lab)));
        if (model.unfinished().isEmpty()) {
            FirstTimeCard first = new FirstTimeCard(context, model, slices);
            labs.getChildren().add(first);
            wantedMost = first.startButton();
        } else {
            labs.getChildren().add(widgets.heading("start.resume", "section-title"));
            model.unfinished().forEach(lab -> {
                ResumeCard card = new ResumeCard(context, model, lab);
                labs.getChildren().add(card);
                wantedMost = wantedMost == null ? card.resumeButton() : wantedMost;
            });
        }
        if (!model.finished().isEmpty()) {
            finished.getChildren().add(widgets.heading("start.finished", "section-title"));
            model.finished().forEach(lab -> finished.getChildren().add(new FinishedRow(context, model, lab)));
        }
    }

    private Node loading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("loading-sign");
        HBox row = new HBox(turning, widgets.label("start.loading"));
        row.getStyleClass().addAll("card", "loading");
        return row;
    }

    private Node damaged(LabSummary lab) {
        Button again = widgets.button("start.retry", "mdmz-refresh", this::refresh);
        return Notice.of(widgets, context.localizer(), lab.damaged()).with(again);
    }
}
