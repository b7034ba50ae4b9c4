package endpointlab.ui.start;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.AskFirst;
import endpointlab.ui.shared.Widgets;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A lab of which nothing is left but its record. */
final class FinishedRow extends HBox {

    FinishedRow(AppContext context, StartViewModel model, LabOverview lab) {
        Widgets widgets = new Widgets(context.localizer(), context.appearance());
        LabWords words = new LabWords(context.localizer());
        Instant now = context.wallClock().instant();
        Label mode = widgets.shortLabel(() -> words.mode(lab.state()));
        mode.setGraphic(widgets.icon("mdal-check_circle", "done-icon"));
        FlowPane about = new FlowPane(mode, widgets.shortLabel(() -> words.ended(lab, now), "muted"),
                widgets.shortLabel(() -> lab.state().region(), "muted", "address"),
                widgets.shortLabel(() -> words.name(lab.state()), "muted", "address"));
        about.getStyleClass().add("about");
        HBox.setHgrow(about, Priority.ALWAYS);
        Button forget = widgets.button("start.forget", "mdal-delete", () -> { }, "flat", "forget");
        forget.disableProperty().bind(model.busyProperty());
        AskFirst ask = new AskFirst(widgets, forget, "start.forget.question", "start.forget.yes");
        forget.setOnAction(event -> ask.ask(() -> model.forget(lab.state().runId())));
        getStyleClass().add("finished-row");
        getChildren().setAll(about, ask);
    }
}
