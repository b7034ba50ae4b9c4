package endpointlab.ui.diagram;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * The diagram by keyboard: one stop for Tab, arrow keys within. Enter opens the card, Escape closes it, plus, minus and
 * nought zoom.
 */
final class DiagramKeys {

    /** What the keys work on. */
    interface Target {

        void openCard(String id);

        /** @return whether one was open */
        boolean closeCard();

        void zoomIn();

        void zoomOut();

        void fit();

        /** Scrolls so that the place can be seen. */
        void reveal(String id);
    }

    private final DiagramCanvas canvas;
    private final NodeWalker walker;
    private final Target target;
    private String entry;

    DiagramKeys(DiagramCanvas canvas, NodeWalker walker, Target target) {
        this.canvas = canvas;
        this.walker = walker;
        this.target = target;
        enterAt(walker.first());
        canvas.places().forEach((id, place) -> place.body().focusedProperty().addListener((property, was, focused) -> {
            if (focused) {
                enterAt(id);
            }
        }));
    }

    /** Makes one place the stop for Tab. */
    private void enterAt(String id) {
        entry = id;
        canvas.places().forEach((other, place) -> place.body().setFocusTraversable(other.equals(id)));
    }

    /** Focuses the place last looked at. */
    void focus() {
        focus(entry);
    }

    private void focus(String id) {
        canvas.places().get(id).body().requestFocus();
        target.reveal(id);
    }

    void handle(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || focused() == null) {
            return;
        }
        if (act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        String at = focused();
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> walk(at, -1, 0);
            case RIGHT, KP_RIGHT -> walk(at, 1, 0);
            case UP, KP_UP -> walk(at, 0, -1);
            case DOWN, KP_DOWN -> walk(at, 0, 1);
            case HOME -> focus(walker.first());
            case END -> focus(walker.last());
            case ENTER, SPACE -> target.openCard(at);
            case PLUS, ADD, EQUALS -> target.zoomIn();
            case SEMICOLON -> {
                // Plus on a Japanese keyboard.
                if (!event.isShiftDown()) {
                    return false;
                }
                target.zoomIn();
            }
            case MINUS, SUBTRACT -> target.zoomOut();
            case DIGIT0, NUMPAD0 -> target.fit();
            case ESCAPE -> {
                return target.closeCard();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void walk(String from, int dx, int dy) {
        target.closeCard();
        walker.next(from, dx, dy).ifPresent(this::focus);
    }

    private String focused() {
        return canvas.places().entrySet().stream()
                .filter(place -> place.getValue().body().isFocused())
                .map(java.util.Map.Entry::getKey).findFirst().orElse(null);
    }

    /** The place that a node belongs to; {@code null} if it is none's. */
    String placeOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            Node body = at;
            var found = canvas.places().entrySet().stream()
                    .filter(place -> place.getValue().body() == body).findFirst();
            if (found.isPresent()) {
                return found.get().getKey();
            }
        }
        return null;
    }
}
