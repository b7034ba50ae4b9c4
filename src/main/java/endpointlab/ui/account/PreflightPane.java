package endpointlab.ui.account;

import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.Verdict;
import endpointlab.ui.account.AccountViewModel.Phase;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lines of the preflight as they are found, each with its verdict in a word and what to do about it. */
final class PreflightPane extends VBox {

    private final Localizer texts;
    private final Widgets widgets;
    private final AccountViewModel model;
    private final BooleanProperty masked;
    private final Runnable labsLeft;
    private final VBox lines = new VBox();

    /** @param labsLeft shows the labs that are left in the account */
    PreflightPane(AppContext context, AccountViewModel model, BooleanProperty masked, Runnable labsLeft) {
        this.texts = context.localizer();
        this.widgets = new Widgets(texts, context.appearance());
        this.model = model;
        this.masked = masked;
        this.labsLeft = labsLeft;
        lines.getStyleClass().add("preflight-lines");
        getStyleClass().add("section");
        getChildren().setAll(head(), lines, progress());
        model.lines().addListener((ListChangeListener<PreflightLine>) change -> show());
        masked.addListener((property, before, after) -> show());
    }

    private Node head() {
        Label outcome = widgets.label(() -> "", "muted");
        outcome.textProperty().bind(texts.bind(this::outcome, model.reportProperty()));
        HBox head = new HBox(widgets.heading("account.preflight", "section-title"), outcome);
        head.getStyleClass().add("section-head");
        return head;
    }

    private String outcome() {
        return model.reportProperty().get() == null ? ""
                : texts.text("account.preflight.end." + word(model.reportProperty().get().verdict()));
    }

    private Node progress() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("loading-sign");
        Label what = widgets.label(() -> "", "muted");
        what.textProperty().bind(texts.bind(() -> model.lookingProperty().get() == null
                ? texts.text("account.preflight.begins") : texts.text("account.looking."
                + model.lookingProperty().get().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                model.lookingProperty()));
        HBox row = new HBox(turning, what);
        row.getStyleClass().add("preflight-progress");
        row.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.LOOKING));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void show() {
        lines.getChildren().setAll(model.lines().stream().map(this::row).toList());
        for (int i = model.lines().size() - 1; i >= 0; i--) {
            PreflightLine line = model.lines().get(i);
            if (line.topic() == PreflightLine.Topic.EARLIER_LABS && line.verdict() == Verdict.WARNING) {
                ((HBox) lines.getChildren().get(i)).getChildren().add(wayToLabsLeft());
                return;
            }
        }
    }

    private Node wayToLabsLeft() {
        Button open = widgets.button("account.labs-left", "mdoal-delete_sweep", labsLeft);
        open.setId("preflight-labs-left");
        open.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.LOOKED));
        return open;
    }

    private HBox row(PreflightLine found) {
        PreflightLine line = masked.get() ? found.masked() : found;
        Object[] arguments = line.arguments().toArray();
        String verdict = word(line.verdict());
        Label word = widgets.shortLabel(() -> texts.text("account.verdict." + verdict), "verdict");
        word.setGraphic(widgets.icon(icon(line.verdict())));
        Label text = widgets.label(() -> texts.text(line.text(), arguments), "preflight-text");
        VBox words = new VBox(text);
        if (!line.remedy().isEmpty()) {
            words.getChildren().add(widgets.label(() -> texts.text(line.remedy(), arguments), "muted"));
        }
        if (!line.detail().isEmpty()) {
            words.getChildren().add(widgets.label(line::detail, "mono", "muted"));
        }
        words.getStyleClass().add("preflight-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(word, words);
        row.getStyleClass().addAll("preflight-line", verdict);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.accessibleTextProperty().bind(word.textProperty().concat(" ").concat(text.textProperty()));
        return row;
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case OK -> "mdal-check_circle";
            case UNKNOWN -> "mdal-help_outline";
            case WARNING -> "mdmz-warning";
            case STOP -> "mdmz-report";
        };
    }

    private static String word(Verdict verdict) {
        return verdict.word();
    }
}
