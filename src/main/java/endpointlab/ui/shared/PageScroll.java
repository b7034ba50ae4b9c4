package endpointlab.ui.shared;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The room below a page's header: one column, centred, that scrolls down and never sideways. */
public final class PageScroll extends ScrollPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_EMS = 75;

    private final Appearance appearance;
    private final VBox column;
    private final ChangeListener<Node> focus = (property, before, after) -> revealInside(after);

    public PageScroll(Appearance appearance, Node... parts) {
        this.appearance = appearance;
        this.column = new VBox(parts);
        column.getStyleClass().add("page-column");
        StackPane centred = new StackPane(column);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("page-scroll");
        getStylesheets().add(PageScroll.class.getResource("/endpointlab/ui/shared/page.css").toExternalForm());
        widthProperty().addListener((property, before, after) -> fit());
        appearance.textSizeProperty().addListener((property, before, after) -> fit());
        sceneProperty().addListener((property, before, after) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focus);
            }
            if (after != null) {
                after.focusOwnerProperty().addListener(focus);
            }
        });
    }

    private void fit() {
        double ems = getWidth() / appearance.em();
        column.pseudoClassStateChanged(NARROW, ems < NARROW_EMS);
    }

    /** JavaFX's own scroll pane doesn't follow the focus. */
    private void revealInside(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == column) {
                reveal(node);
                return;
            }
        }
    }

    private void reveal(Node node) {
        double height = getContent().getBoundsInLocal().getHeight();
        double view = getViewportBounds().getHeight();
        double top = getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
        double bottom = getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMaxY();
        double from = getVvalue() * Math.max(0, height - view);
        if (height > view && (top < from || bottom > from + view)) {
            setVvalue(Math.max(0, Math.min(1, (top < from ? top - 20 : bottom + 20 - view) / (height - view))));
        }
    }
}
