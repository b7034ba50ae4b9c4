package endpointlab.ui.shared;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/**
 * Asks in front of the screen for the six digits that a device for multi-factor authentication shows; Esc says none.
 * Hidden while nothing is asked. The code is kept nowhere. To be used on the JavaFX thread.
 */
public final class CodeOverlay extends OverlayCard {

    private static final int DIGITS = 6;

    private final Localizer texts;
    private final TextField code = new TextField();
    private CompletableFuture<Optional<String>> asked = new CompletableFuture<>();

    public CodeOverlay(Localizer texts) {
        this.texts = texts;
        head().textProperty().bind(texts.bind("account.mfa"));
        text().setLabelFor(code);
        code.setId("mfa-code");
        code.setPrefColumnCount(DIGITS);
        code.setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("[0-9]{0," + DIGITS + "}") ? change : null));
        Button enter = button("account.mfa.enter", "accent");
        enter.disableProperty().bind(code.textProperty().length().lessThan(DIGITS));
        enter.setDefaultButton(true);
        enter.setOnAction(event -> answer(Optional.of(code.getText())));
        Button none = button("account.mfa.none", "flat");
        none.setOnAction(event -> escape());
        build(code, none, enter);
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
        text().textProperty().bind(texts.bind(() -> texts.text("account.mfa.text", serial)));
        code.clear();
        show(code);
        return asked;
    }

    @Override
    void escape() {
        answer(Optional.empty());
    }

    private void answer(Optional<String> said) {
        hide();
        code.clear();
        asked.complete(said);
    }
}
