package endpointlab.ui.shared;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Actions of which one asks before it acts. The question takes the actions' place, with the focus on the harmless
 * answer; Esc gives it too.
 */
public final class AskFirst extends StackPane {

    private final Node actions;
    private final VBox question;
    private final Button yes;
    private final Button no;
    private Runnable onYes;
    private Node asker;

    /**
     * @param actions     shown while nothing is asked
     * @param questionKey of the question
     * @param yesKey      of the answer that acts
     */
    public AskFirst(Widgets widgets, Node actions, String questionKey, String yesKey) {
        this.actions = actions;
        this.yes = widgets.button(yesKey, "", this::act, "danger");
        this.no = widgets.button("ask.no", "", this::withdraw);
        yes.getStyleClass().add("plain-button");
        no.getStyleClass().add("plain-button");
        HBox answers = new HBox(no, yes);
        answers.getStyleClass().add("answers");
        this.question = new VBox(widgets.label(questionKey, "question"), answers);
        question.getStyleClass().add("ask-first");
        question.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                withdraw();
                event.consume();
            }
        });
        getChildren().setAll(actions);
    }

    /**
     * Asks.
     *
     * @param onYes what is done if the answer is yes
     */
    public void ask(Runnable onYes) {
        this.onYes = onYes;
        this.asker = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().setAll(question);
        no.requestFocus();
    }

    private void act() {
        withdraw();
        onYes.run();
    }

    private void withdraw() {
        getChildren().setAll(actions);
        if (asker != null) {
            asker.requestFocus();
        }
    }
}
