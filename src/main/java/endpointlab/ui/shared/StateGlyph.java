package endpointlab.ui.shared;

import endpointlab.lab.ResourceStatus;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The small sign that says by its shape where a resource or a step stands; colour only repeats it. It carries the
 * status as pseudo-class ({@code :creating}, {@code :ready}, …; none while not made).
 */
public final class StateGlyph extends StackPane {

    /** Material icons leave a margin of a twelfth all around. */
    private static final double WITH_MARGIN = 1.2;
    private static final Duration TURN = Duration.millis(900);

    private final double size;
    private final ObjectProperty<ResourceStatus> status = new SimpleObjectProperty<>(this, "status");
    private final BooleanProperty moving = new SimpleBooleanProperty(this, "moving", true);
    private RotateTransition turning;

    /** @param size width and height in pixels */
    public StateGlyph(double size) {
        this.size = size;
        getStyleClass().add("state-glyph");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        status.addListener((property, before, after) -> show(before, after));
        moving.addListener((property, before, after) -> animate());
        sceneProperty().addListener((property, before, after) -> animate());
        status.set(ResourceStatus.NOT_MADE);
    }

    public ObjectProperty<ResourceStatus> statusProperty() {
        return status;
    }

    public void setStatus(ResourceStatus value) {
        status.set(value);
    }

    /** Whether the spinner may turn; off when less motion is asked for. */
    public BooleanProperty movingProperty() {
        return moving;
    }

    /** The pseudo-class that shows {@code status} on any node. */
    public static PseudoClass pseudoClass(ResourceStatus status) {
        return PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void show(ResourceStatus before, ResourceStatus after) {
        if (before != null) {
            pseudoClassStateChanged(pseudoClass(before), false);
        }
        pseudoClassStateChanged(pseudoClass(after), true);
        stop();
        getChildren().setAll(switch (after) {
            case NOT_MADE -> dashedCircle();
            case CREATING -> spinner();
            case WAITING -> disc("mdal-hourglass_top");
            case READY -> icon("mdal-check_circle");
            case FAILED -> icon("mdmz-report");
            case DELETING -> disc("mdoal-delete_sweep");
            case DELETED -> icon("mdomz-remove_circle_outline");
            case DRIFTED -> disc("mdomz-sync_problem");
        });
        animate();
    }

    private Node dashedCircle() {
        Circle circle = new Circle(size * 0.42);
        circle.getStyleClass().add("dashes");
        circle.getStrokeDashArray().setAll(size * 0.16, size * 0.13);
        return circle;
    }

    private Node spinner() {
        double radius = size * 0.38;
        Circle track = new Circle(radius);
        track.getStyleClass().add("track");
        track.setStrokeWidth(size * 0.14);
        Arc arc = new Arc(0, 0, radius, radius, 90, -110);
        arc.getStyleClass().add("arc");
        arc.setStrokeWidth(size * 0.14);
        javafx.scene.Group spinner = new javafx.scene.Group(track, arc);
        spinner.getStyleClass().add("spinner");
        return spinner;
    }

    private Node disc(String iconCode) {
        Circle disc = new Circle(size * 0.5);
        disc.getStyleClass().add("disc");
        FontIcon icon = new FontIcon(iconCode);
        IconSize.set(icon, size * 0.68);
        icon.getStyleClass().add("disc-icon");
        return new StackPane(disc, icon);
    }

    private Node icon(String iconCode) {
        FontIcon icon = new FontIcon(iconCode);
        IconSize.set(icon, size * WITH_MARGIN);
        icon.getStyleClass().add("glyph-icon");
        return icon;
    }

    private void animate() {
        stop();
        if (moving.get() && getScene() != null && status.get() == ResourceStatus.CREATING) {
            turning = new RotateTransition(TURN, getChildren().get(0));
            turning.setByAngle(360);
            turning.setInterpolator(Interpolator.LINEAR);
            turning.setCycleCount(Animation.INDEFINITE);
            turning.play();
        }
    }

    private void stop() {
        if (turning != null) {
            turning.stop();
            turning = null;
        }
    }
}
