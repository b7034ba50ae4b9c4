package endpointlab.ui.main;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls what can be scrolled. */
final class Scrolling {

    private Scrolling() {
    }

    static void toEnd(Parent root) {
        for (Node node : root.lookupAll(".scroll-pane")) {
            if (node instanceof ScrollPane pane) {
                pane.setVvalue(pane.getVmax());
            }
        }
    }
}
