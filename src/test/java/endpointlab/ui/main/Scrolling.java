package endpointlab.ui.main;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls what can be scrolled. */
final class Scrolling {

    private Scrolling() {
    }

    /** Brings a node to the middle of the scroll pane nearest around it. */
    static void to(Node node) {
        Parent around = node.getParent();
        while (!(around instanceof ScrollPane pane)) {
            around = around.getParent();
        }
        Node content = pane.getContent();
        double at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
        double room = pane.getViewportBounds().getHeight();
        pane.setVvalue((at - room / 2) / (content.getBoundsInLocal().getHeight() - room));
    }
}
