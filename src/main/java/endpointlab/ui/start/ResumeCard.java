package endpointlab.ui.start;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.AskFirst;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lab that isn't finished: where it stands, its picture, and what can be done with it. */
final class ResumeCard extends VBox {

    private final AppContext context;
    private final StartViewModel model;
    private final LabOverview lab;
    private final Localizer localizer;
    private final Widgets widgets;
    private final LabWords words;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Button resume;

    ResumeCard(AppContext context, StartViewModel model, LabOverview lab) {
        this.context = context;
        this.model = model;
        this.lab = lab;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        this.words = new LabWords(localizer);
        this.resume = widgets.button("start.continue", "mdmz-play_arrow",
                () -> model.continueLab(lab.state().runId()), "accent", "big-button", "continue");
        VBox left = new VBox(about(), widgets.label(() -> words.headline(lab), "lab-headline"),
                widgets.label(() -> words.situation(lab), "muted"),
                widgets.label(() -> words.running(lab), "muted"), progress(), actions());
        left.getStyleClass().add("resume-left");
        MiniDiagram picture = new MiniDiagram(context, lab.state(), lab.nextStep(),
                () -> localizer.text("start.picture", words.progress(lab)));
        Columns sides = new Columns(22, 2, context.appearance().textSizeProperty()).weighted(0.63, 0.37);
        sides.getChildren().setAll(left, picture);
        getStyleClass().addAll("card", "raised", "resume-card");
        getChildren().setAll(sides);
        open.addListener((property, before, after) -> fold(after));
    }

    /** The button that Enter shall press. */
    Button resumeButton() {
        return resume;
    }

    private Node about() {
        Instant now = context.wallClock().instant();
        Label mode = widgets.shortLabel(() -> words.mode(lab.state()), "chip");
        mode.setGraphic(widgets.icon(lab.state().mode().equals("practice") ? "mdmz-science" : "mdal-cloud"));
        Label when = widgets.shortLabel(() -> words.left(lab, now), "muted");
        Label region = widgets.shortLabel(() -> lab.state().region(), "muted", "address");
        Label name = widgets.shortLabel(() -> words.name(lab.state()), "muted", "address");
        FlowPane about = new FlowPane(mode, when, region, name);
        about.getStyleClass().add("about");
        return about;
    }

    private Node progress() {
        StepBar bar = new StepBar(context.lab(), lab);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(bar, widgets.shortLabel(() -> words.progress(lab), "progress-words"),
                widgets.shortLabel(() -> localizer.text("start.remaining", lab.minutes()), "muted"));
        row.getStyleClass().add("progress-row");
        return row;
    }

    private Node actions() {
        Button cleanUp = widgets.button("start.clean-up", "mdal-cleaning_services", () -> { }, "plain-button",
                "clean-up");
        Button details = widgets.button(() -> localizer.text(open.get() ? "start.details.hide" : "start.details"),
                "", () -> open.set(!open.get()), "flat", "plain-button", "details");
        details.textProperty().bind(localizer.bind(
                () -> localizer.text(open.get() ? "start.details.hide" : "start.details"), open));
        FontIcon arrow = widgets.icon("mdal-expand_more");
        open.addListener((property, before, after) ->
                arrow.setIconLiteral(after ? "mdal-expand_less" : "mdal-expand_more"));
        details.setGraphic(arrow);
        details.setContentDisplay(ContentDisplay.RIGHT);
        FlowPane actions = new FlowPane(resume, cleanUp, details);
        actions.getStyleClass().add("actions");
        actions.disableProperty().bind(model.busyProperty());
        AskFirst ask = new AskFirst(widgets, actions, "start.clean-up.question", "start.clean-up.yes");
        cleanUp.setOnAction(event -> ask.ask(() -> model.cleanUp(lab.state().runId())));
        return ask;
    }

    private void fold(boolean unfolded) {
        if (unfolded) {
            getChildren().add(new ResourceDetails(context, lab.state()));
        } else {
            getChildren().removeIf(ResourceDetails.class::isInstance);
        }
    }
}
