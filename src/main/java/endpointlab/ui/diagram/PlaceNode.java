package endpointlab.ui.diagram;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * One place of the diagram: a body that can be pointed at and focused, and labels that are painted above all bodies.
 * Both carry the status and {@code :current} as pseudo-classes, so that style sheets alone decide how a state looks.
 */
abstract class PlaceNode {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Group body = new Group();
    private final Group labels = new Group();
    private PlaceView shown;

    PlaceNode(String styleClass) {
        body.getStyleClass().addAll("place", styleClass);
        body.setFocusTraversable(true);
        body.setAccessibleRole(AccessibleRole.BUTTON);
        labels.getStyleClass().addAll("place-labels", styleClass + "-labels");
        labels.setMouseTransparent(true);
    }

    /** Shows {@code view}; does nothing if it is what is shown already. */
    final void show(PlaceView view) {
        if (view.equals(shown)) {
            return;
        }
        ResourceStatus before = shown == null ? null : shown.status();
        shown = view;
        for (Node node : new Node[] {body, labels}) {
            if (before != null) {
                node.pseudoClassStateChanged(StateGlyph.pseudoClass(before), false);
            }
            node.pseudoClassStateChanged(StateGlyph.pseudoClass(view.status()), true);
            node.pseudoClassStateChanged(CURRENT, view.current());
            node.pseudoClassStateChanged(LIT, view.lit());
        }
        body.setId("place-" + view.id());
        body.setAccessibleText(String.join(", ", view.name().replace("\n", ""), view.statusText(),
                view.address()).replaceAll("(, )+$", ""));
        update(view, before);
    }

    /** Brings texts and signs in line with {@code view}. */
    abstract void update(PlaceView view, ResourceStatus before);

    /** Stops or starts what moves. */
    abstract void setMoving(boolean moving);

    final PlaceView shown() {
        return shown;
    }

    final Group body() {
        return body;
    }

    final Group labels() {
        return labels;
    }
}
