package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.Localizer;
import java.time.Instant;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * The architecture diagram as a small still picture that fills its width however narrow it is: shapes and badges
 * without words, which would be too small to read. Takes no part in keyboard or mouse.
 */
public final class DiagramThumbnail extends Region {

    private final DiagramSpec spec;
    private final DiagramCanvas canvas;
    private final Scale scale = new Scale(1, 1);

    public DiagramThumbnail(DiagramModel model, Localizer localizer, LabState state, Instant now, int currentStep) {
        this.spec = model.spec();
        this.canvas = new DiagramCanvas(model);
        canvas.setManaged(false);
        canvas.setWholeBand(true);
        canvas.setMoving(false);
        canvas.getTransforms().add(scale);
        canvas.show(state, now, currentStep, localizer, false);
        canvas.places().values().forEach(place -> place.body().setFocusTraversable(false));
        getChildren().add(canvas);
        getStyleClass().addAll("diagram", "diagram-thumbnail");
        getStylesheets().add(DiagramView.STYLESHEET);
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return spec.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return spec.height() * (width > 0 ? width / spec.width() : 1);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / spec.width(), getHeight() / spec.height());
        scale.setX(factor);
        scale.setY(factor);
        canvas.setLayoutX((getWidth() - spec.width() * factor) / 2);
        canvas.setLayoutY((getHeight() - spec.height() * factor) / 2);
    }
}
