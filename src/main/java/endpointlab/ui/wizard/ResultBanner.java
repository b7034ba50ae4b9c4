package endpointlab.ui.wizard;

import endpointlab.lab.CheckResult;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the connectivity check found, in one look. */
final class ResultBanner extends HBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double GLYPH = 30;

    private final WizardModel model;
    private final Localizer texts;
    private final TerminalLines terminal;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label head = Labels.wrapping("banner-head");
    private final Label text = Labels.wrapping("banner-text");
    private final Label exit = Labels.plain("banner-figure");
    private final Label body = Labels.plain("banner-figure");

    ResultBanner(WizardModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        this.terminal = new TerminalLines(model.lab(), texts);
        getStyleClass().add("result-banner");
        VBox lines = new VBox(head, text);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(glyph, lines, figure("wizard.banner.exit", exit), figure("wizard.banner.body", body));
        model.observer().stateProperty().addListener((property, before, after) -> show());
        model.activityProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    private VBox figure(String key, Label value) {
        VBox box = new VBox(Labels.bound(texts, key, "banner-name"), value);
        box.getStyleClass().add("banner-box");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void show() {
        Optional<CheckSpec> check = terminal.check(model.currentStepProperty().get());
        CheckResult result = check.map(spec -> model.state().steps().getOrDefault(spec.step(), StepState.OPEN)
                .check()).orElse(null);
        boolean told = model.activityProperty().get().kind() == Activity.Kind.FAILED;
        Labels.shown(this, result != null && !told);
        if (result == null) {
            return;
        }
        boolean passed = result.passed();
        pseudoClassStateChanged(FAILED, !passed);
        glyph.setStatus(passed ? ResourceStatus.READY : ResourceStatus.FAILED);
        head.setText(texts.text(passed ? "wizard.banner.passed" : "wizard.banner.failed"));
        String server = model.form().values().value("step-6.name");
        text.setText(passed ? texts.text("wizard.banner.passed.text", server)
                : texts.text("wizard.banner.failed.text"));
        exit.setText(String.valueOf(result.exit()));
        body.setText(texts.text(passed ? "wizard.banner.as-expected"
                : result.exit() == 0 ? "wizard.banner.other" : "wizard.banner.nothing"));
    }
}
