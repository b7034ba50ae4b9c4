package endpointlab.ui.wizard;

import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.Localizer;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The provider's side of the handshake: accept or reject, and after a rejection ask again. */
final class AcceptancePane extends HBox {

    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    private final WizardModel model;
    private final Localizer texts;
    private final Label head = Labels.wrapping("acceptance-head");
    private final Label text = Labels.wrapping("acceptance-text");
    private final Button accept;
    private final Button reject;
    private final Button again;

    AcceptancePane(WizardModel model, Localizer texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("acceptance");
        Label icon = Labels.symbol("mdal-how_to_reg", 2, "acceptance-icon");
        VBox lines = new VBox(head, text);
        HBox.setHgrow(lines, Priority.ALWAYS);
        accept = Labels.button(texts, "wizard.accept", "mdal-check", "accent");
        accept.setOnAction(event -> model.accept());
        reject = Labels.button(texts, "wizard.reject", "mdal-block", "danger", "button-outlined");
        reject.setOnAction(event -> model.reject());
        again = Labels.button(texts, "wizard.ask-again", "mdmz-replay", "accent");
        again.setOnAction(event -> model.tryAgain());
        getChildren().addAll(icon, lines, reject, accept, again);
        model.actionsProperty().addListener((property, before, after) -> show());
        model.observer().stateProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        int step = model.currentStepProperty().get();
        Optional<ResourceState> pending = Acceptance.pending(model.lab(), model.state())
                .filter(spec -> spec.step() == step).map(spec -> model.state().resource(spec.id()));
        boolean rejected = Acceptance.rejected(model.lab(), model.state()).filter(spec -> spec.step() == step)
                .isPresent();
        boolean busy = model.runningProperty().get();
        Labels.shown(this, !busy && (pending.isPresent() || rejected));
        pseudoClassStateChanged(REJECTED, rejected);
        Labels.shown(accept, pending.isPresent());
        Labels.shown(reject, pending.isPresent());
        Labels.shown(again, rejected);
        if (pending.isPresent()) {
            head.setText(texts.text("wizard.acceptance.head"));
            text.setText(texts.text("wizard.acceptance.text", pending.get().awsId()));
        } else if (rejected) {
            head.setText(texts.text("wizard.rejected.head"));
            text.setText(texts.text("wizard.rejected.text"));
        }
    }
}
