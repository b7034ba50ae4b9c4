package endpointlab.ui.shared;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** What a person who looks at a screen sees. */
public final class Seen {

    private Seen() {
    }

    /** Whether a label that isn't hidden has these words in it. */
    public static boolean words(Parent root, String words) {
        return root.lookupAll(".label").stream().filter(Seen::isShown).map(Labeled.class::cast)
                .anyMatch(label -> label.getText() != null && label.getText().contains(words));
    }

    /** Whether neither it nor what it lies in is hidden. */
    public static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
