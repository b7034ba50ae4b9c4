package endpointlab.ui.wizard;

import endpointlab.lab.FieldValues;
import endpointlab.ui.diagram.DiagramExport;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.diagram.PngDialog;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The diagram in the wizard: as high as it needs, within a share of the window. */
final class DiagramPane extends StackPane {

    private static final double SHARE = 0.54;
    private static final double SMALL_SHARE = 0.45;
    private static final double LARGE_TEXT_SHARE = 0.36;
    private static final double CROWDED = 0.72;
    /** Height of the work area at which the diagram has its own size, and how far it may grow with more. */
    private static final double PLAIN_ROOM = 760;
    private static final double WIDEST = 1.35;
    private static final double ANY_HEIGHT = 700;

    private final WizardContext context;
    private final WizardModel model;
    private final DiagramView view;
    private final WayDesk ways;
    private final PassingWord told = new PassingWord();
    private double share = SHARE;
    private boolean crowded;

    DiagramPane(WizardContext context, WizardModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("diagram-pane");
        DiagramModel diagram = diagramModel(context);
        view = new DiagramView(diagram, context.texts());
        view.lessMotionProperty().bind(context.appearance().lessMotionProperty());
        view.setOnStep(model::select);
        DiagramExport export = new DiagramExport(context.background(),
                new PngDialog(() -> getScene().getWindow(), context.texts()), told::tell);
        view.setOnSave(export::save);
        ways = new WayDesk(context, model, view, diagram);
        getChildren().addAll(view, told);
        model.observer().stateProperty().addListener((property, before, after) -> tick());
        model.currentStepProperty().addListener((property, before, after) -> tick());
        tick();
    }

    /** What any diagram of this lab shows. */
    static DiagramModel diagramModel(WizardContext context) {
        return new DiagramModel(context.lab(), context.diagram(),
                (state, key) -> FieldValues.of(context.lab(), state).value(key));
    }

    /** The packet's way as a list. */
    Node hops() {
        return ways.list();
    }

    /** @param largeText whether texts need the room more */
    void setSmall(boolean small, boolean largeText) {
        share = largeText ? LARGE_TEXT_SHARE : small ? SMALL_SHARE : SHARE;
        requestLayout();
    }

    /** @param value whether something stands below it that must be read */
    void setCrowded(boolean value) {
        crowded = value;
        requestLayout();
    }

    void focusDiagram() {
        view.focusDiagram();
    }

    /** @return whether a card was open */
    boolean closeCard() {
        return view.closeCard();
    }

    /** A check may have ended. */
    void showOutcome() {
        ways.show(true);
    }

    void tick() {
        view.show(model.state(), context.clock().now(), model.currentStepProperty().get());
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = getParent() instanceof Region parent && parent.getHeight() > 0 ? parent.getHeight()
                : ANY_HEIGHT;
        double largest = Math.max(1, Math.min(WIDEST, room / PLAIN_ROOM));
        double natural = Math.min(width / context.diagram().width(), largest) * context.diagram().height();
        double most = room * (crowded ? share * CROWDED : share);
        return Math.min(natural + snappedTopInset() + snappedBottomInset(), most);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 ? getWidth() : width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
