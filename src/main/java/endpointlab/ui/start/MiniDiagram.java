package endpointlab.ui.start;

import endpointlab.lab.FieldValues;
import endpointlab.lab.LabState;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.shared.AppContext;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/** A lab's diagram in small: shapes and badges without words, which would be too small to read. */
final class MiniDiagram extends StackPane {

    private final DiagramView view;

    /** @param words what it shows, for those who don't see it */
    MiniDiagram(AppContext context, LabState state, int nextStep, Supplier<String> words) {
        view = new DiagramView(new DiagramModel(context.lab(), context.diagram(),
                (shown, key) -> FieldValues.of(context.lab(), shown).value(key)), context.localizer());
        view.show(state, context.wallClock().instant(), nextStep);
        view.lessMotionProperty().set(true);
        view.setMouseTransparent(true);
        view.lookupAll(".place").forEach(place -> place.setFocusTraversable(false));
        getStyleClass().add("mini-diagram");
        getChildren().setAll(view);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(context.localizer().bind(words));
    }

    /** As high as the diagram is when it fills the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        return Math.max(0, view.prefHeight(Math.max(inside, 1))) + snappedTopInset() + snappedBottomInset();
    }
}
