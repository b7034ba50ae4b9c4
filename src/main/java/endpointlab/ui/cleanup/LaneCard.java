package endpointlab.ui.cleanup;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One resource in the order of deletion: its name, where it stands, and what it waits for. */
final class LaneCard extends HBox {

    private static final Set<String> BY_KIND = Set.of("vpc", "subnet", "route-table", "vpc-endpoint", "key-pair");
    private static final double ICON = 18;
    private static final double GLYPH = 14;

    private final CleanupContext context;
    private final CleanupPlan.Card card;
    private final Label name = new Label();
    private final Label word = new Label();
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private ResourceStatus shown = ResourceStatus.NOT_MADE;

    LaneCard(CleanupContext context, CleanupPlan.Card card) {
        this.context = context;
        this.card = card;
        getStyleClass().add("lane-card");
        name.getStyleClass().add("lane-name");
        word.getStyleClass().add("lane-word");
        HBox state = new HBox(glyph, word);
        state.getStyleClass().add("lane-state");
        VBox text = new VBox(name, state);
        text.setMinWidth(0);
        for (Label label : List.of(name, word)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(icon(card.spec().kind()), text);
        setAccessibleRole(AccessibleRole.TEXT);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(accessibleTextProperty());
        Tooltip.install(this, whole);
    }

    private static Node icon(String kind) {
        return KindIcons.of(kind).map(icon -> icon.node(ICON)).orElseGet(() -> {
            Label key = new Label();
            key.getStyleClass().add("lane-key");
            EmIcon.set(key, "mdmz-vpn_key", 1.5);
            return key;
        });
    }

    /** @param deleting whether clean-up is running, so that what is held waits */
    void show(LabState state, Instant now, boolean deleting) {
        Localizer texts = context.texts();
        ResourceState resource = state.resource(card.spec().id());
        List<String> holders = CleanupPlan.waitsFor(card, state);
        boolean waits = deleting && resource.mayExist() && !holders.isEmpty()
                && resource.status() != ResourceStatus.DELETING;
        ResourceStatus status = waits ? ResourceStatus.WAITING : resource.status();
        pseudoClassStateChanged(StateGlyph.pseudoClass(shown), false);
        pseudoClassStateChanged(StateGlyph.pseudoClass(status), true);
        shown = status;
        // What is being deleted moves, as everywhere where something goes on.
        glyph.setStatus(status == ResourceStatus.DELETING ? ResourceStatus.CREATING : status);
        name.setText(name(card.spec(), state, texts));
        word.setText(waits ? waiting(state, holders, texts) : word(resource, status, now, texts));
        setAccessibleText(name.getText() + ", " + word.getText());
    }

    private String waiting(LabState state, List<String> holders, Localizer texts) {
        if (holders.size() > 1) {
            return texts.text("cleanup.waits-for-many", holders.size());
        }
        ResourceSpec holder = context.lab().resource(holders.get(0));
        return texts.text("cleanup.waits-for", holder.kind().equals("load-balancer") ? "NLB"
                : name(holder, state, texts));
    }

    /** Its own name, or its kind where the lane says the rest. */
    private String name(ResourceSpec spec, LabState state, Localizer texts) {
        return BY_KIND.contains(spec.kind()) ? texts.text("kind." + spec.kind())
                : context.names().name(state, spec.id(), texts);
    }

    private static String word(ResourceState resource, ResourceStatus status, Instant now, Localizer texts) {
        String word = texts.text("status." + status.word());
        if (status != ResourceStatus.DELETING || resource.statusAt() == null) {
            return word;
        }
        long seconds = Math.max(0, Duration.between(resource.statusAt(), now).toSeconds());
        return String.format(Locale.ROOT, "%s %d:%02d", word, seconds / 60, seconds % 60);
    }
}
