package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import javafx.animation.Interpolator;
import javafx.animation.ScaleTransition;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A square with an icon, a badge at its corner and three lines of text below. */
final class TileNode extends PlaceNode {

    private static final double BADGE = 20;
    private static final double GLYPH = 14;
    private static final double[] LINES = {63, 81, 100};
    private static final double TWO_LINE_NAME = 72;

    private final DiagramSpec.Tile tile;
    private final Halo halo;
    private final Rectangle square;
    private final StateGlyph badge = new StateGlyph(BADGE);
    private final Circle badgeGround = new Circle(BADGE / 2 + 1);
    private final Line strike = new Line();
    private final DiagramText name;
    private final DiagramText address;
    private final DiagramText status;
    private final StateGlyph unlitGlyph = new StateGlyph(GLYPH);
    private boolean moving = true;

    TileNode(DiagramSpec.Tile tile) {
        super("tile");
        this.tile = tile;
        double left = tile.x() - tile.size() / 2;
        double top = tile.y() - tile.size() / 2;
        halo = new Halo(left, top, tile.size());
        square = new Rectangle(left, top, tile.size(), tile.size());
        square.setArcWidth(16);
        square.setArcHeight(16);
        square.getStyleClass().add("tile-square");
        double iconSize = tile.size() * 0.68;
        Node icon = TileIcons.node(tile.icon(), iconSize);
        icon.setLayoutX(tile.x() - iconSize / 2);
        icon.setLayoutY(tile.y() - iconSize / 2);
        strike.getStyleClass().add("tile-strike");
        strike.setStartX(left + 6);
        strike.setStartY(top + tile.size() - 6);
        strike.setEndX(left + tile.size() - 6);
        strike.setEndY(top + 6);
        badgeGround.getStyleClass().add("badge-ground");
        badgeGround.setCenterX(left + tile.size());
        badgeGround.setCenterY(top);
        badge.setLayoutX(left + tile.size() - BADGE / 2);
        badge.setLayoutY(top - BADGE / 2);
        body().getChildren().addAll(halo, square, icon, strike, badgeGround, badge);
        name = DiagramText.centred(tile.x(), top + LINES[0], "tile-name");
        address = DiagramText.centred(tile.x(), top + LINES[1], "address");
        status = DiagramText.centred(tile.x(), top + LINES[2], "tile-status");
        unlitGlyph.setLayoutY(top + LINES[2] - GLYPH / 2);
        status.layoutBoundsProperty().addListener((property, before, after) ->
                unlitGlyph.setLayoutX(tile.x() - after.getWidth() / 2 - GLYPH + 3));
        labels().getChildren().addAll(name, address, status, unlitGlyph);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        ResourceStatus now = view.status();
        boolean made = now != ResourceStatus.NOT_MADE;
        name.setText(view.name());
        boolean twoLines = view.name().contains("\n");
        name.setY(tile.y() - tile.size() / 2 + (twoLines ? TWO_LINE_NAME : LINES[0]));
        address.setText(twoLines ? "" : view.address());
        status.setText(view.statusText());
        status.setX(tile.x() + (made ? 0 : GLYPH / 2 + 1));
        unlitGlyph.setVisible(!made);
        badge.setVisible(made);
        badgeGround.setVisible(made);
        strike.setVisible(now == ResourceStatus.DELETED);
        badge.setStatus(now);
        halo.setVisible(now == ResourceStatus.CREATING || now == ResourceStatus.FAILED);
        halo.setPulsing(moving && now == ResourceStatus.CREATING);
        if (now == ResourceStatus.READY && before != null && before != ResourceStatus.READY && moving) {
            popBadge();
        }
    }

    private void popBadge() {
        ScaleTransition pop = new ScaleTransition(Duration.millis(180), badge);
        pop.setFromX(0.6);
        pop.setFromY(0.6);
        pop.setToX(1);
        pop.setToY(1);
        pop.setInterpolator(Interpolator.EASE_OUT);
        pop.play();
    }

    @Override
    void setMoving(boolean moving) {
        this.moving = moving;
        badge.movingProperty().set(moving);
        halo.setPulsing(moving && shown() != null && shown().status() == ResourceStatus.CREATING);
    }
}
