package endpointlab.ui.wizard;

import endpointlab.lab.FieldValues;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The diagram in the wizard: as high as it needs, within a share of the window. */
final class DiagramPane extends StackPane {

    private static final double SHARE = 0.53;
    private static final double SMALL_SHARE = 0.42;
    private static final double WIDEST = 1.35;

    private final WizardContext context;
    private final WizardModel model;
    private final DiagramView view;
    private double share = SHARE;

    DiagramPane(WizardContext context, WizardModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("diagram-pane");
        view = new DiagramView(new DiagramModel(model.lab(), context.diagram(),
                (state, key) -> FieldValues.of(model.lab(), state).value(key)), context.texts());
        view.lessMotionProperty().bind(context.appearance().lessMotionProperty());
        getChildren().add(view);
        setMinHeight(0);
        model.observer().stateProperty().addListener((property, before, after) -> tick());
        model.currentStepProperty().addListener((property, before, after) -> tick());
        context.texts().languageProperty().addListener((property, before, after) -> tick());
        tick();
    }

    Node hops() {
        return new VBox();
    }

    void setSmall(boolean small) {
        share = small ? SMALL_SHARE : SHARE;
        requestLayout();
    }

    void focusDiagram() {
        view.requestFocus();
    }

    void showOutcome() {
    }

    void tick() {
        view.show(model.state(), context.clock().now(), model.currentStepProperty().get());
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = getParent() instanceof Region parent && parent.getHeight() > 0 ? parent.getHeight() : 700;
        double natural = Math.min(width / context.diagram().width(), WIDEST) * context.diagram().height();
        return Math.min(natural, room * share) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
