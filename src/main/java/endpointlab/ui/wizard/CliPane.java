package endpointlab.ui.wizard;

import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.Localizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The equivalent AWS CLI commands of the step, resource by resource, to copy. */
final class CliPane extends ScrollPane {

    private final WizardModel model;
    private final Localizer texts;
    private final CliSource source;
    private final ObservableBooleanValue onScreen;
    private final Label hint;
    private final Button copyAll;
    private final VBox cards = new VBox();
    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private int asked;
    private List<String> shownFor = List.of();

    /** @param onScreen while it isn't, nothing is asked for */
    CliPane(WizardModel model, Localizer texts, CliSource source, ObservableBooleanValue onScreen) {
        this.model = model;
        this.onScreen = onScreen;
        this.texts = texts;
        this.source = source;
        getStyleClass().add("cli");
        setFitToWidth(true);
        hint = Labels.bound(texts, "wizard.cli.hint", "cli-hint");
        hint.setWrapText(true);
        copyAll = new CopyButton(texts, "wizard.cli.copy-all", this::all);
        HBox head = new HBox(hint, Labels.spring(), copyAll);
        head.getStyleClass().add("cli-head");
        cards.getStyleClass().add("cli-cards");
        VBox box = new VBox(head);
        source.environment().ifPresent(practice -> box.getChildren().add(
                new CliCard(texts, "wizard.cli.practice", practice.shown(), practice.copied())));
        box.getChildren().add(cards);
        box.getStyleClass().add("cli-content");
        setContent(box);
        model.currentStepProperty().addListener((property, before, after) -> load());
        model.observer().stateProperty().addListener((property, before, after) -> load());
        onScreen.addListener((property, before, after) -> load());
        load();
    }

    private List<ResourceSpec> resources() {
        int step = model.currentStepProperty().get();
        return model.lab().resources().stream().filter(spec -> spec.step() == step).toList();
    }

    /** Asks anew when the step, a value or an id has changed. */
    private void load() {
        if (!onScreen.get()) {
            return;
        }
        List<ResourceSpec> resources = resources();
        List<String> wanted = new ArrayList<>(List.of(String.valueOf(model.currentStepProperty().get()),
                model.state().values().toString()));
        model.state().resources().values().stream().map(ResourceState::awsId).filter(Objects::nonNull)
                .forEach(wanted::add);
        if (wanted.equals(shownFor)) {
            return;
        }
        boolean sameStep = !shownFor.isEmpty() && shownFor.get(0).equals(wanted.get(0));
        shownFor = wanted;
        int number = ++asked;
        if (!sameStep) {
            commands.clear();
            cards.getChildren().setAll(loading(resources));
        }
        for (ResourceSpec spec : resources) {
            source.commands(spec.id()).whenComplete((found, failure) -> FxThread.run(() -> {
                if (number == asked) {
                    commands.put(spec.id(), failure == null ? found : List.of());
                    showIfComplete();
                }
            }));
        }
    }

    private List<Node> loading(List<ResourceSpec> resources) {
        copyAll.setDisable(true);
        if (resources.isEmpty()) {
            return List.of(Labels.bound(texts, "wizard.cli.none", "pane-empty"));
        }
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        HBox box = new HBox(turning, Labels.bound(texts, "wizard.cli.loading"));
        box.getStyleClass().add("pane-loading");
        return List.of(box);
    }

    private void showIfComplete() {
        List<ResourceSpec> resources = resources();
        if (!resources.stream().allMatch(spec -> commands.containsKey(spec.id()))) {
            return;
        }
        List<Node> shown = new ArrayList<>();
        for (ResourceSpec spec : resources) {
            List<String> texted = commands.get(spec.id());
            if (!texted.isEmpty()) {
                shown.add(new CliCard(texts, spec.kind(), String.join("\n", texted)));
            }
        }
        if (shown.isEmpty()) {
            shown.add(Labels.bound(texts, "wizard.cli.none", "pane-empty"));
        }
        cards.getChildren().setAll(shown);
        copyAll.setDisable(all().isEmpty());
    }

    private String all() {
        List<String> lines = new ArrayList<>();
        resources().forEach(spec -> lines.addAll(commands.getOrDefault(spec.id(), List.of())));
        return String.join("\n", lines);
    }
}
