package endpointlab.ui.cleanup;

import endpointlab.cost.LabCost;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What clean-up had to leave: each with its cost per hour, and the AWS CLI that removes it by hand. */
final class LeftoversPane extends VBox {

    private static final int MOST_ROWS = 10;

    private final Localizer texts;
    private final LabCost cost;
    private final VBox rows = new VBox();
    private final TextArea commands = new TextArea();
    private final HBox head;

    LeftoversPane(CleanupContext context) {
        this.texts = context.texts();
        this.cost = new LabCost(context.lab(), context.prices());
        getStyleClass().addAll("cleanup-card", "leftovers");
        rows.getStyleClass().add("leftover-rows");
        Label by = new Label();
        by.textProperty().bind(texts.bind("cleanup.leftovers.by-hand"));
        by.setWrapText(true);
        by.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(by, Priority.ALWAYS);
        head = new HBox(by, new CopyButton(texts, "wizard.cli.copy-all", commands::getText));
        head.getStyleClass().add("leftover-head");
        commands.setEditable(false);
        commands.getStyleClass().add("mono");
        commands.accessibleTextProperty().bind(texts.bind("cleanup.leftovers.by-hand"));
        commands.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(rows, head, commands);
    }

    void show(LabState state, List<Leftover> leftovers) {
        setVisible(!leftovers.isEmpty());
        setManaged(!leftovers.isEmpty());
        rows.getChildren().setAll(leftovers.stream().map(left -> row(state, left)).toList());
        String all = leftovers.stream().map(Leftover::removal).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        commands.setText(all);
        commands.setPrefRowCount((int) Math.min(MOST_ROWS, all.lines().count() + 1));
        for (Node node : List.of(head, commands)) {
            node.setVisible(!all.isEmpty());
            node.setManaged(!all.isEmpty());
        }
    }

    private Label row(LabState state, Leftover left) {
        OptionalDouble perHour = cost.perHour(state.region(), List.of(left));
        String what = texts.text("cleanup.leftover", texts.text("kind." + left.kind()), left.awsId(),
                Money.perHour(perHour.orElse(0)));
        Label row = new Label(left.ours() ? what : what + " " + texts.text("cleanup.leftover.not-ours"));
        row.setWrapText(true);
        return row;
    }
}
