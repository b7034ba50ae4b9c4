package endpointlab.ui.shared;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Asks in front of the screen for the six digits that a device for multi-factor authentication shows; Esc says none.
 * Hidden while nothing is asked. The code is kept nowhere. To be used on the JavaFX thread.
 */
public final class CodeOverlay extends StackPane {

    private static final int DIGITS = 6;

    private final Localizer texts;
    private final Label text = new Label();
    private final TextField code = new TextField();
    private Node before;
    private CompletableFuture<Optional<String>> asked = new CompletableFuture<>();

    public CodeOverlay(Localizer texts) {
        this.texts = texts;
        getStyleClass().add("confirm-overlay");
        Label head = new Label();
        head.textProperty().bind(texts.bind("account.mfa"));
        head.getStyleClass().add("confirm-head");
        head.setWrapText(true);
        text.setWrapText(true);
        text.setLabelFor(code);
        code.setId("mfa-code");
        code.setPrefColumnCount(DIGITS);
        code.setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("[0-9]{0," + DIGITS + "}") ? change : null));
        Button enter = button("account.mfa.enter", "accent");
        enter.disableProperty().bind(code.textProperty().length().lessThan(DIGITS));
        enter.setDefaultButton(true);
        enter.setOnAction(event -> answer(Optional.of(code.getText())));
        Button none = button("account.mfa.none", "flat");
        none.setOnAction(event -> answer(Optional.empty()));
        HBox buttons = new HBox(none, enter);
        buttons.getStyleClass().add("confirm-buttons");
        VBox card = new VBox(head, text, code, buttons);
        card.getStyleClass().add("confirm-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.accessibleTextProperty().bind(head.textProperty().concat(" ").concat(text.textProperty()));
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                answer(Optional.empty());
                event.consume();
            }
        });
        setVisible(false);
    }

    private Button button(String key, String style) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.getStyleClass().add(style);
        return button;
    }

    /**
     * Asks; an earlier question that is still open is answered with no code.
     *
     * @param serial the device, as the profile names it
     * @return completes with the code, or with none if the user doesn't want to say
     */
    public CompletableFuture<Optional<String>> ask(String serial) {
        asked.complete(Optional.empty());
        asked = new CompletableFuture<>();
        text.textProperty().bind(texts.bind(() -> texts.text("account.mfa.text", serial)));
        code.clear();
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        setVisible(true);
        code.requestFocus();
        return asked;
    }

    /** Answers with no code if something is asked, such as when the window closes. */
    public void giveUp() {
        asked.complete(Optional.empty());
    }

    private void answer(Optional<String> said) {
        setVisible(false);
        code.clear();
        if (before != null) {
            before.requestFocus();
        }
        asked.complete(said);
    }
}
