package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;

/** A line between two places; dashes run along it while one of them is being made. */
final class LinkLine extends Polyline {

    private static final Duration STEP = Duration.millis(800);
    private static final double OFFSET = 12;

    private final DiagramSpec.Link link;
    private final Timeline running;
    private ResourceStatus status;
    private boolean moving = true;

    LinkLine(DiagramSpec.Link link) {
        this.link = link;
        getStyleClass().addAll("link", link.kind() + "-link");
        getPoints().setAll(link.points());
        setMouseTransparent(true);
        running = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(strokeDashOffsetProperty(), 0)),
                new KeyFrame(STEP, new KeyValue(strokeDashOffsetProperty(), -OFFSET, Interpolator.LINEAR)));
        running.setCycleCount(Animation.INDEFINITE);
    }

    DiagramSpec.Link link() {
        return link;
    }

    void show(ResourceStatus now) {
        if (now == status) {
            return;
        }
        if (status != null) {
            pseudoClassStateChanged(StateGlyph.pseudoClass(status), false);
        }
        status = now;
        pseudoClassStateChanged(StateGlyph.pseudoClass(now), true);
        switch (now) {
            case READY -> getStrokeDashArray().clear();
            case CREATING, WAITING, DELETING -> getStrokeDashArray().setAll(7.0, 5.0);
            default -> getStrokeDashArray().setAll(4.0, 4.0);
        }
        animate();
    }

    void setMoving(boolean moving) {
        this.moving = moving;
        animate();
    }

    boolean running() {
        return running.getStatus() == Animation.Status.RUNNING;
    }

    private void animate() {
        if (moving && (status == ResourceStatus.CREATING || status == ResourceStatus.WAITING)) {
            running.play();
        } else {
            running.stop();
            setStrokeDashOffset(0);
        }
    }
}
