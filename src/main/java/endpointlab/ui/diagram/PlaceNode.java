package endpointlab.ui.diagram;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.ui.shared.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * One place of the diagram: a body that can be pointed at and focused, and labels that are painted above all bodies.
 * Both carry the status, {@code :current}, {@code :on-way} and {@code :to-blame} as pseudo-classes, so that style
 * sheets alone decide how a state looks.
 */
abstract class PlaceNode {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass ON_WAY = PseudoClass.getPseudoClass("on-way");
    private static final PseudoClass TO_BLAME = PseudoClass.getPseudoClass("to-blame");
    private static final double RING_MARGIN = 4;
    private static final double CURRENT_MARGIN = 5;

    private final Group body = new Group();
    private final Group labels = new Group();
    private PlaceView shown;

    PlaceNode(String styleClass) {
        body.getStyleClass().addAll("place", styleClass);
        body.setAccessibleRole(AccessibleRole.BUTTON);
        labels.getStyleClass().addAll("place-labels", styleClass + "-labels");
        labels.setMouseTransparent(true);
    }

    /** Puts what shows the focus and the current step behind a rectangle with that corner radius. */
    final void addRings(double x, double y, double width, double height, double corner) {
        addRing(outset(x, y, width, height, corner, CURRENT_MARGIN), "current-ring");
        addRing(outset(x, y, width, height, corner, RING_MARGIN), "focus-ring");
    }

    /** As {@link #addRings(double, double, double, double, double)}, around a circle. */
    final void addRings(double x, double y, double radius) {
        addRing(new Circle(x, y, radius + CURRENT_MARGIN), "current-ring");
        addRing(new Circle(x, y, radius + RING_MARGIN), "focus-ring");
    }

    private static Rectangle outset(double x, double y, double width, double height, double corner, double margin) {
        Rectangle ring = new Rectangle(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
        ring.setArcWidth(2 * (corner + margin));
        ring.setArcHeight(2 * (corner + margin));
        return ring;
    }

    private void addRing(Shape ring, String styleClass) {
        ring.getStyleClass().add(styleClass);
        ring.setMouseTransparent(true);
        body.getChildren().add(ring);
    }

    /** Lets an area be pointed at that paints nothing. */
    final void addTouchArea(double x, double y, double width, double height) {
        Rectangle area = new Rectangle(x, y, width, height);
        area.getStyleClass().add("touch-area");
        body.getChildren().add(area);
    }

    /** Shows {@code view}; does nothing if it is what is shown already. */
    final boolean show(PlaceView view, Texts texts) {
        if (view.equals(shown)) {
            return false;
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
        body.setAccessibleText(accessibleText(view, texts));
        body.setAccessibleRoleDescription(texts.text("diagram.node"));
        body.setAccessibleHelp(texts.text("diagram.help"));
        update(view, before);
        return true;
    }

    private static String accessibleText(PlaceView view, Texts texts) {
        StringBuilder text = new StringBuilder(view.name());
        String kind = texts.text("diagram.kind." + view.kind());
        if (!kind.equals(view.name())) {
            text.append(", ").append(kind);
        }
        text.append(", ").append(view.statusText());
        if (!view.address().isEmpty()) {
            text.append(", ").append(view.address());
        }
        return view.current() ? text.append(", ").append(texts.text("diagram.current")).toString() : text.toString();
    }

    /** Brings texts and signs in line with {@code view}. */
    abstract void update(PlaceView view, ResourceStatus before);

    /** Stops or starts what moves. */
    abstract void setMoving(boolean moving);

    /** Where it is drawn, in the diagram's units, for what is put beside it. */
    abstract Bounds outline();

    final void setOnWay(boolean on) {
        body.pseudoClassStateChanged(ON_WAY, on);
    }

    final void setToBlame(boolean blamed) {
        body.pseudoClassStateChanged(TO_BLAME, blamed);
        labels.pseudoClassStateChanged(TO_BLAME, blamed);
    }

    final PlaceView shown() {
        return shown;
    }

    final Group body() {
        return body;
    }

    final Group labels() {
        return labels;
    }

    /** The state's word where the sign alone doesn't say enough. */
    static String wordUnlessReady(PlaceView view) {
        return view.status() == ResourceStatus.READY ? "" : view.statusText();
    }
}
