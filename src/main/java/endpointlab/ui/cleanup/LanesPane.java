package endpointlab.ui.cleanup;

import endpointlab.lab.LabState;
import endpointlab.ui.shared.Localizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The order of deletion from left to right, in a lane for each of the two roles. */
final class LanesPane extends GridPane {

    /** The same for all, so that they share the room evenly. */
    private static final double EVEN = 100;

    private final Localizer texts;
    private final List<LaneCard> cards = new ArrayList<>();
    private final List<Label> heads = new ArrayList<>();

    LanesPane(CleanupContext context) {
        this.texts = context.texts();
        CleanupPlan plan = new CleanupPlan(context.lab());
        getStyleClass().add("lanes");
        ColumnConstraints role = new ColumnConstraints();
        role.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().add(role);
        for (int column = 1; column <= plan.columns(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.ALWAYS);
            constraints.setMinWidth(0);
            constraints.setPrefWidth(EVEN);
            getColumnConstraints().add(constraints);
            Label head = new Label();
            head.getStyleClass().add("lane-head");
            head.setMaxWidth(Double.MAX_VALUE);
            heads.add(head);
            add(head, column, 0);
        }
        addLane(context, plan, false, 1);
        addLane(context, plan, true, 2);
        texts.languageProperty().addListener((property, before, after) -> name());
        name();
    }

    private void addLane(CleanupContext context, CleanupPlan plan, boolean provider, int row) {
        Region ground = new Region();
        ground.getStyleClass().add("lane-ground");
        add(ground, 0, row, plan.columns() + 1, 1);
        Label role = new Label();
        role.textProperty().bind(texts.bind(provider ? "diagram.role.provider" : "diagram.role.customer"));
        role.getStyleClass().add("lane-role");
        role.setMinWidth(USE_PREF_SIZE);
        add(role, 0, row);
        Map<Integer, VBox> columns = new LinkedHashMap<>();
        for (CleanupPlan.Card card : plan.cards()) {
            if (card.provider() == provider) {
                LaneCard node = new LaneCard(context, card);
                cards.add(node);
                columns.computeIfAbsent(card.column(), column -> {
                    VBox box = new VBox();
                    box.getStyleClass().add("lane-column");
                    add(box, column, row);
                    return box;
                }).getChildren().add(node);
            }
        }
    }

    private void name() {
        for (int i = 0; i < heads.size(); i++) {
            heads.get(i).setText((i == 0 ? "" : "→ ") + texts.text("cleanup.turn", i + 1));
        }
    }

    void show(LabState state, Instant now, boolean deleting) {
        cards.forEach(card -> card.show(state, now, deleting));
    }
}
