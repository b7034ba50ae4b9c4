package endpointlab.ui.cleanup;

import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.StateGlyph;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last step: what is deleted in which order, what is left of each kind, the proof, and the bill. */
public final class CleanupView extends ScrollPane {

    private static final Logger LOG = LoggerFactory.getLogger(CleanupView.class);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double GLYPH = 28;
    private static final double NARROW_EMS = 60;

    private final CleanupContext context;
    private final LanesPane lanes;
    private final CountsPane counts;
    private final BillPane bill;
    private final LeftoversPane leftoversPane;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final Label proof = new Label();
    private final Label proofText = new Label();
    private final HBox banner = new HBox();
    private final HBox cards;
    private final VBox content;

    public CleanupView(CleanupContext context) {
        this.context = context;
        getStyleClass().add("cleanup");
        getStylesheets().add(CleanupView.class.getResource("/endpointlab/ui/cleanup/cleanup.css").toExternalForm());
        setFitToWidth(true);
        setFitToHeight(true);
        lanes = new LanesPane(context);
        counts = new CountsPane(context, this::save);
        bill = new BillPane(context);
        cards = new HBox(counts, bill);
        lanes.setMinHeight(USE_PREF_SIZE);
        cards.setMinHeight(USE_PREF_SIZE);
        cards.getStyleClass().add("cleanup-cards");
        HBox.setHgrow(counts, Priority.ALWAYS);
        VBox.setVgrow(cards, Priority.ALWAYS);
        proof.getStyleClass().add("proof-head");
        proofText.setWrapText(true);
        banner.getStyleClass().add("proof");
        banner.getChildren().addAll(glyph, new VBox(proof, proofText));
        leftoversPane = new LeftoversPane(context);
        content = new VBox(banner, leftoversPane, lanes, cards);
        content.getStyleClass().add("cleanup-content");
        setContent(content);
        widthProperty().addListener((property, before, after) ->
                pseudoClassStateChanged(NARROW, after.doubleValue() < NARROW_EMS * proof.getFont().getSize()));
        context.state().addListener((property, before, after) -> show());
        context.last().addListener((property, before, after) -> show());
        context.texts().languageProperty().addListener((property, before, after) -> show());
        show();
    }

    /** To be called as time passes. */
    public void tick() {
        LabState state = context.state().getValue();
        lanes.show(state, context.clock().now(), status(state) == StepState.Status.RUNNING);
    }

    private void show() {
        LabState state = context.state().getValue();
        tick();
        counts.show(state, leftovers());
        leftoversPane.show(state, leftovers());
        bill.show(state);
        boolean clean = status(state) == StepState.Status.DONE;
        boolean left = !leftovers().isEmpty();
        arrange(clean);
        banner.setVisible(clean || left);
        banner.setManaged(clean || left);
        banner.pseudoClassStateChanged(FAILED, left);
        glyph.setStatus(left ? ResourceStatus.FAILED : ResourceStatus.READY);
        proof.setText(context.texts().text(left ? "cleanup.proof.left" : "cleanup.proof.clean"));
        proofText.setText(left ? context.texts().text("cleanup.proof.left.text", leftovers().size())
                : context.texts().text("cleanup.proof.text",
                        Counts.of(context.lab(), state, List.of()).size()));
    }

    /** @param clean whether what is left and what it cost matters more than the order of deletion */
    private void arrange(boolean clean) {
        List<Node> order = clean ? List.of(banner, cards, lanes, leftoversPane)
                : List.of(banner, leftoversPane, lanes, cards);
        if (!content.getChildren().equals(order)) {
            content.getChildren().setAll(order);
        }
    }

    private StepState.Status status(LabState state) {
        return state.steps().getOrDefault(context.lab().steps().size(), StepState.OPEN).status();
    }

    private List<Leftover> leftovers() {
        RunResult last = context.last().getValue();
        return last == null ? List.of() : last.leftovers();
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().text("cleanup.receipt.save"));
        LabState state = context.state().getValue();
        chooser.setInitialFileName("endpoint-lab-" + state.runId() + ".txt");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            save(file.toPath());
        }
    }

    /** Writes the receipt to {@code file} and says below the counts how it went. */
    void save(Path file) {
        LabState state = context.state().getValue();
        String text = new Receipt(context.lab(), context.texts()).text(state, bill.bill(state),
                context.prices().date(), status(state) == StepState.Status.DONE);
        context.desktop().save(file, text).whenComplete((done, failure) -> FxThread.run(() -> {
            if (failure != null) {
                LOG.warn("the receipt was not saved", failure);
            }
            counts.tell(context.texts().text(failure == null ? "cleanup.receipt.saved"
                    : "cleanup.receipt.not-saved", file.toString()));
        }));
    }
}
