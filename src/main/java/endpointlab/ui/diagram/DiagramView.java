package endpointlab.ui.diagram;

import endpointlab.lab.LabState;
import endpointlab.ui.shared.Localizer;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * The architecture diagram as a control: fits its canvas into the room it is given, times {@link #zoomProperty()}, and
 * can be dragged when it is larger than its room.
 */
public final class DiagramView extends Region {

    private static final double MIN_ZOOM = 1;
    private static final double MAX_ZOOM = 4;
    private static final double WHEEL_STEP = 1.1;

    private final DiagramModel model;
    private final Localizer localizer;
    private final BooleanProperty lessMotion = new SimpleBooleanProperty(this, "lessMotion", false);
    private final DiagramCanvas canvas;
    private final Scale scale = new Scale(1, 1);
    private final Rectangle clip = new Rectangle();
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", MIN_ZOOM);
    private double panX;
    private double panY;
    private double grabX;
    private double grabY;

    /** @param localizer the view follows its language */
    public DiagramView(DiagramModel model, Localizer localizer) {
        this.model = model;
        this.localizer = localizer;
        canvas = new DiagramCanvas(model);
        canvas.getTransforms().add(scale);
        canvas.setManaged(false);
        getStyleClass().add("diagram");
        getStylesheets().add(DiagramView.class.getResource("/endpointlab/ui/diagram/diagram.css").toExternalForm());
        getChildren().add(canvas);
        setClip(clip);
        lessMotion.addListener((property, before, less) -> canvas.setMoving(!less));
        zoom.addListener((property, before, after) -> requestLayout());
        setOnScroll(event -> {
            if (event.isControlDown() || event.isShortcutDown()) {
                setZoom(zoom.get() * (event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP));
                event.consume();
            }
        });
        setOnMousePressed(event -> {
            grabX = event.getX() - panX;
            grabY = event.getY() - panY;
        });
        setOnMouseDragged(event -> {
            panX = event.getX() - grabX;
            panY = event.getY() - grabY;
            requestLayout();
        });
    }

    /** Shows {@code state} as of lab time {@code now}. */
    public void show(LabState state, Instant now, int currentStep) {
        canvas.show(state, now, currentStep, localizer);
    }

    /** Whether nothing may move; the state reads without it. */
    public BooleanProperty lessMotionProperty() {
        return lessMotion;
    }

    /** 1 fits the whole diagram into the room; up to 4. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public void setZoom(double value) {
        zoom.set(Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, value)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double scaleToWidth = width > 0 ? width / model.spec().width() : 1;
        return model.spec().height() * scaleToWidth;
    }

    @Override
    protected double computePrefWidth(double height) {
        return model.spec().width();
    }

    @Override
    protected void layoutChildren() {
        double fit = Math.min(getWidth() / model.spec().width(), getHeight() / model.spec().height());
        double factor = fit * zoom.get();
        scale.setX(factor);
        scale.setY(factor);
        panX = within(panX, getWidth() - model.spec().width() * factor);
        panY = within(panY, getHeight() - model.spec().height() * factor);
        canvas.setLayoutX(Math.max(0, (getWidth() - model.spec().width() * factor) / 2) + panX);
        canvas.setLayoutY(Math.max(0, (getHeight() - model.spec().height() * factor) / 2) + panY);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }

    /** Keeps a pan such that the canvas never leaves its room. */
    private static double within(double pan, double slack) {
        return slack >= 0 ? 0 : Math.max(slack, Math.min(0, pan));
    }
}
