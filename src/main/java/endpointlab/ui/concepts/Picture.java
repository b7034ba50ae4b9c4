package endpointlab.ui.concepts;

import endpointlab.ui.shared.ResourceIcon;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/** A small drawing in the manner of AWS's diagrams, in logical units; fills the width that it is given. */
class Picture extends Region {

    private static final double TILE = 46;
    private static final double LABEL_BELOW = 37;

    private final double logicalWidth;
    private final double logicalHeight;
    private final Group canvas = new Group();
    private final Scale scale = new Scale(1, 1);

    Picture(double logicalWidth, double logicalHeight, ObservableValue<String> spoken) {
        this.logicalWidth = logicalWidth;
        this.logicalHeight = logicalHeight;
        canvas.getTransforms().add(scale);
        canvas.setManaged(false);
        getStyleClass().add("picture");
        getChildren().add(canvas);
        setMinSize(0, 0);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(spoken);
    }

    /** A frame around others, with an icon in its upper left corner. */
    final void frame(String kind, ResourceIcon icon, double x, double y, double width, double height,
                     ObservableValue<String> name) {
        Rectangle frame = rectangle(x, y, width, height, 10, "picture-frame");
        frame.getStyleClass().add(kind);
        Node sign = icon.node(20);
        sign.setLayoutX(x);
        sign.setLayoutY(y);
        canvas.getChildren().addAll(frame, sign);
        text(x + 27, y + 11, name, false, "picture-name");
    }

    /** A square with an icon, centred on a point, and its name below. */
    final void tile(ResourceIcon icon, double x, double y, ObservableValue<String> name) {
        Rectangle square = rectangle(x - TILE / 2, y - TILE / 2, TILE, TILE, 12, "picture-tile");
        Node sign = icon.node(32);
        sign.setLayoutX(x - 16);
        sign.setLayoutY(y - 16);
        canvas.getChildren().addAll(square, sign);
        text(x, y + LABEL_BELOW, name, true, "picture-name");
    }

    /** A smaller square without a name. */
    final void smallTile(ResourceIcon icon, double x, double y) {
        Rectangle square = rectangle(x - 15, y - 15, 30, 30, 8, "picture-tile");
        Node sign = icon.node(22);
        sign.setLayoutX(x - 11);
        sign.setLayoutY(y - 11);
        canvas.getChildren().addAll(square, sign);
    }

    /** A chip with an icon and a line of a route table in it. */
    final void chip(double x, double y, double width, ObservableValue<String> words) {
        Rectangle chip = rectangle(x, y, width, 26, 26, "picture-chip");
        Node sign = ResourceIcon.ROUTE_TABLE.node(18);
        sign.setLayoutX(x + 7);
        sign.setLayoutY(y + 4);
        canvas.getChildren().addAll(chip, sign);
        text(x + 31, y + 13, words, false, "picture-name");
    }

    /** A line through points, given as x and y in turn. */
    final void line(String kind, double... points) {
        Polyline line = new Polyline(points);
        line.getStyleClass().addAll("picture-line", kind);
        if (kind.equals("led")) {
            line.getStrokeDashArray().setAll(6.0, 4.0);
        }
        canvas.getChildren().add(line);
    }

    /** A text at its left end or centred. */
    final void text(double x, double y, ObservableValue<String> words, boolean centred, String styleClass) {
        Text text = new Text();
        text.textProperty().bind(words);
        text.getStyleClass().addAll("picture-text", styleClass);
        text.setTextOrigin(VPos.CENTER);
        text.setX(x);
        text.setY(y);
        if (centred) {
            text.layoutBoundsProperty().addListener((property, before, after) -> {
                if (before.getWidth() != after.getWidth()) {
                    text.setTranslateX(-after.getWidth() / 2);
                }
            });
        }
        canvas.getChildren().add(text);
    }

    private static Rectangle rectangle(double x, double y, double width, double height, double arc, String style) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(arc);
        rectangle.setArcHeight(arc);
        rectangle.getStyleClass().add(style);
        return rectangle;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return logicalWidth;
    }

    @Override
    protected double computePrefHeight(double width) {
        return logicalHeight * (width > 0 ? width / logicalWidth : 1);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / logicalWidth, getHeight() / logicalHeight);
        scale.setX(factor);
        scale.setY(factor);
        canvas.setLayoutX((getWidth() - logicalWidth * factor) / 2);
    }
}
