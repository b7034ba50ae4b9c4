package endpointlab.ui.start;

import endpointlab.lab.FieldValues;
import endpointlab.lab.LabState;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramThumbnail;
import endpointlab.ui.shared.AppContext;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/** A lab's diagram in small, set off from the words beside it. */
final class MiniDiagram extends StackPane {

    /** @param words what it shows, for those who don't see it */
    MiniDiagram(AppContext context, LabState state, int nextStep, Supplier<String> words) {
        DiagramModel model = new DiagramModel(context.lab(), context.diagram(),
                (shown, key) -> FieldValues.of(context.lab(), shown).value(key));
        getStyleClass().add("mini-diagram");
        getChildren().setAll(new DiagramThumbnail(model, context.localizer(), state, context.wallClock().instant(),
                nextStep));
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(context.localizer().bind(words));
    }
}
