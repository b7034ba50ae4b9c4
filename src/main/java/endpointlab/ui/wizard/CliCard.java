package endpointlab.ui.wizard;

import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.Localizer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The commands of one resource, with a button that copies them. */
final class CliCard extends VBox {

    /** Longer lines may need a bar to scroll along, which takes a line's height. */
    private static final int LONG_LINE = 55;

    CliCard(Localizer texts, String kind, String commands) {
        this(texts, "kind." + kind, commands, commands);
    }

    /**
     * @param title  key of its text
     * @param copied instead of what is shown
     */
    CliCard(Localizer texts, String title, String commands, String copied) {
        getStyleClass().add("cli-card");
        Label name = Labels.bound(texts, title, "cli-kind");
        HBox head = new HBox(name, Labels.spring(), new CopyButton(texts, "wizard.copy", () -> copied));
        head.getStyleClass().add("cli-card-head");
        TextArea text = new TextArea(commands);
        text.setEditable(false);
        boolean scrolls = commands.lines().anyMatch(line -> line.length() > LONG_LINE);
        text.setPrefRowCount((int) commands.lines().count() + (scrolls ? 1 : 0));
        text.getStyleClass().addAll("mono", "terminal-text", "cli-text");
        text.accessibleTextProperty().bind(name.textProperty());
        getChildren().addAll(head, text);
    }
}
