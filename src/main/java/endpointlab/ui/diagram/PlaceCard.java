package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.StateGlyph;
import endpointlab.ui.shared.Texts;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card of a place: what it is, how it is, where it came from; ids can be copied, the step can be opened. */
final class PlaceCard extends VBox {

    private static final double ICON = 24;
    private static final double GLYPH = 16;
    private static final double COPY_ICON = 1;

    private final PlaceDetails details;
    private final Texts texts;

    /** @param onStep is told the number of the step to open */
    PlaceCard(PlaceDetails details, DiagramSpec spec, Texts texts, IntConsumer onStep) {
        this.details = details;
        this.texts = texts;
        getStyleClass().add("place-card");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(details.name());
        GridPane rows = new GridPane();
        rows.getStyleClass().add("card-rows");
        for (PlaceDetails.Row row : details.rows()) {
            addRow(rows, row);
        }
        rows.addRow(rows.getRowCount(), rowLabel(texts.text("diagram.card.step")), step(onStep));
        getChildren().addAll(header(spec), rows);
    }

    PlaceDetails details() {
        return details;
    }

    private HBox header(DiagramSpec spec) {
        Label name = label(details.name(), "card-name");
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        StateGlyph glyph = new StateGlyph(GLYPH);
        glyph.movingProperty().set(false);
        glyph.setStatus(details.status());
        Label state = label(details.state(), "card-state");
        state.pseudoClassStateChanged(StateGlyph.pseudoClass(details.status()), true);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(icon(spec), name, glyph, state);
        header.getStyleClass().add("card-header");
        return header;
    }

    private Node icon(DiagramSpec spec) {
        return switch (details.kind()) {
            case "vpc" -> ResourceIcon.VPC.node(ICON);
            case "subnet" -> ResourceIcon.PUBLIC_SUBNET.node(ICON);
            case "security-group" -> ResourceIcon.SECURITY_GROUP.node(ICON);
            case "internet-gateway" -> ResourceIcon.INTERNET_GATEWAY.node(ICON);
            case "route-table" -> ResourceIcon.ROUTE_TABLE.node(ICON);
            default -> spec.tiles().stream().filter(tile -> tile.resources().get(0).equals(details.id()))
                    .map(tile -> TileIcons.node(tile.icon(), ICON)).findFirst().orElseThrow();
        };
    }

    private void addRow(GridPane rows, PlaceDetails.Row row) {
        Label value = label(row.shown(), row.exact() ? "card-exact" : "card-value");
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        value.setWrapText(!row.exact());
        HBox cell = new HBox(value);
        cell.getStyleClass().add("card-cell");
        if (row.exact()) {
            value.setTooltip(new Tooltip(row.whole()));
            cell.getChildren().add(copyButton(row));
        }
        rows.addRow(rows.getRowCount(), rowLabel(row.label()), cell);
    }

    private Button copyButton(PlaceDetails.Row row) {
        Button copy = new Button();
        EmIcon.set(copy, "mdoal-content_copy", COPY_ICON);
        copy.getStyleClass().addAll("button-icon", "flat", "card-copy");
        copy.setAccessibleText(texts.text("diagram.card.copy", row.label()));
        copy.setTooltip(new Tooltip(texts.text("diagram.card.copy", row.label())));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.whole());
            Clipboard.getSystemClipboard().setContent(content);
            EmIcon.set(copy, "mdal-check", COPY_ICON);
            copy.setAccessibleText(texts.text("diagram.card.copied"));
        });
        return copy;
    }

    private Hyperlink step(IntConsumer onStep) {
        Hyperlink link = new Hyperlink(details.took()
                .map(took -> texts.text("diagram.card.step-took", details.step(), PlaceWords.clock(took)))
                .orElseGet(() -> texts.text("diagram.step", details.step())));
        link.setAccessibleText(texts.text("diagram.card.step-link", details.step()));
        link.setOnAction(event -> onStep.accept(details.step()));
        return link;
    }

    private static Label rowLabel(String text) {
        Label label = label(text, "card-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
