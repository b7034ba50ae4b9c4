package endpointlab.ui.wizard;

import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * What a step shows below its title: explanation beside form, commands and calls; the terminal beside the packet's way
 * for a check. Where room is short all become tabs of one pane.
 */
final class StepContent extends StackPane {

    private static final double LEFT_SHARE = 0.43;
    private static final double CHECK_SHARE = 0.56;

    private final WizardModel model;
    private final Localizer texts;
    private final ExplanationPane explanation;
    private final Slices slices = new Slices();
    private final TerminalLines terminal;
    private final TabPane left = pane();
    private final TabPane right = pane();
    private final StackPane leftHolder;
    private final SplitPane split = new SplitPane();
    private final Label reading = Labels.plain("reading-time");
    private final Tab explanationTab;
    private final Tab formTab;
    private final Tab cliTab;
    private final Tab apiTab;
    private final Tab pageTab;
    private final Tab terminalTab;
    private final Tab wayTab;
    private FormPane form;
    private boolean small;

    /** @param way the list of hops of a check */
    StepContent(WizardContext context, WizardModel model, Node way) {
        this.model = model;
        this.texts = context.texts();
        this.terminal = new TerminalLines(model.lab(), texts);
        explanation = new ExplanationPane(model, texts, slices);
        StepCalls calls = new StepCalls(model);
        getStyleClass().add("step-content");
        explanationTab = tab("wizard.tab.explanation", "mdal-chrome_reader_mode", shown -> explanation);
        formTab = tab("wizard.tab.form", "mdmz-tune", shown -> {
            form = new FormPane(model, texts, shown);
            return form;
        });
        cliTab = tab("wizard.tab.cli", "mdal-code", shown -> new CliPane(model, texts, context.cli(), shown));
        apiTab = tab("wizard.tab.api", "mdmz-sync_alt",
                shown -> new ApiPane(calls, texts, context.calls(), shown));
        pageTab = tab("wizard.tab.page", "mdmz-web",
                shown -> new PagePane(model, texts, context.reach(), context.desktop()));
        terminalTab = tab("wizard.tab.terminal", "mdal-code",
                shown -> new TerminalPane(model, texts, context.reach()));
        wayTab = tab("wizard.tab.way", "mdmz-timeline", shown -> way);
        ((HBox) apiTab.getGraphic()).getChildren().add(count(calls));
        leftHolder = new StackPane(left, reading);
        StackPane.setAlignment(reading, Pos.TOP_RIGHT);
        reading.setMouseTransparent(true);
        getChildren().add(split);
        explanation.pageProperty().addListener((property, before, after) -> showReading());
        model.currentStepProperty().addListener((property, before, after) -> {
            arrange();
            prepareNext();
        });
        left.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> showReading());
        arrange();
        prepareNext();
    }

    private static Label count(StepCalls calls) {
        Label count = Labels.plain("count-badge");
        count.textProperty().bind(Bindings.convert(calls.countProperty()));
        count.visibleProperty().bind(calls.countProperty().greaterThan(0));
        count.managedProperty().bind(count.visibleProperty());
        return count;
    }

    /** Whoever has read a step goes on to the next. */
    private void prepareNext() {
        int next = model.currentStepProperty().get() + 1;
        if (next <= model.lab().steps().size()) {
            slices.last(List.<Runnable>of(() -> explanation.prepare(next), () -> {
                if (form != null) {
                    form.prepare(next);
                }
            }).iterator());
        }
    }

    ExplanationPane explanation() {
        return explanation;
    }

    /** All in one row of tabs. */
    void setSmall(boolean value) {
        if (value != small) {
            boolean untouched = right.getSelectionModel().getSelectedIndex() == 0;
            small = value;
            arrange();
            if (untouched) {
                right.getSelectionModel().selectFirst();
            }
        }
    }

    /** Shows explanation, form, CLI or API by its number from 1, and takes the focus there. */
    void select(int number) {
        Tab tab = List.of(explanationTab, formTab, cliTab, apiTab).get(number - 1);
        if (tab.getTabPane() != null) {
            tab.getTabPane().getSelectionModel().select(tab);
            tab.getContent().requestFocus();
        }
    }

    /** Shows the calls, if the step shows any. */
    void showCalls() {
        if (apiTab.getTabPane() != null) {
            apiTab.getTabPane().getSelectionModel().select(apiTab);
        }
    }

    /** Shows what came back from a check that just ended. */
    void showOutcome() {
        for (Tab tab : List.of(pageTab, terminalTab)) {
            if (tab.getTabPane() != null) {
                tab.getTabPane().getSelectionModel().select(tab);
            }
        }
    }

    private static TabPane pane() {
        TabPane pane = new TabPane();
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.getStyleClass().add("step-tabs");
        return pane;
    }

    /** @param content is made when the tab is first shown, and told while it is */
    private Tab tab(String key, String icon, Function<ObservableBooleanValue, Node> content) {
        Tab tab = new Tab();
        Label name = Labels.bound(texts, key, "tab-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(Labels.symbol(icon, 1.25), name);
        head.getStyleClass().add("tab-head");
        tab.setGraphic(head);
        tab.selectedProperty().addListener((property, before, after) -> {
            if (after && tab.getContent() == null) {
                tab.setContent(content.apply(tab.selectedProperty()));
            }
        });
        return tab;
    }

    private void arrange() {
        Tab before = right.getSelectionModel().getSelectedItem();
        List<Tab> leftTabs = new ArrayList<>();
        List<Tab> rightTabs = new ArrayList<>();
        int step = model.currentStepProperty().get();
        boolean check = terminal.check(step).isPresent();
        if (check) {
            leftTabs.addAll(List.of(terminalTab, explanationTab, cliTab, apiTab));
            rightTabs.add(wayTab);
        } else {
            leftTabs.add(explanationTab);
            rightTabs.addAll(List.of(formTab, cliTab, apiTab));
            if (PagePane.fits(model.lab(), step)) {
                rightTabs.add(pageTab);
            }
        }
        if (small) {
            leftTabs.addAll(rightTabs);
            put(List.of(), leftTabs);
        } else {
            put(leftTabs, rightTabs);
        }
        if (before != null && right.getTabs().contains(before)) {
            right.getSelectionModel().select(before);
        } else {
            right.getSelectionModel().selectFirst();
        }
        left.getSelectionModel().selectFirst();
        showReading();
    }

    /** Touches only what changes: whatever is taken out and put back would be styled anew. */
    private void put(List<Tab> leftTabs, List<Tab> rightTabs) {
        if (!left.getTabs().equals(leftTabs) || !right.getTabs().equals(rightTabs)) {
            left.getTabs().clear();
            right.getTabs().clear();
            left.getTabs().setAll(leftTabs);
            right.getTabs().setAll(rightTabs);
            if (!leftTabs.isEmpty()) {
                split.setDividerPositions(leftTabs.contains(terminalTab) ? CHECK_SHARE : LEFT_SHARE);
            }
        }
        List<Node> halves = leftTabs.isEmpty() ? List.of(right) : List.of(leftHolder, right);
        if (!split.getItems().equals(halves)) {
            split.getItems().setAll(halves);
            if (!leftTabs.isEmpty()) {
                split.setDividerPositions(leftTabs.contains(terminalTab) ? CHECK_SHARE : LEFT_SHARE);
            }
        }
    }

    private void showReading() {
        boolean shown = !small && left.getSelectionModel().getSelectedItem() == explanationTab;
        Labels.shown(reading, shown);
        reading.setText(texts.text("wizard.reading", explanation.minutes()));
    }
}
