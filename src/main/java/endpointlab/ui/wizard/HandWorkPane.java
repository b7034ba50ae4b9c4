package endpointlab.ui.wizard;

import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import endpointlab.lab.Problem;
import endpointlab.run.WorkFound;
import endpointlab.ui.shared.Localizer;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What was found of the learner's own work for the step, what differs, and the button that takes it over. */
final class HandWorkPane extends VBox {

    private final HandWorkModel model;
    private final Localizer texts;
    private final Label head = Labels.wrapping("hand-head");
    private final VBox lines = new VBox();
    private final Button adopt;

    HandWorkPane(WizardModel wizard, HandWorkModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("hand-work");
        lines.getStyleClass().add("hand-lines");
        adopt = Labels.button(texts, "wizard.hand.adopt", "mdal-check", "accent");
        adopt.setId("hand-adopt");
        adopt.setOnAction(event -> model.adopt());
        adopt.disableProperty().bind(wizard.runningProperty());
        Button again = Labels.button(texts, "wizard.hand.again", "mdmz-refresh");
        again.setOnAction(event -> model.check());
        again.disableProperty().bind(wizard.runningProperty());
        Button close = Labels.button(texts, "wizard.hand.close", "mdal-close", "flat");
        close.setOnAction(event -> model.dismiss());
        HBox bar = new HBox(head, Labels.spring(), adopt, again, close);
        bar.getStyleClass().add("hand-bar");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hand-scroll");
        getChildren().addAll(bar, scroll);
        model.found().addListener((ListChangeListener<WorkFound>) change -> show());
        model.adoptedProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        Labels.shown(this, !model.found().isEmpty());
        Labels.shown(adopt, model.canAdopt());
        head.setText(texts.text(model.adoptedProperty().get() ? "wizard.hand.adopted"
                : model.canAdopt() ? "wizard.hand.fits"
                : model.found().stream().allMatch(one -> one.verdict() == WorkFound.Verdict.KNOWN) ? "wizard.hand.known"
                : "wizard.hand.differs"));
        lines.getChildren().setAll(model.found().stream().map(this::row).toList());
    }

    private Node row(WorkFound found) {
        String verdict = found.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String ids = found.candidates().stream().map(HandMade::awsId).collect(Collectors.joining(", "));
        VBox words = new VBox(line(texts.text("wizard.hand." + verdict + ".text",
                texts.text("start.kind." + found.spec().kind()), ids), "hand-verdict"));
        if (found.verdict() == WorkFound.Verdict.FOUND) {
            HandMade one = found.candidates().get(0);
            words.getChildren().add(line(texts.text("terminal.work.by." + one.how().name().toLowerCase(Locale.ROOT)),
                    "muted"));
            one.differences().forEach(difference -> words.getChildren().add(line(words(difference))));
            if (one.differences().isEmpty() && found.problem().isEmpty()) {
                words.getChildren().add(line(texts.text("terminal.work.as-planned")));
            }
        }
        found.problem().ifPresent(problem -> words.getChildren().addAll(line(said(problem, problem.cause())),
                line(said(problem, problem.remedy()))));
        HBox row = new HBox(Labels.symbol(found.fits() ? "mdal-check_circle" : found.candidates().isEmpty()
                ? "mdal-help_outline" : "mdmz-warning", 1.2, found.fits() ? "hand-fits" : "hand-open"), words);
        row.getStyleClass().add("hand-row");
        return row;
    }

    private String said(Problem problem, String key) {
        return texts.text(key, problem.arguments().toArray());
    }

    private String words(Difference difference) {
        String nothing = texts.text("terminal.work.nothing");
        return texts.text(HandMade.matters(difference) ? "terminal.work.differs" : "terminal.work.other",
                difference.setting(), difference.expected().isEmpty() ? nothing : difference.expected(),
                difference.found().isEmpty() ? nothing : difference.found());
    }

    private static Label line(String words, String... styles) {
        Label label = Labels.wrapping("hand-line");
        label.getStyleClass().addAll(styles);
        label.setText(words);
        return label;
    }
}
