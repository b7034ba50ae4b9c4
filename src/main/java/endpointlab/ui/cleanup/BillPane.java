package endpointlab.ui.cleanup;

import endpointlab.cost.Comparison;
import endpointlab.cost.CostMeter;
import endpointlab.cost.LabCost;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the run has cost in AWS, or would have. */
final class BillPane extends VBox {

    private final CleanupContext context;
    private final Localizer texts;
    private final LabCost cost;
    private final Label title = new Label();
    private final Label total = new Label();
    private final Label date = new Label();
    private final VBox lines = new VBox();
    private final Label month = new Label();

    BillPane(CleanupContext context) {
        this.context = context;
        this.texts = context.texts();
        this.cost = new LabCost(context.lab(), context.prices());
        getStyleClass().addAll("cleanup-card", "bill-card");
        title.getStyleClass().add("cleanup-title");
        EmIcon.set(title, "mdmz-payments", 1.2);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        total.getStyleClass().add("bill-total");
        total.setMinWidth(USE_PREF_SIZE);
        date.getStyleClass().add("muted");
        date.setWrapText(true);
        date.setMinHeight(USE_PREF_SIZE);
        HBox figure = new HBox(total, date);
        figure.getStyleClass().add("bill-figure");
        lines.getStyleClass().add("bill-lines");
        month.getStyleClass().add("bill-month");
        month.setWrapText(true);
        month.setMinHeight(USE_PREF_SIZE);
        month.setMaxWidth(Double.MAX_VALUE);
        EmIcon.set(month, "mdal-info", 1.2);
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().addAll(title, figure, lines, spring, month);
    }

    static String key(CostMeter.Item item) {
        return "cleanup.item." + item.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The bill so far; empty where the Region's prices aren't known. */
    List<CostMeter.Line> bill(LabState state) {
        return context.prices().in(state.region())
                .map(prices -> new CostMeter(prices).bill(state, cost.instanceTypes(state), context.clock().now()))
                .orElse(List.of());
    }

    void show(LabState state) {
        List<CostMeter.Line> bill = bill(state);
        boolean practice = state.mode().equals("practice");
        title.setText(texts.text(practice ? "cleanup.bill.practice" : "cleanup.bill.title"));
        total.setText(Money.amount(CostMeter.total(bill)));
        date.setText(texts.text("cleanup.bill.date", context.prices().date()));
        lines.getChildren().setAll(bill.stream().map(this::line).toList());
        double monthly = cost.perHourComplete(state.region(), state.values()).orElse(0) * Comparison.HOURS_PER_MONTH;
        month.setText(texts.text("cleanup.bill.month", String.valueOf(Math.round(monthly))));
    }

    /** With as many digits as the cheapest line needs. */
    static String price(double dollars) {
        return String.format(Locale.ROOT, "%.4f", dollars);
    }

    private HBox line(CostMeter.Line line) {
        Label name = new Label(texts.text(key(line.item())) + (line.count() > 1 ? " ×" + line.count() : ""));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label dollars = new Label(price(line.dollars()));
        dollars.getStyleClass().add("bill-dollars");
        return new HBox(name, dollars);
    }
}
