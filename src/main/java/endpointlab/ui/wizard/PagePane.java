package endpointlab.ui.wizard;

import endpointlab.lab.CheckResult;
import endpointlab.lab.Lab;
import endpointlab.lab.StepState;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.lab.ResourceStatus;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page that came back from the load balancer's DNS name, as text and headers, and in the user's browser. */
final class PagePane extends VBox {

    private static final double GLYPH = 16;

    private final WizardModel model;
    private final Localizer texts;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label verdict = Labels.plain("page-verdict");
    private final TextArea answer = new TextArea();
    private final Button browse;
    private final Label note = Labels.plain("page-note");

    PagePane(WizardModel model, Localizer texts, LabReach reach, Desktop desktop) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("page-pane");
        browse = Labels.button(texts, "wizard.page.browse", "mdmz-open_in_new");
        browse.setOnAction(event -> {
            browse.setDisable(true);
            reach.publicPage().whenComplete((address, failure) -> FxThread.run(() -> {
                browse.setDisable(false);
                Labels.shown(note, failure != null);
                if (failure == null) {
                    desktop.browse(address);
                } else {
                    note.setText(new Failures(texts).sentence(failure));
                }
            }));
        });
        Labels.shown(note, false);
        note.setWrapText(true);
        verdict.setWrapText(true);
        HBox head = new HBox(glyph, verdict, Labels.spring(), browse);
        head.getStyleClass().add("page-head");
        answer.setEditable(false);
        answer.getStyleClass().addAll("mono", "terminal-text");
        answer.accessibleTextProperty().bind(texts.bind("wizard.tab.page"));
        VBox.setVgrow(answer, Priority.ALWAYS);
        getChildren().addAll(head, note, answer);
        model.observer().stateProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    /** Whether a step looks at such a page. */
    static boolean fits(Lab lab, int step) {
        return lab.checks().stream().anyMatch(check -> check.step() == step && check.kind().equals("http-page"));
    }

    private void show() {
        CheckResult result = model.state().steps()
                .getOrDefault(model.currentStepProperty().get(), StepState.OPEN).check();
        boolean seen = fits(model.lab(), model.currentStepProperty().get()) && result != null;
        browse.setDisable(!seen);
        glyph.setStatus(!seen ? ResourceStatus.NOT_MADE : result.passed() ? ResourceStatus.READY
                : ResourceStatus.FAILED);
        verdict.setText(texts.text(!seen ? "wizard.page.none" : result.passed() ? "wizard.page.passed"
                : "wizard.page.differs"));
        answer.setText(seen ? "$ " + result.command() + "\n" + result.headers().stripTrailing() + "\n\n"
                + result.body() : "");
        Labels.shown(answer, seen);
    }
}
