package endpointlab.ui.wizard;

import endpointlab.lab.LabStep;
import endpointlab.ui.shared.Localizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lab's steps in their groups, with what is done and what is left. Becomes a rail where room is short. */
final class StepListPane extends VBox {

    private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");
    private static final String LETTERS = "ABCDEFG";

    private final WizardModel model;
    private final Localizer texts;
    private final Label title;
    private final Label done = Labels.plain("list-done");
    private final Label left = Labels.plain("list-left");
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Map<String, StepGroup> groups = new LinkedHashMap<>();
    private final Map<Integer, StepRow> rows = new LinkedHashMap<>();
    private final Map<Integer, VBox> parts = new LinkedHashMap<>();
    private final Map<String, StepRow> partRows = new LinkedHashMap<>();
    private boolean rail;
    private boolean foldedByHand;

    StepListPane(WizardModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("step-list");
        title = Labels.bound(texts, "wizard.list.title", "list-title");
        done.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, done, Labels.spring(), left);
        head.getStyleClass().add("list-head");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("list-progress");
        bar.accessibleTextProperty().bind(done.textProperty());
        VBox top = new VBox(head, bar);
        top.getStyleClass().add("list-top");
        list.getStyleClass().add("list-rows");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        model.lab().steps().forEach(this::add);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.progressProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> {
            show();
            fold();
            reveal();
        });
        texts.languageProperty().addListener((property, before, after) -> show());
        scroll.viewportBoundsProperty().addListener((property, before, after) -> {
            if (before.getHeight() != after.getHeight()) {
                fold();
            }
        });
        show();
    }

    /** Only numbers and signs, for narrow windows. */
    void setRail(boolean value) {
        rail = value;
        pseudoClassStateChanged(RAIL, value);
        groups.values().forEach(group -> group.setRail(value));
        Labels.shown(title, !value);
        Labels.shown(left, !value);
        scroll.setVbarPolicy(value ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        show();
        fold();
    }

    private void add(LabStep step) {
        StepGroup group = groups.computeIfAbsent(step.group(), key -> {
            StepGroup made = new StepGroup(texts, LETTERS.substring(groups.size(), groups.size() + 1),
                    "wizard.group." + key, () -> foldedByHand = true);
            list.getChildren().add(made);
            return made;
        });
        StepRow row = new StepRow(texts, String.valueOf(step.number()), "wizard.step." + step.number(), false,
                () -> model.select(step.number()));
        VBox box = new VBox();
        for (LabStep.Substep part : step.substeps()) {
            StepRow partRow = new StepRow(texts, part.id(), "wizard.substep." + part.id(), true,
                    () -> model.select(step.number()));
            partRows.put(part.id(), partRow);
            box.getChildren().add(partRow);
        }
        rows.put(step.number(), row);
        parts.put(step.number(), box);
        group.add(row, box);
    }

    private void show() {
        Progress progress = model.progressProperty().get();
        int current = model.currentStepProperty().get();
        int all = progress.steps().size();
        done.setText(rail ? progress.done() + "/" + all : texts.text("wizard.list.done", progress.done(), all));
        left.setText(left(progress.remaining()));
        bar.setProgress((double) progress.done() / all);
        for (StepSummary step : progress.steps()) {
            boolean isCurrent = step.number() == current;
            rows.get(step.number()).show(step.status(), texts.text(step.word()), Times.clock(step.shown()),
                    step.measured(), isCurrent);
            Labels.shown(parts.get(step.number()), isCurrent && !rail && !step.substeps().isEmpty());
            for (SubstepSummary part : step.substeps()) {
                partRows.get(part.id()).show(part.status(), texts.text("status." + part.status().word()),
                        Times.clock(part.shown()), part.measured(), false);
            }
        }
        groups.forEach((name, group) -> group.count(
                (int) progress.group(name).stream().filter(StepSummary::done).count(), progress.group(name).size()));
    }

    private String left(Duration remaining) {
        long minutes = Math.round(remaining.toSeconds() / 60.0);
        if (remaining.isZero()) {
            return "";
        }
        return minutes < 1 ? texts.text("wizard.list.left-less") : texts.text("wizard.list.left", minutes);
    }

    /** Folds groups from the last one up until all fits; the group of the current step stays open. */
    private void fold() {
        StepGroup current = groups.get(model.progressProperty().get()
                .step(model.currentStepProperty().get()).group());
        current.setOpen(true);
        if (foldedByHand) {
            return;
        }
        groups.values().forEach(group -> group.setOpen(true));
        List<StepGroup> fromLast = new ArrayList<>(groups.values());
        Collections.reverse(fromLast);
        for (StepGroup group : fromLast) {
            if (rail || list.prefHeight(-1) <= scroll.getViewportBounds().getHeight()) {
                return;
            }
            group.setOpen(group == current);
        }
    }

    /** Scrolls such that the current step can be seen. */
    private void reveal() {
        layout();
        StepRow row = rows.get(model.currentStepProperty().get());
        double top = list.sceneToLocal(row.localToScene(row.getBoundsInLocal())).getMinY();
        double slack = list.getHeight() - scroll.getViewportBounds().getHeight();
        double view = scroll.getViewportBounds().getHeight();
        double at = scroll.getVvalue() * slack;
        if (slack > 0 && (top < at || top + row.getHeight() > at + view)) {
            scroll.setVvalue(Math.max(0, Math.min(1, (top - view / 2) / slack)));
        }
    }

    private void key(KeyEvent event) {
        List<StepRow> shown = groups.values().stream().flatMap(group -> group.visibleSteps().stream()).toList();
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        int at = focused instanceof StepRow row ? shown.indexOf(row) : -1;
        if (at < 0) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> focus(shown, at + 1, event);
            case UP -> focus(shown, at - 1, event);
            case HOME -> focus(shown, 0, event);
            case END -> focus(shown, shown.size() - 1, event);
            case ENTER, SPACE -> {
                shown.get(at).choose();
                event.consume();
            }
            default -> {
                // Not for the list.
            }
        }
    }

    private static void focus(List<StepRow> rows, int index, KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        if (index >= 0 && index < rows.size()) {
            rows.get(index).requestFocus();
        }
        event.consume();
    }
}
