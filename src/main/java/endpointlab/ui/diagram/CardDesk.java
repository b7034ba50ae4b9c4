package endpointlab.ui.diagram;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** Opens and closes the card of the place that is pointed at for a while, or that Enter was pressed on. */
final class CardDesk {

    private static final Duration HOVER = Duration.millis(400);
    private static final Duration GRACE = Duration.millis(250);

    private final DiagramCanvas canvas;
    private final DoubleSupplier fontSize;
    private final Function<String, PlaceCard> cards;
    private final DiagramPopup popup;
    private final PauseTransition hover = new PauseTransition(HOVER);
    private final PauseTransition leave = new PauseTransition(GRACE);
    private String open;
    private PlaceCard card;
    private boolean byKey;

    CardDesk(DiagramCanvas canvas, BooleanProperty lessMotion, DoubleSupplier fontSize,
             Function<String, PlaceCard> cards) {
        this.canvas = canvas;
        this.fontSize = fontSize;
        this.cards = cards;
        popup = new DiagramPopup(lessMotion);
        popup.setOnHidden(this::closed);
        popup.scene().addEventFilter(KeyEvent.KEY_PRESSED, this::keyInCard);
        popup.setOnPointer(leave::stop, this::leaveSoon);
        leave.setOnFinished(event -> close());
        canvas.places().forEach((id, place) -> {
            place.body().setOnMouseEntered(event -> pointAt(id));
            place.body().setOnMouseExited(event -> {
                hover.stop();
                leaveSoon();
            });
        });
    }

    private void pointAt(String id) {
        leave.stop();
        if (byKey || id.equals(open)) {
            return;
        }
        hover.setOnFinished(event -> open(id, false));
        hover.playFromStart();
    }

    private void leaveSoon() {
        if (!byKey && open != null && leave.getStatus() != Animation.Status.RUNNING) {
            leave.playFromStart();
        }
    }

    /** The pointer moves over the diagram, at that place or, if {@code null}, at none. */
    void pointerAt(String id) {
        if (open != null && !open.equals(id)) {
            leaveSoon();
        }
    }

    /** @param byKey whether the keyboard shall go on within the card */
    void open(String id, boolean byKey) {
        close();
        PlaceNode place = canvas.places().get(id);
        if (place.shown() == null || place.body().getScene() == null) {
            return;
        }
        open = id;
        this.byKey = byKey;
        card = cards.apply(id);
        popup.setAutoHide(byKey);
        popup.show(place.body(), onScreen(place), fontSize.getAsDouble(), card);
        if (byKey) {
            Node first = card.lookup(".card-copy");
            (first == null ? card.lookup(".hyperlink") : first).requestFocus();
        }
    }

    private Bounds onScreen(PlaceNode place) {
        return canvas.localToScreen(place instanceof FrameNode ? place.labels().getBoundsInParent()
                : place.outline());
    }

    /** @return whether a card was open */
    boolean close() {
        hover.stop();
        leave.stop();
        boolean was = open != null;
        popup.hide();
        open = null;
        byKey = false;
        return was;
    }

    private void closed() {
        open = null;
        byKey = false;
    }

    private void keyInCard(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** The place whose card is open; {@code null} if none is. */
    String open() {
        return open;
    }

    /** Shows what changed meanwhile; a card that the keyboard is in is left alone. */
    void refresh() {
        if (open == null || byKey) {
            return;
        }
        PlaceCard now = cards.apply(open);
        if (!now.details().equals(card.details())) {
            card = now;
            popup.replace(card);
        }
    }

    DiagramPopup popup() {
        return popup;
    }
}
