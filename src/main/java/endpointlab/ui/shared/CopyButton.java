package endpointlab.ui.shared;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies a text and says so for a moment. */
public final class CopyButton extends Button {

    private static final double ICON = 1.1;
    private static final Duration SAID = Duration.seconds(2);

    /**
     * @param key  of the button's text
     * @param text what is copied when it is pressed
     */
    public CopyButton(Localizer texts, String key, Supplier<String> text) {
        getStyleClass().addAll("small", "copy-button");
        setMinWidth(USE_PREF_SIZE);
        EmIcon.set(this, "mdal-content_copy", ICON);
        textProperty().bind(texts.bind(key));
        PauseTransition said = new PauseTransition(SAID);
        said.setOnFinished(event -> {
            textProperty().bind(texts.bind(key));
            EmIcon.set(this, "mdal-content_copy", ICON);
        });
        setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            textProperty().bind(texts.bind("wizard.copied"));
            EmIcon.set(this, "mdal-check", ICON);
            said.playFromStart();
        });
    }
}
