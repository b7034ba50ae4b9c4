package endpointlab.ui.wizard;

import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the step that is shown failed: what happened, what to do, and what AWS said. */
final class ProblemBanner extends HBox {

    private static final double GLYPH = 26;

    private final WizardModel model;
    private final Localizer texts;
    private final Label cause = Labels.wrapping("banner-head");
    private final Label remedy = Labels.wrapping("banner-text");
    private final TextField evidence = new TextField();
    private final Button allowSsh = new Button();

    ProblemBanner(WizardModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("result-banner", "problem-banner");
        pseudoClassStateChanged(StateGlyph.pseudoClass(ResourceStatus.FAILED), true);
        StateGlyph glyph = new StateGlyph(GLYPH);
        glyph.setStatus(ResourceStatus.FAILED);
        evidence.setEditable(false);
        evidence.getStyleClass().addAll("mono", "evidence");
        evidence.accessibleTextProperty().bind(texts.bind("wizard.problem.evidence"));
        allowSsh.setWrapText(true);
        allowSsh.setOnAction(event -> address().ifPresent(model::allowSshFrom));
        VBox lines = new VBox(cause, remedy, allowSsh, evidence);
        lines.getStyleClass().add("problem-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(glyph, lines);
        model.activityProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        Activity activity = model.activityProperty().get();
        boolean rejected = Acceptance.rejected(model.lab(), model.state())
                .filter(spec -> spec.step() == activity.step()).isPresent();
        Labels.shown(this, activity.kind() == Activity.Kind.FAILED && !rejected);
        if (!isVisible()) {
            return;
        }
        Problem problem = activity.problem();
        cause.setText(texts.text(problem.cause(), problem.arguments().toArray()));
        remedy.setText(texts.text(problem.remedy(), problem.arguments().toArray()));
        evidence.setText(Stream.of(problem.operation(), problem.code(), problem.detail(), problem.requestId())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ")));
        Labels.shown(allowSsh, address().isPresent());
        address().ifPresent(from -> allowSsh.setText(texts.text("wizard.problem.allow-ssh", from)));
    }

    /** From where SSH should be let in; empty if that isn't what is wrong. */
    private Optional<String> address() {
        Problem problem = model.activityProperty().get().problem();
        return Optional.ofNullable(problem).filter(one -> one.code().equals(Problem.SSH_FROM_ELSEWHERE))
                .map(one -> one.arguments().get(one.arguments().size() - 1));
    }
}
