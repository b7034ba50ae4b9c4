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

/** A question in front of the screen, answered by yes or no; Esc is no. Hidden while nothing is asked. */
public final class ConfirmOverlay extends StackPane {

    private final Localizer texts;
    private final Label head = new Label();
    private final Label text = new Label();
    private final Button yes = new Button();
    private final Button no = new Button();
    private Node before;
    private Runnable confirmed = () -> { };

    public ConfirmOverlay(Localizer texts) {
        this.texts = texts;
        getStyleClass().add("confirm-overlay");
        head.getStyleClass().add("confirm-head");
        head.setWrapText(true);
        text.setWrapText(true);
        yes.getStyleClass().add("danger");
        yes.setOnAction(event -> answer(true));
        no.setOnAction(event -> answer(false));
        HBox buttons = new HBox(no, yes);
        buttons.getStyleClass().add("confirm-buttons");
        VBox card = new VBox(head, text, buttons);
        card.getStyleClass().add("confirm-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.accessibleTextProperty().bind(head.textProperty().concat(" ").concat(text.textProperty()));
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                answer(false);
                event.consume();
            }
        });
        setVisible(false);
    }

    /**
     * Asks; the safe answer has the focus.
     *
     * @param headKey    the question
     * @param textKey    what follows from a yes
     * @param confirmKey the button that says yes
     * @param refuseKey  the button that says no, in the words of this question
     */
    public void ask(String headKey, String textKey, String confirmKey, String refuseKey, Runnable ifConfirmed) {
        confirmed = ifConfirmed;
        head.textProperty().bind(texts.bind(headKey));
        text.textProperty().bind(texts.bind(textKey));
        yes.textProperty().bind(texts.bind(confirmKey));
        no.textProperty().bind(texts.bind(refuseKey));
        before = getScene() == null ? null : getScene().getFocusOwner();
        setVisible(true);
        no.requestFocus();
    }

    private void answer(boolean yesSaid) {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
        if (yesSaid) {
            confirmed.run();
        }
    }
}
