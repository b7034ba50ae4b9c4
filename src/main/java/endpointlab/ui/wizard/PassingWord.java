package endpointlab.ui.wizard;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A sentence that is told for a while at the lower right of a {@link StackPane}, and stands in nobody's way. */
final class PassingWord extends Label {

    private static final double MARGIN = 8;
    private static final Duration SAID = Duration.seconds(6);

    private final PauseTransition said = new PauseTransition(SAID);

    PassingWord() {
        getStyleClass().add("passing-word");
        setWrapText(true);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        said.setOnFinished(event -> Labels.shown(this, false));
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, new Insets(MARGIN));
        Labels.shown(this, false);
    }

    /** To be called on the JavaFX thread. */
    void tell(String sentence) {
        setText(sentence);
        Labels.shown(this, true);
        said.playFromStart();
    }
}
