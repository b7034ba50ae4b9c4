package endpointlab.ui.wizard;

import endpointlab.run.CallSummary;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.Localizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;

/** The SDK calls of the step as they were recorded; request and response of the selected one below. */
final class ApiPane extends StackPane {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double TABLE_SHARE = 0.55;

    private final StepCalls calls;
    private final ObservableBooleanValue onScreen;
    private final Localizer texts;
    private final CallDetails details;
    private final TableView<CallRow> table = new TableView<>();
    private final TextArea exchange = new TextArea();
    private CallSummary shown;

    /** @param onScreen while it isn't, nothing is brought up to date */
    ApiPane(StepCalls calls, Localizer texts, CallDetails details, ObservableBooleanValue onScreen) {
        this.calls = calls;
        this.onScreen = onScreen;
        this.texts = texts;
        this.details = details;
        getStyleClass().add("api");
        column("wizard.api.time", row -> time(row.call().at()), 6.2);
        column("wizard.api.action", this::action, 21);
        column("wizard.api.duration", row -> row.call().wall().toMillis() + " ms", 6);
        column("wizard.api.attempts", row -> String.valueOf(row.call().attempts()), 4.5);
        column("wizard.api.error", row -> row.call().errorCode(), 10);
        column("wizard.api.request-id", row -> row.call().requestId(), 20);
        table.setPlaceholder(Labels.bound(texts, "wizard.api.none", "pane-empty"));
        table.getStyleClass().addAll("dense", "edge-to-edge", "api-table");
        table.accessibleTextProperty().bind(texts.bind("wizard.tab.api"));
        exchange.setEditable(false);
        exchange.getStyleClass().addAll("mono", "exchange");
        exchange.promptTextProperty().bind(texts.bind("wizard.api.select"));
        exchange.accessibleTextProperty().bind(texts.bind("wizard.api.exchange"));
        SplitPane split = new SplitPane(table, exchange);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        getChildren().add(split);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> show(after));
        calls.rowsProperty().addListener((property, before, after) -> refresh());
        onScreen.addListener((property, before, after) -> refresh());
        texts.languageProperty().addListener((property, before, after) -> table.refresh());
        refresh();
    }

    private void column(String key, Function<CallRow, String> value, double widthEm) {
        TableColumn<CallRow, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(widthEm * 13);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private String action(CallRow row) {
        return row.count() == 1 ? row.call().action() : texts.text("wizard.api.polls", row.call().action(),
                row.count());
    }

    private void refresh() {
        if (!onScreen.get()) {
            return;
        }
        List<CallRow> rows = calls.rowsProperty().get();
        CallRow selected = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        if (selected != null) {
            rows.stream().filter(row -> row.call().equals(selected.call())).findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
    }

    private void show(CallRow row) {
        if (row == null || row.call().equals(shown)) {
            return;
        }
        shown = row.call();
        exchange.clear();
        CallSummary asked = row.call();
        details.of(asked).whenComplete((found, failure) -> FxThread.run(() -> {
            if (asked.equals(shown)) {
                exchange.setText(failure == null ? text(found) : texts.text("wizard.api.gone"));
            }
        }));
    }

    private String text(CallDetails.Exchange found) {
        return texts.text("wizard.api.request") + "\n" + found.request() + "\n\n"
                + texts.text("wizard.api.response") + "\n"
                + (found.response().isEmpty() ? texts.text("wizard.api.no-response") : found.response());
    }
}
