package endpointlab.ui.presenter;

import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Number and title of the step, and the one sentence to say about it. */
final class PresenterTitle extends HBox {

    private static final String EMPHASIS = "\\*\\*";

    private final TextFlow sentence = new TextFlow();

    PresenterTitle(PresenterModel model) {
        getStyleClass().add("presenter-title");
        Label number = new Label();
        number.getStyleClass().add("step-number");
        number.textProperty().bind(Bindings.convert(model.step()));
        Label title = new Label();
        title.getStyleClass().add("step-title");
        title.textProperty().bind(model.title());
        title.setWrapText(true);
        sentence.getStyleClass().add("key-sentence");
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        VBox words = new VBox(title, sentence);
        words.getStyleClass().add("presenter-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(number, words);
        model.keySentence().addListener((property, before, after) -> say(after));
        say(model.keySentence().get());
    }

    private void say(String words) {
        sentence.getChildren().clear();
        String[] parts = words.split(EMPHASIS, -1);
        for (int i = 0; i < parts.length; i++) {
            Text text = new Text(parts[i]);
            text.getStyleClass().add(i % 2 == 1 ? "stressed" : "spoken");
            sentence.getChildren().add(text);
        }
        sentence.setAccessibleText(words.replace("**", ""));
    }
}
