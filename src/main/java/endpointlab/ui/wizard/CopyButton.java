package endpointlab.ui.wizard;

import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies a text and says so for a moment. */
final class CopyButton extends Button {

    private static final Duration SAID = Duration.seconds(2);

    CopyButton(Localizer texts, String key, Supplier<String> text) {
        getStyleClass().addAll("small", "copy-button");
        setMinWidth(USE_PREF_SIZE);
        EmIcon.set(this, "mdal-content_copy", 1.1);
        textProperty().bind(texts.bind(key));
        PauseTransition said = new PauseTransition(SAID);
        said.setOnFinished(event -> {
            textProperty().bind(texts.bind(key));
            Labels.icon(this, "mdal-content_copy");
        });
        setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            textProperty().bind(texts.bind("wizard.copied"));
            Labels.icon(this, "mdal-check");
            said.playFromStart();
        });
    }
}
