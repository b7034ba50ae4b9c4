package endpointlab.ui.wizard;

import endpointlab.ui.shared.Localizer;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
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
    private final PagePane page;
    private final TerminalPane terminal;
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
    private boolean small;

    /** @param way the list of hops of a check */
    StepContent(WizardContext context, WizardModel model, Node way) {
        this.model = model;
        this.texts = context.texts();
        explanation = new ExplanationPane(model, texts);
        page = new PagePane(model, texts, context.reach(), context.desktop());
        terminal = new TerminalPane(model, texts, context.reach());
        ApiPane api = new ApiPane(model, texts, context.calls());
        getStyleClass().add("step-content");
        explanationTab = tab("wizard.tab.explanation", "mdal-chrome_reader_mode", explanation);
        formTab = tab("wizard.tab.form", "mdmz-tune", new FormPane(model, texts));
        cliTab = tab("wizard.tab.cli", "mdal-code", new CliPane(model, texts, context.cli()));
        apiTab = tab("wizard.tab.api", "mdmz-sync_alt", api);
        pageTab = tab("wizard.tab.page", "mdmz-web", page);
        terminalTab = tab("wizard.tab.terminal", "mdal-code", terminal);
        wayTab = tab("wizard.tab.way", "mdmz-timeline", way);
        Label count = Labels.plain("count-badge");
        count.textProperty().bind(Bindings.convert(api.countProperty()));
        count.visibleProperty().bind(api.countProperty().greaterThan(0));
        count.managedProperty().bind(count.visibleProperty());
        ((HBox) apiTab.getGraphic()).getChildren().add(count);
        leftHolder = new StackPane(left, reading);
        StackPane.setAlignment(reading, Pos.TOP_RIGHT);
        reading.setMouseTransparent(true);
        getChildren().add(split);
        explanation.pageProperty().addListener((property, before, after) -> showReading());
        model.currentStepProperty().addListener((property, before, after) -> arrange());
        left.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> showReading());
        arrange();
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

    private Tab tab(String key, String icon, Node content) {
        Tab tab = new Tab();
        Label name = Labels.bound(texts, key, "tab-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(Labels.symbol(icon, 1.25), name);
        head.getStyleClass().add("tab-head");
        tab.setGraphic(head);
        tab.setContent(content);
        return tab;
    }

    private void arrange() {
        Tab before = right.getSelectionModel().getSelectedItem();
        List<Tab> leftTabs = new ArrayList<>();
        List<Tab> rightTabs = new ArrayList<>();
        boolean check = terminal.fits();
        if (check) {
            leftTabs.addAll(List.of(terminalTab, explanationTab, cliTab, apiTab));
            rightTabs.add(wayTab);
        } else {
            leftTabs.add(explanationTab);
            rightTabs.addAll(List.of(formTab, cliTab, apiTab));
            if (page.fits()) {
                rightTabs.add(pageTab);
            }
        }
        left.getTabs().clear();
        right.getTabs().clear();
        if (small) {
            leftTabs.addAll(rightTabs);
            right.getTabs().setAll(leftTabs);
            split.getItems().setAll(right);
        } else {
            left.getTabs().setAll(leftTabs);
            right.getTabs().setAll(rightTabs);
            split.getItems().setAll(leftHolder, right);
            split.setDividerPositions(check ? CHECK_SHARE : LEFT_SHARE);
        }
        if (before != null && right.getTabs().contains(before)) {
            right.getSelectionModel().select(before);
        } else {
            right.getSelectionModel().selectFirst();
        }
        left.getSelectionModel().selectFirst();
        showReading();
    }

    private void showReading() {
        boolean shown = !small && left.getSelectionModel().getSelectedItem() == explanationTab;
        Labels.shown(reading, shown);
        reading.setText(texts.text("wizard.reading", explanation.minutes()));
    }
}
