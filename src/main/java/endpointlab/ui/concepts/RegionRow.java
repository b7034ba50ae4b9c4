package endpointlab.ui.concepts;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabChoices;
import endpointlab.ui.shared.LocalizedChoice;
import endpointlab.ui.shared.Widgets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The choice of the Region whose prices are shown, the same wherever it stands. */
final class RegionRow {

    private RegionRow() {
    }

    /** @param beside shown after the choice */
    static Node of(AppContext context, ConceptViewModel model, Node... beside) {
        LabChoices names = new LabChoices(context.localizer());
        LocalizedChoice<String> choice =
                new LocalizedChoice<>(context.localizer(), model.regions(), names::regionName);
        choice.getStyleClass().add("price-region");
        choice.valueProperty().bindBidirectional(model.regionProperty());
        Label label = new Widgets(context.localizer(), context.appearance()).label("concepts.price.region", "muted");
        label.setLabelFor(choice);
        choice.accessibleTextProperty().bind(label.textProperty());
        FlowPane row = new FlowPane(label, choice);
        row.getChildren().addAll(beside);
        row.getStyleClass().add("region-row");
        return row;
    }
}
