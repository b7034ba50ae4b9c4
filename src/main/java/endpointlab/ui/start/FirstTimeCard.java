package endpointlab.ui.start;

import endpointlab.run.LabSession;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Slices;
import endpointlab.ui.shared.Widgets;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Leads somebody without any lab into practice mode with one press of Enter. */
final class FirstTimeCard extends VBox {

    private static final String NO_RUN = "00000000";

    private final Button start;

    FirstTimeCard(AppContext context, StartViewModel model, Slices slices) {
        Widgets widgets = new Widgets(context.localizer(), context.appearance());
        this.start = widgets.button("start.first.begin", "mdmz-play_arrow", model::startPractice, "accent",
                "big-button");
        start.setId("first-start");
        start.disableProperty().bind(model.busyProperty());
        FlowPane actions = new FlowPane(start, widgets.label("start.first.enter", "muted"));
        actions.getStyleClass().add("actions");
        VBox left = new VBox(widgets.label("start.first.title", "lab-headline"),
                widgets.label("start.first.text"), widgets.label("start.first.safe", "muted"), actions);
        left.getStyleClass().add("resume-left");
        StackPane picture = new StackPane();
        picture.setMinSize(0, 0);
        slices.last(List.<Runnable>of(() -> picture.getChildren().setAll(picture(context))).iterator());
        Columns sides = new Columns(22, 2, context.appearance().textSizeProperty()).weighted(0.63, 0.37);
        sides.getChildren().setAll(left, picture);
        getStyleClass().addAll("card", "raised", "resume-card");
        getChildren().setAll(sides);
    }

    private static MiniDiagram picture(AppContext context) {
        return new MiniDiagram(context, LabSession.newState(context.lab(), NO_RUN, "practice",
                context.preferences().settings().region(), 0, "", Map.of()), 0,
                () -> context.localizer().text("start.first.picture"));
    }

    /** The button that Enter shall press. */
    Button startButton() {
        return start;
    }
}
