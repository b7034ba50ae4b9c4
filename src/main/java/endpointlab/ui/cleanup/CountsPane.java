package endpointlab.ui.cleanup;

import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many of each kind are left, down to none; the receipt can be saved below. */
final class CountsPane extends VBox {

    private static final double GLYPH = 15;

    private final CleanupContext context;
    private final Localizer texts;
    private final Label tag = new Label();
    private final GridPane grid = new GridPane();
    private final Label note = new Label();

    /** @param save saves the receipt */
    CountsPane(CleanupContext context, Runnable save) {
        this.context = context;
        this.texts = context.texts();
        getStyleClass().add("cleanup-card");
        Label title = new Label();
        title.textProperty().bind(texts.bind("cleanup.counts.title"));
        title.getStyleClass().add("cleanup-title");
        EmIcon.set(title, "mdal-fact_check", 1.2);
        tag.getStyleClass().add("muted");
        tag.setWrapText(true);
        tag.setMinHeight(USE_PREF_SIZE);
        grid.getStyleClass().add("counts");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        Button receipt = new Button();
        receipt.textProperty().bind(texts.bind("cleanup.receipt.save"));
        receipt.getStyleClass().add("save-receipt");
        receipt.setMinWidth(USE_PREF_SIZE);
        EmIcon.set(receipt, "mdal-get_app", 1.2);
        receipt.setOnAction(event -> save.run());
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(note, receipt);
        foot.getStyleClass().add("counts-foot");
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().addAll(title, tag, grid, spring, foot);
    }

    /** Says how saving went. */
    void tell(String sentence) {
        note.setText(sentence);
    }

    void show(LabState state, List<Leftover> leftovers) {
        tag.setText(texts.text("cleanup.counts.tag", "LabRun=" + state.runId()));
        grid.getChildren().clear();
        int index = 0;
        for (Counts.Row row : Counts.of(context.lab(), state, leftovers)) {
            grid.add(row(row), index % 2, index / 2);
            index++;
        }
    }

    private HBox row(Counts.Row row) {
        boolean gone = row.count().isPresent() && row.count().getAsInt() == 0;
        StateGlyph glyph = new StateGlyph(GLYPH);
        glyph.setStatus(gone ? ResourceStatus.READY : row.count().isEmpty() ? ResourceStatus.NOT_MADE
                : ResourceStatus.WAITING);
        Label name = new Label(texts.text("kind." + row.kind()));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label(row.count().isEmpty() ? "–" : String.valueOf(row.count().getAsInt()));
        count.getStyleClass().addAll("count", gone ? "gone" : "there");
        HBox line = new HBox(glyph, name, count);
        line.getStyleClass().add("count-row");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(name.getText() + ": " + count.getText());
        return line;
    }
}
