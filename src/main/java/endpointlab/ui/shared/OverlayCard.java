package endpointlab.ui.shared;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A card in front of the screen that asks something; Esc gives the safe answer. Hidden while nothing is asked, and the
 * focus goes back to where it was.
 */
abstract class OverlayCard extends StackPane {

    private final Label head = new Label();
    private final Label text = new Label();
    private final VBox card = new VBox();
    private Node before;

    OverlayCard() {
        getStyleClass().add("confirm-overlay");
        head.getStyleClass().add("confirm-head");
        head.setWrapText(true);
        text.setWrapText(true);
        card.getStyleClass().add("confirm-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.accessibleTextProperty().bind(head.textProperty().concat(" ").concat(text.textProperty()));
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                escape();
                event.consume();
            }
        });
        setVisible(false);
    }

    /** Gives the safe answer. */
    abstract void escape();

    Label head() {
        return head;
    }

    Label text() {
        return text;
    }

    /** Puts the question together. */
    void build(Node between, Button... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("confirm-buttons");
        card.getChildren().setAll(head, text);
        if (between != null) {
            card.getChildren().add(between);
        }
        card.getChildren().add(row);
    }

    void show(Node focused) {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        setVisible(true);
        focused.requestFocus();
    }

    void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }
}
