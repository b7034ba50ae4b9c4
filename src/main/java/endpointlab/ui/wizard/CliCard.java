package endpointlab.ui.wizard;

import endpointlab.ui.shared.Localizer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The commands of one resource, with a button that copies them. */
final class CliCard extends VBox {

    CliCard(Localizer texts, String kind, String commands) {
        getStyleClass().add("cli-card");
        Label name = Labels.bound(texts, "kind." + kind, "cli-kind");
        HBox head = new HBox(name, Labels.spring(), new CopyButton(texts, "wizard.copy", () -> commands));
        head.getStyleClass().add("cli-card-head");
        TextArea text = new TextArea(commands);
        text.setEditable(false);
        text.setPrefRowCount((int) commands.lines().count());
        text.getStyleClass().addAll("mono", "terminal-text", "cli-text");
        text.accessibleTextProperty().bind(name.textProperty());
        getChildren().addAll(head, text);
    }
}
