package endpointlab.ui.wizard;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Number, title and state of the step that is shown, and what can be run. */
final class TitleRow extends HBox {

    private static final double GLYPH = 15;

    private final WizardModel model;
    private final Localizer texts;
    private final Label badge = Labels.plain("step-badge");
    private final Label title = Labels.plain("step-title");
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label state = Labels.plain("state-word");
    private final HBox chip = new HBox(glyph, state);
    private final Button runTo;
    private final Button run = new Button();
    private final StackPane runHolder;
    private final StackPane runToHolder;
    private final Tooltip runTip = new Tooltip();
    private final Tooltip runToTip = new Tooltip();
    private final ToggleButton diagram = new ToggleButton();
    /** For a class: the step itself is still to be done in front of it. */
    private final MenuItem prepare = new MenuItem();
    private final MenuItem runAll = new MenuItem();
    private final MenuItem byHand = new MenuItem();
    private final ReadOnlyStringWrapper titleText = new ReadOnlyStringWrapper(this, "title", "");
    private ResourceStatus shown = ResourceStatus.NOT_MADE;

    /**
     * @param runs   what the first button does
     * @param hand   looks for what was made by hand
     * @param export stands in the menu
     */
    TitleRow(WizardModel model, Localizer texts, Runnable runs, Runnable hand, Menu export) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("title-row");
        title.textProperty().bind(titleText);
        title.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(titleText);
        title.setTooltip(whole);
        Labels.scale(glyph, state);
        chip.getStyleClass().add("state-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setAccessibleRole(AccessibleRole.TEXT);
        badge.setMinWidth(USE_PREF_SIZE);
        runTo = Labels.button(texts, "wizard.run-to", "mdal-fast_forward");
        runTo.setOnAction(event -> model.runTo());
        run.getStyleClass().add("accent");
        EmIcon.set(run, "mdmz-play_arrow", Labels.ICON_EMS);
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(event -> runs.run());
        runHolder = explained(run, runTip);
        runToHolder = explained(runTo, runToTip);
        diagram.textProperty().bind(texts.bind("wizard.diagram"));
        EmIcon.set(diagram, "mdal-account_tree", Labels.ICON_EMS);
        diagram.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(badge, title, chip, Labels.spring(), diagram, runToHolder, runHolder, more(hand, export));
        model.progressProperty().addListener((property, before, after) -> show());
        model.actionsProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    /** The second button shows its sign only where room is short. */
    void setSmall(boolean small) {
        runTo.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        diagram.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        diagram.setAccessibleText(diagram.getText());
    }

    /** Whether the last step shows diagram and explanation instead of the order of deletion. */
    BooleanProperty diagramWanted() {
        return diagram.selectedProperty();
    }

    /** The title as it is written at the head of the step's page. */
    ReadOnlyStringWrapper titleText() {
        return titleText;
    }

    ReadOnlyStringProperty titleProperty() {
        return titleText.getReadOnlyProperty();
    }

    /** A disabled button hears no mouse: what is around it says why. */
    private static StackPane explained(Button button, Tooltip tip) {
        StackPane holder = new StackPane(button);
        holder.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(holder, tip);
        return holder;
    }

    private MenuButton more(Runnable hand, Menu export) {
        runAll.textProperty().bind(texts.bind("wizard.run-all"));
        runAll.setGraphic(new FontIcon("mdal-fast_forward"));
        runAll.setOnAction(event -> model.runAll());
        prepare.setGraphic(new FontIcon("mdal-fast_forward"));
        prepare.setOnAction(event -> model.prepare());
        CheckMenuItem pause = new CheckMenuItem();
        pause.textProperty().bind(texts.bind("wizard.pause"));
        pause.selectedProperty().bindBidirectional(model.pauseAfterStepProperty());
        pause.disableProperty().bind(model.runningProperty().not());
        MenuItem check = new MenuItem();
        check.textProperty().bind(texts.bind("wizard.reconcile"));
        check.setGraphic(new FontIcon("mdmz-sync"));
        check.setOnAction(event -> model.reconcile());
        check.disableProperty().bind(model.runningProperty());
        byHand.textProperty().bind(texts.bind("wizard.hand.check"));
        byHand.setId("check-my-work");
        byHand.setGraphic(new FontIcon("mdoal-fact_check"));
        byHand.setOnAction(event -> hand.run());
        MenuButton more = new MenuButton("", null, prepare, runAll, pause, check, byHand, new SeparatorMenuItem(), export);
        EmIcon.set(more, "mdmz-more_vert", Labels.ICON_EMS);
        more.getStyleClass().addAll("button-icon", "flat", "more-button");
        more.accessibleTextProperty().bind(texts.bind("wizard.more"));
        more.setTooltip(Labels.tip(texts, "wizard.more"));
        more.setMinWidth(USE_PREF_SIZE);
        return more;
    }

    private void show() {
        StepSummary step = model.progressProperty().get().step(model.currentStepProperty().get());
        Actions actions = model.actionsProperty().get();
        badge.setText(String.valueOf(step.number()));
        for (Node node : List.of(this, chip)) {
            node.pseudoClassStateChanged(StateGlyph.pseudoClass(shown), false);
            node.pseudoClassStateChanged(StateGlyph.pseudoClass(step.status()), true);
        }
        shown = step.status();
        glyph.setStatus(step.status());
        boolean timed = step.measured() && step.status() != ResourceStatus.NOT_MADE;
        state.setText(texts.text(step.word()) + (timed ? " " + Times.clock(step.shown()) : ""));
        chip.setAccessibleText(state.getText());
        boolean last = step.number() == model.lab().steps().size();
        boolean again = step.done() && !last && actions.runStep().enabled();
        run.setText(texts.text(last ? "wizard.clean-up" : again ? "wizard.check-again" : "wizard.run"));
        Labels.icon(run, last ? "mdoal-delete_sweep" : again ? "mdmz-replay" : "mdmz-play_arrow");
        run.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), last);
        explain(run, runTip, actions.runStep(), "wizard.run.tip");
        explain(runTo, runToTip, actions.runTo(), "wizard.run-to.tip");
        Labels.shown(runToHolder, !last && !step.done());
        Labels.shown(runHolder, actions.runStep().enabled() || !step.done());
        Labels.shown(diagram, last);
        runAll.setDisable(!actions.runAll().enabled());
        prepare.setText(texts.text("wizard.prepare", step.number()));
        prepare.setDisable(!actions.prepare().enabled());
        byHand.setDisable(last || model.runningProperty().get());
    }

    private void explain(Button button, Tooltip tip, Action action, String usual) {
        button.setDisable(!action.enabled());
        String text = action.enabled() || action.reason().isEmpty() ? texts.text(usual)
                : texts.text(action.reason(), action.number());
        tip.setText(text);
        button.setAccessibleHelp(text);
    }
}
