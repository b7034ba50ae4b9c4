package endpointlab.ui.sweep;

import endpointlab.lab.Leftover;
import endpointlab.lab.Mask;
import endpointlab.lab.Problem;
import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.Progress;
import endpointlab.ui.shared.Widgets;
import endpointlab.ui.sweep.SweepRow.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A lab in the list, and below it how its clean-up goes, in words. */
final class SweepRowPane extends VBox {

    private final SweepRow row;
    private final Localizer texts;
    private final Widgets widgets;
    private final boolean masked;

    /** @param fixed while this is true, nothing can be chosen */
    SweepRowPane(SweepRow row, Localizer texts, Widgets widgets, boolean masked, ObservableBooleanValue fixed) {
        this.row = row;
        this.texts = texts;
        this.widgets = widgets;
        this.masked = masked;
        VBox outcome = new VBox();
        outcome.getStyleClass().add("sweep-outcome");
        getStyleClass().add("sweep-row");
        getChildren().setAll(line(fixed), status(), outcome);
        row.endProperty().addListener((property, before, after) -> show(outcome, after));
        show(outcome, row.endProperty().get());
    }

    /** The line above all rows. */
    static Node heads(Widgets widgets) {
        HBox line = new HBox(cell(widgets.label("sweep.column.lab"), "lab"),
                cell(widgets.label("sweep.column.owner"), "owner"), cell(widgets.label("sweep.column.age"), "age"),
                cell(widgets.label("sweep.column.resources"), "resources"),
                cell(widgets.label("sweep.column.running"), "running"),
                cell(widgets.label("sweep.column.cost"), "cost"));
        line.getStyleClass().addAll("sweep-line", "sweep-heads");
        return line;
    }

    private static Node cell(Node node, String column) {
        node.getStyleClass().add("sweep-" + column);
        if (column.equals("running")) {
            HBox.setHgrow(node, Priority.ALWAYS);
        }
        return node;
    }

    private Node line(ObservableBooleanValue fixed) {
        CheckBox choose = new CheckBox(row.lab().runId());
        choose.setId("sweep-choose-" + row.lab().runId());
        choose.selectedProperty().bindBidirectional(row.chosenProperty());
        choose.accessibleTextProperty().bind(texts.bind(() -> texts.text("sweep.lab", row.lab().runId(), owner(),
                age(), String.valueOf(row.lab().resources().size()), cost())));
        choose.disableProperty().bind(Bindings.createBooleanBinding(
                () -> fixed.get() || row.isGone(), fixed, row.endProperty()));
        HBox line = new HBox(cell(choose, "lab"), text(this::owner, "owner"), text(this::age, "age"),
                text(() -> texts.text("sweep.resources", String.valueOf(row.lab().resources().size())), "resources"),
                text(this::running, "running"), text(this::cost, "cost"));
        line.getStyleClass().add("sweep-line");
        return line;
    }

    private Node text(Supplier<String> text, String column) {
        return cell(widgets.label(text), column);
    }

    private String owner() {
        return row.lab().owner().map(known -> known.isEmpty() ? texts.text("terminal.sweep.no-owner") : known)
                .orElseGet(() -> texts.text("terminal.sweep.owner-unknown"));
    }

    private String age() {
        return row.lab().age().map(this::age).orElseGet(() -> texts.text("terminal.sweep.age-unknown"));
    }

    private String age(Duration age) {
        return age.toDays() > 0
                ? texts.text("terminal.sweep.age-days", String.valueOf(age.toDays()),
                        String.valueOf(age.toHoursPart()))
                : texts.text("terminal.sweep.age-hours", String.valueOf(age.toHours()),
                        String.valueOf(age.toMinutesPart()));
    }

    private String running() {
        String all = row.running().entrySet().stream().map(one -> texts.text("sweep.of-kind",
                        texts.text("kind." + one.getKey()), String.valueOf(one.getValue())))
                .collect(Collectors.joining(texts.text("sweep.comma")));
        return all.isEmpty() ? texts.text("sweep.nothing-running") : all;
    }

    private String cost() {
        LeftLab lab = row.lab();
        return lab.perHour().isPresent() ? texts.text("sweep.per-hour", Money.perHour(lab.perHour().getAsDouble()))
                : texts.text("sweep.cost-unknown");
    }

    private Node status() {
        Label status = widgets.label(() -> "", "sweep-status");
        status.textProperty().bind(texts.bind(this::statusText, row.stageProperty(), row.progressProperty(),
                row.endProperty()));
        Runnable dress = () -> {
            String word = word();
            status.setGraphic(widgets.icon(switch (word) {
                case "done" -> "mdal-check_circle";
                case "left-over" -> "mdmz-warning";
                case "failed" -> "mdmz-report";
                case "cancelled" -> "mdmz-stop";
                case "queued" -> "mdal-hourglass_top";
                default -> "mdoal-delete_sweep";
            }));
            status.getStyleClass().setAll("label", "sweep-status", word);
        };
        row.stageProperty().addListener((property, before, after) -> dress.run());
        row.endProperty().addListener((property, before, after) -> dress.run());
        dress.run();
        status.visibleProperty().bind(row.stageProperty().isNotEqualTo(Stage.FOUND));
        status.managedProperty().bind(status.visibleProperty());
        return status;
    }

    private String word() {
        End end = row.endProperty().get();
        return (row.stageProperty().get() == Stage.ENDED && end != null ? end.how().name()
                : row.stageProperty().get().name()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String statusText() {
        if (row.stageProperty().get() == Stage.FOUND) {
            return "";
        }
        if (row.stageProperty().get() != Stage.CLEANING) {
            return texts.text("sweep.stage." + word());
        }
        Progress progress = row.progressProperty().get();
        String now = progress.awaited().map(wait -> texts.text(wait.what()))
                .orElseGet(() -> progress.kind().isEmpty() ? "" : texts.text("sweep.deleting",
                        texts.text("kind." + progress.kind())));
        return texts.text("sweep.stage.cleaning", String.valueOf(progress.deleted()), now).strip();
    }

    private void show(VBox outcome, End end) {
        outcome.getChildren().clear();
        if (end != null) {
            end.problems().forEach(problem -> outcome.getChildren().add(why(problem)));
            end.left().forEach(left -> outcome.getChildren().add(left(left)));
            String commands = end.left().stream().map(Leftover::removal).filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n"));
            if (!commands.isEmpty()) {
                outcome.getChildren().add(new CopyButton(texts, "sweep.copy", () -> commands));
            }
        }
        outcome.setVisible(!outcome.getChildren().isEmpty());
        outcome.setManaged(outcome.isVisible());
    }

    private Node why(Problem problem) {
        Object[] arguments = problem.arguments().toArray();
        return widgets.label(() -> hidden(texts.text(problem.cause(), arguments) + " "
                + texts.text(problem.remedy(), arguments)));
    }

    private Node left(Leftover left) {
        return widgets.label(() -> {
            String what = texts.text("sweep.left", texts.text("kind." + left.kind()), hidden(left.awsId()));
            return left.ours() ? what : what + " " + texts.text("cleanup.leftover.not-ours");
        }, "sweep-left");
    }

    private String hidden(String text) {
        return masked ? Mask.hide(text) : text;
    }
}
