package endpointlab.ui.start;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.ui.shared.Widgets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** All resources of a lab with state and id, which can be selected and copied. */
final class ResourceDetails extends GridPane {

    private static final double GLYPH = 16;

    private final Localizer localizer;
    private final Widgets widgets;

    ResourceDetails(AppContext context, LabState state) {
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        getStyleClass().add("resource-details");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        ColumnConstraints last = new ColumnConstraints();
        last.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints(), new ColumnConstraints(), last);
        int row = 0;
        for (ResourceSpec spec : context.lab().resources()) {
            addResource(row++, spec, state.resource(spec.id()));
        }
    }

    private void addResource(int row, ResourceSpec spec, ResourceState state) {
        StateGlyph glyph = new StateGlyph(GLYPH);
        glyph.setStatus(state.status());
        glyph.movingProperty().set(false);
        Label kind = widgets.label(() -> localizer.text("start.resource", spec.step(),
                localizer.text("start.kind." + spec.kind())));
        Label word = widgets.shortLabel(() -> localizer.text("status." + state.status().word()), "state-word");
        word.pseudoClassStateChanged(StateGlyph.pseudoClass(state.status()), true);
        addRow(row, glyph, kind, word, id(kind, state));
    }

    private static TextField id(Label kind, ResourceState state) {
        TextField id = new TextField(state.awsId() == null ? "–" : state.awsId());
        id.setEditable(false);
        id.getStyleClass().add("resource-id");
        id.accessibleTextProperty().bind(kind.textProperty());
        return id;
    }
}
