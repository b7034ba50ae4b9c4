package endpointlab.ui.diagram;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.ui.shared.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All eight states with sign and word, and the diagram's keys. */
final class Legend extends VBox {

    private static final double GLYPH = 18;
    private static final int COLUMNS = 2;

    Legend(Texts texts) {
        getStyleClass().add("legend");
        Label title = new Label(texts.text("diagram.legend.title"));
        title.getStyleClass().add("card-name");
        GridPane states = new GridPane();
        states.getStyleClass().add("legend-states");
        int cell = 0;
        for (ResourceStatus status : ResourceStatus.values()) {
            StateGlyph glyph = new StateGlyph(GLYPH);
            glyph.movingProperty().set(false);
            glyph.setStatus(status);
            Label word = new Label(texts.text("status." + status.word()), glyph);
            word.getStyleClass().addAll("card-state", "legend-state");
            word.pseudoClassStateChanged(StateGlyph.pseudoClass(status), true);
            states.add(word, cell % COLUMNS, cell / COLUMNS);
            cell++;
        }
        Label keys = new Label(texts.text("diagram.legend.keys"));
        keys.getStyleClass().add("legend-keys");
        keys.setWrapText(true);
        getChildren().addAll(title, states, keys);
    }
}
