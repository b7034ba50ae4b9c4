package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * Fits the canvas into its room and zooms it. Below three quarters of its own size it doesn't shrink but scrolls; when
 * it is larger than its room it can be dragged.
 */
final class DiagramBoard extends ScrollPane {

    static final double LEAST_SCALE = 0.75;
    static final double MAX_ZOOM = 4;
    private static final double WHEEL_STEP = 1.1;
    private static final double BUTTON_STEP = 1.25;

    private final DiagramCanvas canvas;
    private final DiagramSpec spec;
    private final Scale scale = new Scale(1, 1);
    private final Pane board = new Pane();
    private Bounds followed;
    private double followedIn;
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    DiagramBoard(DiagramCanvas canvas, DiagramSpec spec) {
        this.canvas = canvas;
        this.spec = spec;
        canvas.getTransforms().add(scale);
        canvas.setManaged(false);
        board.getChildren().add(canvas);
        setContent(board);
        setPannable(true);
        setFocusTraversable(false);
        getStyleClass().addAll("edge-to-edge", "diagram-board");
        zoom.addListener((property, before, after) -> fitToRoom());
        widthProperty().addListener((property, before, after) -> fitToRoom());
        heightProperty().addListener((property, before, after) -> fitToRoom());
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() || event.isControlDown()) {
            if (event.getDeltaY() != 0) {
                zoomAt(event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP, event.getSceneX(), event.getSceneY());
            }
            event.consume();
        }
    }

    /** Zooms such that the point under the pointer stays there. */
    private void zoomAt(double factor, double sceneX, double sceneY) {
        Point2D before = canvas.sceneToLocal(sceneX, sceneY);
        setZoom(zoom.get() * factor);
        layout();
        Point2D after = canvas.localToScene(before);
        pan(after.getX() - sceneX, after.getY() - sceneY);
    }

    private void pan(double dx, double dy) {
        double slackX = board.getWidth() - getViewportBounds().getWidth();
        double slackY = board.getHeight() - getViewportBounds().getHeight();
        setHvalue(slackX <= 0 ? 0 : within(getHvalue() + dx / slackX));
        setVvalue(slackY <= 0 ? 0 : within(getVvalue() + dy / slackY));
    }

    private static double within(double value) {
        return Math.max(0, Math.min(1, value));
    }

    DoubleProperty zoomProperty() {
        return zoom;
    }

    void setZoom(double value) {
        zoom.set(Math.max(1, Math.min(MAX_ZOOM, value)));
    }

    void zoomIn() {
        zoomAtMiddle(BUTTON_STEP);
    }

    void zoomOut() {
        zoomAtMiddle(1 / BUTTON_STEP);
    }

    private void zoomAtMiddle(double factor) {
        Bounds onScene = localToScene(getBoundsInLocal());
        zoomAt(factor, onScene.getCenterX(), onScene.getCenterY());
    }

    /** Scale at which the whole diagram is drawn now. */
    double scale() {
        return scale.getX();
    }

    private void fitToRoom() {
        double fit = Math.min(getWidth() / spec.width(), getHeight() / spec.height());
        double factor = Math.max(fit, LEAST_SCALE) * zoom.get();
        scale.setX(factor);
        scale.setY(factor);
        double width = spec.width() * factor;
        double height = spec.height() * factor;
        setHbarPolicy(width > getWidth() + 0.5 ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        setVbarPolicy(height > getHeight() + 0.5 ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        board.setMinSize(width, height);
        board.setPrefSize(Math.max(width, getWidth()), Math.max(height, getHeight()));
        canvas.setLayoutX(Math.max(0, (getWidth() - width) / 2));
        canvas.setLayoutY(Math.max(0, (getHeight() - height) / 2));
    }

    /** Scrolls to a part of the canvas, now and whenever the room changes, but leaves it where the learner drags it. */
    void follow(Bounds part) {
        if (!Objects.equals(part, followed)) {
            followed = part;
            followedIn = 0;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double height = getViewportBounds().getHeight();
        if (followed != null && height != followedIn) {
            followedIn = height;
            reveal(followed);
        }
    }

    /** Scrolls as little as needed to show a part of the canvas. */
    void reveal(Bounds part) {
        if (getViewportBounds().getWidth() <= 0 || getViewportBounds().getHeight() <= 0) {
            return;
        }
        Bounds at = sceneToLocal(canvas.localToScene(part));
        double dx = at.getMinX() < 0 ? at.getMinX() : Math.max(0, at.getMaxX() - getViewportBounds().getWidth());
        double dy = at.getMinY() < 0 ? at.getMinY() : Math.max(0, at.getMaxY() - getViewportBounds().getHeight());
        pan(dx, dy);
    }
}
