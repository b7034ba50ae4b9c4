package endpointlab.ui.concepts;

import endpointlab.lab.FieldValues;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.Widgets;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What will be built: the whole diagram, unlit, and what it costs and takes. */
final class WholeView extends VBox {

    private final AppContext context;
    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;

    WholeView(AppContext context, ConceptViewModel model) {
        this.context = context;
        this.model = model;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        Columns facts = new Columns(15, 1, context.appearance().textSizeProperty());
        facts.getChildren().setAll(
                fact("concepts.whole.practice", () -> Money.amount(0)),
                fact("concepts.whole.per-hour", () -> words(model.perHour())),
                fact("concepts.whole.total", () -> words(model.total())),
                fact("concepts.whole.duration", () -> localizer.text("concepts.whole.duration.value")));
        getStyleClass().add("whole");
        getChildren().setAll(diagram(), RegionRow.of(context, model), facts);
    }

    private Node diagram() {
        DiagramView view = new DiagramView(new DiagramModel(context.lab(), context.diagram(),
                (state, key) -> FieldValues.of(context.lab(), state).value(key)), localizer);
        view.show(model.untouched(), context.wallClock().instant(), 0);
        view.lessMotionProperty().bind(context.appearance().lessMotionProperty());
        view.setToolbarVisible(false);
        StackPane frame = new Framed(view, context.diagram().height() / context.diagram().width());
        frame.accessibleTextProperty().bind(localizer.bind("concepts.whole.spoken"));
        return frame;
    }

    /** As high as the diagram is when it fills the width. */
    private static final class Framed extends StackPane {

        private final double heightOfWidth;

        private Framed(DiagramView view, double heightOfWidth) {
            super(view);
            this.heightOfWidth = heightOfWidth;
            getStyleClass().add("whole-diagram");
            setAccessibleRole(AccessibleRole.PARENT);
            setMinSize(0, 0);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double inside = width - snappedLeftInset() - snappedRightInset();
            return Math.max(inside, 1) * heightOfWidth + snappedTopInset() + snappedBottomInset();
        }
    }

    private Node fact(String key, Supplier<String> words) {
        Label figure = new Label();
        figure.textProperty().bind(localizer.bind(words, model.regionProperty(),
                context.preferences().settingsProperty()));
        figure.getStyleClass().add("figure");
        VBox box = new VBox(widgets.label(key, "muted"), figure);
        box.getStyleClass().add("figure-box");
        return box;
    }

    private String words(OptionalDouble dollars) {
        return dollars.isPresent() ? Money.perHour(dollars.getAsDouble()) : localizer.text("concepts.price.unseen");
    }
}
