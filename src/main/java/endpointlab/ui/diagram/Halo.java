package endpointlab.ui.diagram;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** The glow around a tile that is being made (pulsing) or has failed (still). */
final class Halo extends Group {

    private static final Duration BEAT = Duration.millis(1600);
    private static final Duration APPEARING = Duration.millis(240);
    private static final double REST = 0.38;

    private final Timeline pulse;

    Halo(double left, double top, double size) {
        getStyleClass().add("halo");
        for (double margin : new double[] {7, 3.5}) {
            Rectangle ring = new Rectangle(left - margin, top - margin, size + 2 * margin, size + 2 * margin);
            ring.setArcWidth(16 + 2 * margin);
            ring.setArcHeight(16 + 2 * margin);
            ring.getStyleClass().add("halo-ring");
            getChildren().add(ring);
        }
        setMouseTransparent(true);
        setOpacity(REST);
        pulse = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(scaleXProperty(), 1), new KeyValue(scaleYProperty(), 1),
                        new KeyValue(opacityProperty(), REST)),
                new KeyFrame(BEAT, new KeyValue(scaleXProperty(), 1.08, Interpolator.EASE_BOTH),
                        new KeyValue(scaleYProperty(), 1.08, Interpolator.EASE_BOTH),
                        new KeyValue(opacityProperty(), 0.12, Interpolator.EASE_BOTH)));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.setAutoReverse(true);
    }

    /** Appears once, when a failure is news. */
    void fadeIn() {
        FadeTransition fade = new FadeTransition(APPEARING, this);
        fade.setFromValue(0);
        fade.setToValue(REST);
        fade.play();
    }

    boolean pulsing() {
        return pulse.getStatus() == Animation.Status.RUNNING;
    }

    void setPulsing(boolean pulsing) {
        if (pulsing) {
            pulse.play();
        } else {
            pulse.stop();
            setScaleX(1);
            setScaleY(1);
            setOpacity(REST);
        }
    }
}
