package endpointlab.ui.diagram;

import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.util.Duration;

/** Something shown beside a part of the diagram, in the window's theme and text size, and never beyond the window. */
final class DiagramPopup {

    private static final Duration FADE = Duration.millis(120);
    private static final double GAP = 10;
    private static final double EDGE = 6;

    private final Popup popup = new Popup();
    private final StackPane frame = new StackPane();
    private final BooleanProperty lessMotion;
    private Scene scene;
    private Bounds anchor;

    DiagramPopup(BooleanProperty lessMotion) {
        this.lessMotion = lessMotion;
        frame.getStyleClass().add("diagram-popup");
        popup.getContent().add(frame);
        popup.setAutoFix(false);
        // Its window is larger than what is seen of it: it holds the shadow too.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setHideOnEscape(false);
        popup.getScene().getRoot().getStyleClass().add("diagram-popup-root");
        // Its size is only known for sure once its own window has laid it out.
        frame.layoutBoundsProperty().addListener((property, before, after) -> place());
        frame.getStylesheets().add(DiagramView.STYLESHEET);
    }

    /**
     * Shows {@code content} beside {@code anchor}.
     *
     * @param owner    a node of the window
     * @param anchor   on the screen
     * @param fontSize in pixels
     */
    void show(Node owner, Bounds anchor, double fontSize, Region content) {
        Scene scene = owner.getScene();
        popup.getScene().getStylesheets().setAll(scene.getStylesheets());
        frame.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", fontSize));
        frame.getChildren().setAll(content);
        this.scene = scene;
        this.anchor = anchor;
        frame.setMaxSize(scene.getWidth() - 2 * EDGE, scene.getHeight() - 2 * EDGE);
        popup.show(scene.getWindow(), anchor.getMaxX(), anchor.getMinY());
        frame.applyCss();
        frame.autosize();
        place();
        fadeIn();
    }

    private void place() {
        if (scene == null || scene.getWindow() == null) {
            return;
        }
        double width = frame.getWidth();
        double height = frame.getHeight();
        double left = scene.getWindow().getX() + scene.getX() + EDGE;
        double top = scene.getWindow().getY() + scene.getY() + EDGE;
        double right = left + scene.getWidth() - 2 * EDGE;
        double bottom = top + scene.getHeight() - 2 * EDGE;
        boolean fitsRight = anchor.getMaxX() + GAP + width <= right;
        boolean fitsLeft = anchor.getMinX() - GAP - width >= left;
        double x = fitsRight ? anchor.getMaxX() + GAP : fitsLeft ? anchor.getMinX() - GAP - width
                : anchor.getMinX();
        double y = fitsRight || fitsLeft ? anchor.getMinY() : anchor.getMaxY() + GAP;
        popup.setAnchorX(Math.max(left, Math.min(right - width, x)));
        popup.setAnchorY(Math.max(top, Math.min(bottom - height, y)));
    }

    /** Puts other content in the place of what it shows. */
    void replace(Region content) {
        frame.getChildren().setAll(content);
    }

    private void fadeIn() {
        frame.setOpacity(1);
        if (!lessMotion.get()) {
            FadeTransition fade = new FadeTransition(FADE, frame);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    void setAutoHide(boolean autoHide) {
        popup.setAutoHide(autoHide);
    }

    /** @param onHidden is run whenever it closes, by whatever means */
    void setOnHidden(Runnable onHidden) {
        popup.setOnHidden(event -> onHidden.run());
    }

    /** @param in is run when the pointer comes over it, {@code out} when it leaves */
    void setOnPointer(Runnable in, Runnable out) {
        frame.setOnMouseEntered(event -> in.run());
        frame.setOnMouseExited(event -> out.run());
    }

    void hide() {
        popup.hide();
    }

    boolean showing() {
        return popup.isShowing();
    }

    Scene scene() {
        return popup.getScene();
    }
}
