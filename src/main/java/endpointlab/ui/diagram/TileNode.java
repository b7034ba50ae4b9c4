package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ScaleTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A square with an icon, a badge at its corner and three lines of text below. */
final class TileNode extends PlaceNode {

    private static final double CORNER = 8;
    private static final double BADGE = 20;
    private static final double GLYPH = 14;
    private static final double[] LINES = {63, 81, 100};
    private static final double TWO_LINE_NAME = 72;
    private static final double TEXT_END = 110;
    private static final Duration COLOURING = Duration.millis(320);
    private static final Duration BADGE_POP = Duration.millis(180);

    private final DiagramSpec.Tile tile;
    private final double room;
    private final Halo halo;
    private final Node icon;
    private final StateGlyph badge = new StateGlyph(BADGE);
    private final Circle badgeGround = new Circle(BADGE / 2 + 1);
    private final Line strike = new Line();
    private final DiagramText name;
    private final DiagramText address;
    private final DiagramText status;
    private final StateGlyph unlitGlyph = new StateGlyph(GLYPH);
    private boolean moving = true;

    /** @param room width for the texts below it */
    TileNode(DiagramSpec.Tile tile, double room) {
        super("tile");
        this.tile = tile;
        this.room = room;
        double left = tile.x() - tile.size() / 2;
        double top = tile.y() - tile.size() / 2;
        addRings(left, top, tile.size(), tile.size(), CORNER);
        addTouchArea(tile.x() - room / 2, top, room, TEXT_END);
        halo = new Halo(left, top, tile.size());
        Rectangle square = new Rectangle(left, top, tile.size(), tile.size());
        square.setArcWidth(2 * CORNER);
        square.setArcHeight(2 * CORNER);
        square.getStyleClass().add("tile-square");
        double iconSize = tile.size() * 0.68;
        icon = TileIcons.node(tile.icon(), iconSize);
        icon.setLayoutX(tile.x() - iconSize / 2);
        icon.setLayoutY(tile.y() - iconSize / 2);
        drawStrike(left, top);
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

    private void drawStrike(double left, double top) {
        strike.getStyleClass().add("tile-strike");
        strike.setStartX(left + 6);
        strike.setStartY(top + tile.size() - 6);
        strike.setEndX(left + tile.size() - 6);
        strike.setEndY(top + 6);
    }

    @Override
    void update(PlaceView view, ResourceStatus before) {
        ResourceStatus now = view.status();
        boolean made = now != ResourceStatus.NOT_MADE;
        boolean twoLines = view.label().contains("\n");
        name.show(room, view.label());
        name.setY(tile.y() - tile.size() / 2 + (twoLines ? TWO_LINE_NAME : LINES[0]));
        address.show(room, view.address());
        double statusRoom = made ? room : room - GLYPH - 3;
        status.show(statusRoom, view.statusText(), PlaceWords.withoutTime(view.statusText()));
        status.setX(tile.x() + (made ? 0 : GLYPH / 2 + 1));
        unlitGlyph.setVisible(!made);
        badge.setVisible(made);
        badgeGround.setVisible(made);
        strike.setVisible(now == ResourceStatus.DELETED);
        badge.setStatus(now);
        halo.setVisible(now == ResourceStatus.CREATING || now == ResourceStatus.FAILED);
        halo.setPulsing(moving && now == ResourceStatus.CREATING);
        if (before != null && before != now && moving) {
            announce(now);
        }
    }

    private void announce(ResourceStatus now) {
        if (now == ResourceStatus.READY) {
            colour();
            popBadge();
        } else if (now == ResourceStatus.FAILED) {
            halo.fadeIn();
        }
    }

    private void colour() {
        FadeTransition colouring = new FadeTransition(COLOURING, icon);
        colouring.setFromValue(0.3);
        colouring.setToValue(1);
        colouring.setInterpolator(Interpolator.EASE_OUT);
        colouring.play();
    }

    private void popBadge() {
        ScaleTransition pop = new ScaleTransition(BADGE_POP, badge);
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

    @Override
    Bounds outline() {
        double half = tile.size() / 2;
        return new BoundingBox(tile.x() - half, tile.y() - half, tile.size(), tile.size());
    }
}
