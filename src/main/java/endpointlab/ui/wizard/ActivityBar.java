package endpointlab.ui.wizard;

import endpointlab.clock.LabClock;
import endpointlab.run.WaitInfo;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.ui.wizard.Activity.Kind;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The line at the bottom: what goes on, why, for how long, and what to do next. */
final class ActivityBar extends HBox {

    private static final double GLYPH = 22;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");

    private final WizardModel model;
    private final Localizer texts;
    private final LabClock clock;
    private final ActivityText words;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label head = Labels.plain("activity-head");
    private final Label detail = Labels.plain("activity-detail");
    private final Label since = Labels.plain("activity-since");
    private final Label usual = Labels.plain("activity-usual");
    private final ProgressBar bar = new ProgressBar();
    private final VBox time;
    private final Button cancel;
    private final Button retry;
    private final Button details;
    private final Button log;
    private final Button next = new Button();

    /** What the buttons do that is not the model's business. */
    record Doings(Runnable cancel, Runnable details, Runnable log) {
    }

    ActivityBar(WizardModel model, Localizer texts, LabClock clock, Doings doings) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        this.words = new ActivityText(model, texts);
        Labels.scale(glyph, detail);
        getStyleClass().add("activity-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        VBox lines = new VBox(head, detail);
        lines.getStyleClass().add("activity-lines");
        lines.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(head.textProperty().concat("\n").concat(detail.textProperty()));
        Tooltip.install(lines, whole);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox numbers = new HBox(since, Labels.spring(), usual);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(texts.bind("activity.progress"));
        time = new VBox(numbers, bar);
        time.getStyleClass().add("activity-time");
        time.setMinWidth(USE_PREF_SIZE);
        cancel = Labels.button(texts, "wizard.cancel", "mdmz-stop", "danger", "button-outlined");
        cancel.setOnAction(event -> doings.cancel().run());
        retry = Labels.button(texts, "wizard.try-again", "mdmz-replay", "accent");
        retry.setOnAction(event -> model.tryAgain());
        details = Labels.button(texts, "wizard.details", "mdal-article");
        details.setOnAction(event -> doings.details().run());
        log = Labels.button(texts, "wizard.log", "mdal-list_alt");
        log.setOnAction(event -> doings.log().run());
        next.getStyleClass().add("next-button");
        next.setMinWidth(USE_PREF_SIZE);
        next.setContentDisplay(ContentDisplay.RIGHT);
        EmIcon.set(next, "mdal-chevron_right", Labels.ICON_EMS);
        next.setOnAction(event -> model.next());
        getChildren().addAll(glyph, lines, time, details, retry, log, cancel, next);
        model.activityProperty().addListener((property, before, after) -> show());
        model.actionsProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    /** Where room is short, the second line may take two; what doesn't fit is told when pointed at. */
    void setSmall(boolean small) {
        detail.setWrapText(small);
        pseudoClassStateChanged(SMALL, small);
    }

    /** To be called as time passes. */
    void show() {
        Activity activity = model.activityProperty().get();
        glyph.setStatus(activity.status());
        boolean overdue = showTime(activity.awaited());
        head.setText(words.head(activity));
        detail.setText(words.detail(activity, overdue));
        setAccessibleText(head.getText() + " " + detail.getText());
        boolean failed = activity.kind() == Kind.FAILED;
        boolean running = activity.kind() == Kind.RUNNING;
        Labels.shown(cancel, running);
        Labels.shown(retry, failed || activity.kind() == Kind.DRIFTED);
        Labels.shown(details, failed);
        Labels.shown(log, !running && !failed);
        showNext(activity, running);
    }

    private void showNext(Activity activity, boolean running) {
        int step = model.currentStepProperty().get();
        boolean last = step == model.lab().steps().size();
        boolean ready = activity.kind() == Kind.SUCCESS && !last;
        Labels.shown(next, !last);
        next.setText(ready ? texts.text("wizard.next-named", texts.text("wizard.step." + (step + 1)))
                : texts.text("wizard.next"));
        next.setAccessibleText(next.getText());
        if (ready && !running) {
            if (!next.getStyleClass().contains("accent")) {
                next.getStyleClass().add("accent");
            }
        } else {
            next.getStyleClass().remove("accent");
        }
    }

    /** @return whether it takes longer than it usually does */
    private boolean showTime(WaitInfo wait) {
        Labels.shown(time, wait != null);
        if (wait == null) {
            return false;
        }
        Duration taken = Duration.between(wait.since(), clock.now());
        boolean known = !wait.usual().isZero();
        boolean overdue = known && taken.compareTo(wait.usual()) > 0;
        since.setText(Times.clock(taken));
        usual.setText(known ? texts.text("activity.usual", Times.clock(wait.usual())) : "");
        bar.setProgress(known && !overdue ? (double) taken.toMillis() / wait.usual().toMillis()
                : ProgressBar.INDETERMINATE_PROGRESS);
        pseudoClassStateChanged(OVERDUE, overdue);
        return overdue;
    }
}
